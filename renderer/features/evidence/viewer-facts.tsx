import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/assert-never';
import { isoMinute } from '#shared/domain/shanghai-time';
import { getCase } from '../../data/case-repository';
import { useLive } from '../../data/use-live';
import { useScreen } from '../../state/screen-store';
import { report } from '../../state/toast-store';
import { CopyButton } from '../../ui/copy-button';
import { CheckIcon, ClockIcon, WarningIcon } from '../../ui/icons';
import { EvidenceOrigin } from './evidence-origin';
import { sizeWords, typeWord } from './file-facts';
import type { Evidence } from '#shared/domain/evidence';
import type { Integrity } from './use-original';

/** Beside the picture: names, size, type, time, hash, case, and whether the bytes are still those that came in. */
export function ViewerFacts({ item, integrity }: { readonly item: Evidence; readonly integrity: Integrity }) {
  const { t } = useTranslation();
  const owner = useLive(() => getCase(item.caseId), [item.caseId]);
  return (
    <div className="evidence-facts">
      <IntegrityChip integrity={integrity} />
      <div className="key-values">
        <span>{t('evidence.archiveName')}</span>
        <bdi>{item.fileName}</bdi>
        <span>{t('evidence.originalName')}</span>
        <bdi>{item.originalName}</bdi>
        <span>{t('evidence.case')}</span>
        <span>
          {owner === undefined ? null : (
            <button
              type="button"
              className="evidence-case-link mono"
              onClick={() => {
                useScreen.getState().openCase(owner.id, 'evidence');
              }}
            >
              {owner.caseNo}
            </button>
          )}
        </span>
        <span>{t('evidence.buyer')}</span>
        <bdi>{item.buyerId}</bdi>
        <span>{t('evidence.kind')}</span>
        <span>
          {t(`domain.evidenceKind.${item.kind}`)} · {t(`domain.evidenceSource.${item.source}`)}
        </span>
        <span>{t('evidence.type')}</span>
        <span>
          {typeWord(item)} <span className="ink-3">{item.mime}</span>
        </span>
        <span>{t('evidence.pixels')}</span>
        <span>{item.width === null || item.height === null ? '—' : `${item.width} × ${item.height}`}</span>
        <span>{t('evidence.size')}</span>
        <span>
          {sizeWords(item.size)} <span className="ink-3">{t('evidence.bytes', { count: item.size })}</span>
        </span>
        <span>{t('evidence.receivedAt')}</span>
        <span>{isoMinute(item.receivedAt)}</span>
        <span>SHA-256</span>
        <span className="evidence-hash">
          <span className="mono">{item.sha256}</span>
          <CopyButton
            label={t('common.copy')}
            doneLabel={t('common.copied')}
            copy={() => navigator.clipboard.writeText(item.sha256)}
            onError={report}
          />
        </span>
      </div>
      <EvidenceOrigin item={item} />
    </div>
  );
}

function IntegrityChip({ integrity }: { readonly integrity: Integrity }) {
  const { t } = useTranslation();
  const text = t(`evidence.integrity.${integrity}`);
  switch (integrity) {
    case 'checking':
      return (
        <span className="chip wait" role="status">
          <ClockIcon /> {text}
        </span>
      );
    case 'same':
      return (
        <span className="chip ok" role="status">
          <CheckIcon /> {text}
        </span>
      );
    case 'changed':
    case 'missing':
      return (
        <p className="evidence-alarm" role="alert">
          <WarningIcon /> {text}
        </p>
      );
    default:
      return assertNever(integrity);
  }
}
