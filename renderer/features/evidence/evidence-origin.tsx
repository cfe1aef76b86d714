import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { evidenceSources, type Evidence, type EvidenceSource } from '#shared/domain/evidence';
import { isoMinute } from '#shared/domain/shanghai-time';
import { takenWords } from '#shared/domain/taken-time';
import { editEvidenceFacts, type EvidenceFacts } from '../../data/evidence-facts';
import { findAlike } from '../../data/likeness-repository';
import { useLive } from '../../data/use-live';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { useScreen } from '../../state/screen-store';
import { isComposing } from '../../ui/is-composing';

/** Ways in; a place the seller names replaces them. */
const ways: ReadonlySet<EvidenceSource> = new Set(['drop', 'paste', 'picker', 'folder', 'watch', 'kept']);

/** Where a piece comes from, when it was taken, what it shall prove, a note, and what looks nearly the same (R19). */
export function EvidenceOrigin({ item }: { readonly item: Evidence }) {
  const { t } = useTranslation();
  const alike = useLive(() => findAlike(item.sha256, item.caseId), [item.sha256, item.caseId]);
  const save = (change: Partial<EvidenceFacts>): void => {
    editEvidenceFacts(item.id, change, now()).catch(report);
  };
  const shown = evidenceSources.filter((one) => !ways.has(one) || one === item.source);
  return (
    <div className="evidence-origin" key={item.id}>
      <label>
        <span>{t('origin.source')}</span>
        <Select
          size="small"
          value={item.source}
          aria-label={t('origin.source')}
          options={shown.map((value) => ({ value, label: t(`domain.evidenceSource.${value}`) }))}
          onChange={(source: EvidenceSource) => {
            save({ source });
          }}
        />
      </label>
      <Words
        label={t('origin.supports')}
        hint={t('origin.supportsHint')}
        value={item.supports ?? ''}
        onSave={(supports) => {
          save({ supports });
        }}
      />
      <Words
        label={t('origin.note')}
        hint=""
        value={item.note}
        onSave={(note) => {
          save({ note });
        }}
      />
      <div className="key-values">
        <span>{t('origin.taken')}</span>
        <span>
          {item.taken === undefined ? (
            <span className="ink-3">{t('origin.takenNone')}</span>
          ) : (
            takenWords(item.taken)
          )}
          {item.taken !== undefined && item.taken.offset === null ? (
            <span className="ink-3"> {t('origin.noOffset')}</span>
          ) : null}
        </span>
        {item.modifiedAt === undefined ? null : (
          <>
            <span>{t('origin.modified')}</span>
            <span>{isoMinute(item.modifiedAt)}</span>
          </>
        )}
      </div>
      {item.hasPlace === true ? <p className="ink-2">{t('origin.hasPlace')}</p> : null}
      {alike?.map((one) => (
        <p key={`${one.caseId}${one.fileName}`} className="evidence-alike">
          {t('origin.alike')}{' '}
          <button
            type="button"
            className="evidence-case-link mono"
            onClick={() => {
              useScreen.getState().openCase(one.caseId, 'evidence');
            }}
          >
            {one.caseNo}
          </button>{' '}
          <bdi>{one.fileName}</bdi>
        </p>
      ))}
    </div>
  );
}

function Words({
  label,
  hint,
  value,
  onSave,
}: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onSave: (value: string) => void;
}) {
  return (
    <label>
      <span>{label}</span>
      <Input
        size="small"
        // A piece of news from outside replaces what stands here; typing is kept until the field is left.
        key={value}
        defaultValue={value}
        maxLength={500}
        placeholder={hint}
        onBlur={(event) => {
          if (event.target.value !== value) onSave(event.target.value);
        }}
        onKeyDown={(event) => {
          // The viewer's own keys are for the picture, not for words.
          event.stopPropagation();
          if (event.key === 'Enter' && !isComposing(event)) event.currentTarget.blur();
        }}
      />
    </label>
  );
}
