import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { saveScripts } from '../../data/script-repository';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { useScriptLanguage } from './use-library';
import type { ImportRow } from '#shared/domain/script-table';
import type { ScriptImport } from './script-files';

const shownRows = 200;

/** What an import would change, before anything is changed. */
export function ImportPreview({
  found: { rows, bytes },
  onClose,
}: {
  readonly found: ScriptImport;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const language = useScriptLanguage();
  const count = (effect: ImportRow['effect']): number => rows.filter((row) => row.effect === effect).length;
  const scripts = rows.flatMap((row) =>
    row.effect === 'new' || row.effect === 'changed' ? [row.script] : [],
  );
  const leftOut = rows.reduce((sum, row) => sum + (row.effect === 'bad' ? 0 : row.leftOut), 0);
  const telling = rows.filter((row) => row.effect === 'bad' || row.effect !== 'same' || row.leftOut > 0);
  const apply = (): void => {
    saveScripts(scripts, now(), bytes).then(() => {
      tell('scripts.preview.done', { count: scripts.length });
      onClose();
    }, report);
  };
  return (
    <Modal
      open
      width={720}
      title={t('scripts.preview.title')}
      onCancel={onClose}
      footer={
        <button
          autoFocus
          type="button"
          className="btn primary"
          disabled={scripts.length === 0}
          onClick={apply}
        >
          {scripts.length === 0
            ? t('scripts.preview.nothing')
            : t('scripts.preview.apply', { count: scripts.length })}
        </button>
      }
    >
      <p className="script-counts">
        {(['new', 'changed', 'same', 'bad'] as const).map((effect) => (
          <span key={effect}>{t(`scripts.preview.${effect}`, { count: count(effect) })}</span>
        ))}
        {bytes.size === 0 ? null : <span>{t('scripts.preview.pictures', { count: bytes.size })}</span>}
      </p>
      {leftOut === 0 ? null : (
        <p className="script-missing" role="note">
          {t('scripts.preview.leftOut', { count: leftOut })}
        </p>
      )}
      <ul className="script-preview">
        {telling.slice(0, shownRows).map((row) => (
          <li key={row.line}>
            <span className="mono ink-3">{t('scripts.preview.line', { line: row.line })}</span>
            <span className={row.effect === 'bad' ? 'script-missing' : ''}>
              {t(`scripts.effect.${row.effect}`)}
            </span>
            <b className="ellipsis">{row.effect === 'bad' ? row.title : row.script.title[language]}</b>
            <span className="ellipsis ink-2">
              {row.effect === 'bad' ? t(`scripts.problem.${row.problem}`) : row.script.text[language]}
            </span>
            {row.effect === 'bad' ? null : <RowPictures row={row} />}
          </li>
        ))}
      </ul>
    </Modal>
  );
}

/** How many pictures a message has, and how many the file speaks of that are not there. */
function RowPictures({ row: { script, leftOut } }: { readonly row: Exclude<ImportRow, { effect: 'bad' }> }) {
  const { t } = useTranslation();
  const count = script.pictures?.length ?? 0;
  if (count === 0 && leftOut === 0) return null;
  return (
    <span className={leftOut === 0 ? 'ink-3' : 'script-missing'}>
      {leftOut === 0
        ? t('scripts.preview.rowPictures', { count })
        : t('scripts.preview.rowLeftOut', { count: leftOut })}
    </span>
  );
}
