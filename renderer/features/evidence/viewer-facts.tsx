import { useTranslation } from 'react-i18next';
import { assertNever } from '#shared/assert-never';
import { isoMinute } from '#shared/domain/shanghai-time';
import { getCase } from '../../data/case-repository';
import { listDerived } from '../../data/evidence-derived-repository';
import { useLive } from '../../data/use-live';
import { useScreen } from '../../state/screen-store';
import { report } from '../../state/toast-store';
import { CopyButton } from '../../ui/copy-button';
import { CheckIcon, ClockIcon, WarningIcon } from '../../ui/icons';
import { EvidenceOrigin } from './evidence-origin';
import { sizeWords, typeWord } from './file-facts';
import { ViewerWork } from './viewer-work';
import type { Evidence } from '#shared/domain/evidence';
import type { EvidenceId } from '#shared/domain/ids';
import type { Integrity } from './use-original';

/** Beside the picture: names, size, type, time, hash, case, and whether the bytes are still those that came in. */
export function ViewerFacts({
  item,
  integrity,
  onShow,
  onGone,
}: {
  readonly item: Evidence;
  readonly integrity: Integrity;
  readonly onShow: (id: EvidenceId) => void;
  /** Called when the piece was put into the trash. */
  readonly onGone: () => void;
}) {
  const { t } = useTranslation();
  const owner = useLive(() => getCase(item.caseId), [item.caseId]);
  const copies = useLive(() => listDerived(item), [item]) ?? [];
  const { derivedFrom, formerNames = [] } = item;
  return (
    <div className="evidence-facts">
      <IntegrityChip integrity={integrity} derived={derivedFrom !== undefined} />
      {item.deletedAt === null ? <ViewerWork item={item} onGone={onGone} /> : null}
      <div className="key-values">
        <span>{t('evidence.archiveName')}</span>
        <bdi>{item.fileName}</bdi>
        <span>{t('evidence.originalName')}</span>
        <bdi>{item.originalName}</bdi>
        {formerNames.length === 0 ? null : (
          <>
            <span>{t('archive.formerNames')}</span>
            <bdi>{formerNames.join('\n')}</bdi>
          </>
        )}
        {derivedFrom === undefined ? null : (
          <>
            <span>{t('annotate.madeFrom')}</span>
            <span>
              <Related item={derivedFrom} label={t('annotate.showOriginal')} onShow={onShow} />{' '}
              {t(`annotate.how.${derivedFrom.how}`)}
              {derivedFrom.atMs === null ? null : ` ${(derivedFrom.atMs / 1000).toFixed(1)} s`}
              <span className="mono evidence-parent-hash">{derivedFrom.sha256}</span>
            </span>
          </>
        )}
        {copies.length === 0 ? null : (
          <>
            <span>{t('annotate.copies')}</span>
            <span className="evidence-copies">
              {copies.map((copy) => (
                <Related key={copy.id} item={copy} label={copy.fileName} onShow={onShow} />
              ))}
            </span>
          </>
        )}
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

function Related({
  item,
  label,
  onShow,
}: {
  readonly item: { readonly id: EvidenceId };
  readonly label: string;
  readonly onShow: (id: EvidenceId) => void;
}) {
  return (
    <button
      type="button"
      className="evidence-case-link"
      onClick={() => {
        onShow(item.id);
      }}
    >
      {label}
    </button>
  );
}

function IntegrityChip({ integrity, derived }: { readonly integrity: Integrity; readonly derived: boolean }) {
  const { t } = useTranslation();
  const text = t(derived && integrity === 'same' ? 'annotate.sameCopy' : `evidence.integrity.${integrity}`);
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
