import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/assert-never';
import { wordsIn, type Words } from '#shared/domain/playbook';
import { promiseWords } from '../../text/commitment-words';
import type { ClosingIssue } from '../../data/close-case';
import type { TFunction } from 'i18next';

const shownSteps = 6;

/** One thing still open before closing, in words. */
export function issueWords(t: TFunction, language: string, issue: ClosingIssue): string {
  const join = (words: readonly Words[]): string =>
    words
      .slice(0, shownSteps)
      .map((one) => wordsIn(one, language))
      .join(t('playbook.comma')) + (words.length > shownSteps ? ' …' : '');
  switch (issue.kind) {
    case 'stage':
      return t('playbook.close.stageNow', { stage: join(issue.words) });
    case 'steps':
      return t('playbook.close.openSteps', { count: issue.words.length, steps: join(issue.words) });
    case 'needs':
      return t('playbook.close.needs', { needs: join(issue.words) });
    case 'evidence':
      return t('playbook.close.evidence', { slots: join(issue.words) });
    case 'promises':
      return t('playbook.close.openPromises', {
        count: issue.promises.length,
        promises: issue.promises.map((one) => promiseWords(t, one)).join(t('playbook.comma')),
      });
    case 'unpasted':
      return t('playbook.close.unpasted', { count: issue.count });
    default:
      return assertNever(issue);
  }
}

/** What is still open before a case is closed; it warns, it does not forbid. */
export function CloseWarnings({ issues }: { readonly issues: readonly ClosingIssue[] }) {
  const { t, i18n } = useTranslation();
  return (
    <div className={issues.length === 0 ? 'walk-fine' : 'walk-gate'} role="status">
      {issues.length === 0 ? t('playbook.close.fine') : null}
      <ul>
        {issues.map((issue) => (
          <li key={issue.key}>{issueWords(t, i18n.language, issue)}</li>
        ))}
      </ul>
    </div>
  );
}
