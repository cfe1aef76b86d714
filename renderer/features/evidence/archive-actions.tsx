import { Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { evidenceKinds, type Evidence, type EvidenceKind } from '#shared/domain/evidence';
import { changeKind, moveEvidence } from '../../data/evidence-work-repository';
import { now } from '../../platform/clock';
import { useScreen } from '../../state/screen-store';
import { report, tell, warn } from '../../state/toast-store';
import { clearSelection, startMoving, useSelection } from './archive-selection';
import { CasePicker } from './case-picker';
import { deleteEvidence } from './delete-evidence';
import { exportArchive } from './export-archive';
import { useFocusReturn } from './focus-tile';

/** Puts pieces into the trash. */
export function deletePieces(items: readonly Evidence[]): void {
  void deleteEvidence(items.map(({ id }) => id)).then(clearSelection);
}

/** Puts exactly two pieces side by side. */
export function comparePieces(items: readonly Evidence[]): void {
  const [left, right] = items;
  if (left !== undefined && right !== undefined && items.length === 2)
    useScreen.getState().showOverlay({ kind: 'compare', ids: [left.id, right.id] });
}

/** What can be done with the selected pieces; lies at the lower edge, so nothing moves when it comes. */
export function ArchiveActions({ items }: { readonly items: readonly Evidence[] }) {
  return items.length === 0 ? null : <Actions items={items} />;
}

function Actions({ items }: { readonly items: readonly Evidence[] }) {
  const { t } = useTranslation();
  const moving = useSelection((state) => state.moving);
  useFocusReturn();
  const ids = items.map(({ id }) => id);
  const home = oneCase(items);
  const count = items.length;
  const rekind = (kind: EvidenceKind): void => {
    changeKind(ids, kind, now())
      .then((changed) => {
        tell('archive.kindChanged', { count: changed, kind: t(`domain.evidenceKind.${kind}`) });
      })
      .catch(report);
  };
  return (
    <div className="archive-actions" role="toolbar" aria-label={t('archive.selected', { count })}>
      <strong>{t('archive.selected', { count })}</strong>
      <button
        type="button"
        className="btn small"
        disabled={count !== 2}
        title={t('archive.compareHint')}
        onClick={() => {
          comparePieces(items);
        }}
      >
        {t('archive.compare')} <kbd>C</kbd>
      </button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: evidenceKinds.map((kind) => ({ key: kind, label: t(`domain.evidenceKind.${kind}`) })),
          onClick: ({ key }) => {
            rekind(key as EvidenceKind);
          },
        }}
      >
        <button type="button" className="btn small">
          {t('archive.rekind')}
        </button>
      </Dropdown>
      <button
        type="button"
        className="btn small"
        onClick={() => {
          startMoving(ids);
        }}
      >
        {t('archive.move')} <kbd>M</kbd>
      </button>
      {home === null ? null : (
        <button
          type="button"
          className="btn small"
          onClick={() => {
            useScreen.getState().showOverlay({ kind: 'pack', caseId: home, only: ids });
          }}
        >
          {t('archive.pack')}
        </button>
      )}
      <button
        type="button"
        className="btn small"
        onClick={() => {
          void exportArchive(items);
        }}
      >
        {t('archive.exportSelected')}
      </button>
      <button
        type="button"
        className="btn small danger"
        onClick={() => {
          deletePieces(items);
        }}
      >
        {t('archive.delete')} <kbd>Del</kbd>
      </button>
      <span className="grow" />
      <button type="button" className="btn small plain" onClick={clearSelection}>
        {t('archive.clear')} <kbd>Esc</kbd>
      </button>
      {moving ? (
        <CasePicker
          title={t('archive.moveTitle', { count })}
          without={home}
          onClose={() => {
            useSelection.setState({ moving: false });
          }}
          onPick={async ({ id, caseNo }) => {
            const { moved, copies, already } = await moveEvidence(ids, id, now());
            if (moved > 0) tell('archive.moved', { count: moved, caseNo });
            if (copies > 0) tell('archive.movedCopies', { count: copies });
            if (already > 0) warn('archive.alreadyThere', { count: already, caseNo });
            clearSelection();
          }}
        />
      ) : null}
    </div>
  );
}

/** The case all pieces belong to, null when there are several. */
function oneCase(items: readonly Evidence[]): Evidence['caseId'] | null {
  const cases = new Set(items.map(({ caseId }) => caseId));
  return cases.size === 1 ? (items[0]?.caseId ?? null) : null;
}
