import { useTranslation } from 'react-i18next';
import { diffPlaybooks, isSame } from '#shared/domain/playbook-diff';
import { wordsIn } from '#shared/domain/playbook';
import { shippedPlaybooks } from '#shared/knowledge/playbooks/index';
import { acknowledgeShipped } from '../../data/playbook-repository';
import { report } from '../../state/toast-store';
import type { PlaybookRecord } from '../../data/records';
import type { Step } from '#shared/domain/playbook';

/** What has changed in the shipped procedure since the seller's copy was made; the copy itself is never touched. */
export function ShippedNews({ record }: { readonly record: PlaybookRecord }) {
  const { t, i18n } = useTranslation();
  const shipped = shippedPlaybooks.find(({ key }) => key === record.key);
  if (record.base === null || shipped === undefined) return null;
  const diff = diffPlaybooks(record.base, shipped);
  if (isSame(diff)) return <p className="ink-3">{t('playbook.edit.noNews')}</p>;
  const names = (steps: readonly Step[]): string =>
    steps.map(({ title }) => wordsIn(title, i18n.language)).join(t('playbook.comma'));
  const lines = [
    ...(diff.added.length > 0 ? [t('playbook.edit.news.added', { steps: names(diff.added) })] : []),
    ...(diff.removed.length > 0 ? [t('playbook.edit.news.removed', { steps: names(diff.removed) })] : []),
    ...(diff.changed.length > 0
      ? [t('playbook.edit.news.changed', { steps: names(diff.changed.map(({ to }) => to)) })]
      : []),
    ...(diff.reordered ? [t('playbook.edit.news.reordered')] : []),
    ...(diff.frame ? [t('playbook.edit.news.frame')] : []),
  ];
  return (
    <div className="walk-gate" role="note">
      <b>{t('playbook.edit.news.title')}</b>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <button
        type="button"
        className="btn small"
        onClick={() => {
          acknowledgeShipped(record.key).catch((error: unknown) => {
            report(error);
          });
        }}
      >
        {t('playbook.edit.news.seen')}
      </button>
    </div>
  );
}
