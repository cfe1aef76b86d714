import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { countEvidence, listEvidenceOfCase } from '../../data/evidence-repository';
import { useLive } from '../../data/use-live';
import { useScreen } from '../../state/screen-store';
import { collectPicked } from './collect-files';
import { EvidenceTile } from './evidence-tile';
import { countColumns, stepInGrid } from './grid-keys';
import { intakeFiles } from './intake';
import { addRejected } from './intake-store';
import './evidence.css';
import type { Evidence } from '#shared/domain/evidence';
import type { CaseId, EvidenceId } from '#shared/domain/ids';

/** How many pieces of evidence a case has, for a tab's badge; undefined until counted. */
export function useEvidenceCount(caseId: CaseId): number | undefined {
  return useLive(() => countEvidence(caseId), [caseId]);
}

/** A case's evidence as a grid, with a place to drop, paste or pick more (R17 to R22). */
export function CaseEvidence({ caseId }: { readonly caseId: CaseId }) {
  const { t } = useTranslation();
  const items = useLive(() => listEvidenceOfCase(caseId), [caseId]);
  const ids = useRef<readonly EvidenceId[]>([]);
  useEffect(() => {
    ids.current = items?.map(({ id }) => id) ?? [];
  }, [items]);
  const open = useCallback(({ id }: Evidence): void => {
    useScreen.getState().showOverlay({ kind: 'viewer', ids: ids.current, index: ids.current.indexOf(id) });
  }, []);
  const grid = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState(0);
  if (items === undefined) return null;

  const onKeyDown = (event: KeyboardEvent): void => {
    const tiles = [...(grid.current?.querySelectorAll<HTMLElement>('.evidence-tile') ?? [])];
    const from = tiles.indexOf(event.target as HTMLElement);
    const to = from === -1 ? null : stepInGrid(event.key, from, tiles.length, countColumns(tiles));
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    setFocused(to);
    tiles[to]?.focus();
  };
  return (
    <div
      ref={grid}
      className="evidence-grid"
      role="group"
      aria-label={t('evidence.ofCase')}
      onKeyDown={onKeyDown}
    >
      {items.map((item, index) => (
        <EvidenceTile
          key={item.id}
          item={item}
          focusable={index === Math.min(focused, items.length - 1)}
          onOpen={open}
        />
      ))}
      <PickTile caseId={caseId} />
    </div>
  );
}

/** The last tile: says where files can go, and opens the file picker. */
function PickTile({ caseId }: { readonly caseId: CaseId }) {
  const { t } = useTranslation();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const onChange = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }): void => {
    const { files: found, rejected } = collectPicked([...(currentTarget.files ?? [])]);
    // The same file can be picked again later.
    currentTarget.value = '';
    addRejected(rejected);
    void intakeFiles(caseId, found);
  };
  return (
    <div className="evidence-pick">
      <span className="ink-2">
        {t('evidence.dropHere')} <kbd>Ctrl V</kbd>
      </span>
      <span className="evidence-pick-buttons">
        <button type="button" onClick={() => files.current?.click()}>
          {t('evidence.pickFiles')}
        </button>
        <button type="button" onClick={() => folder.current?.click()}>
          {t('evidence.pickFolder')}
        </button>
      </span>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={t('evidence.pickFiles')}
        onChange={onChange}
      />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        aria-label={t('evidence.pickFolder')}
        onChange={onChange}
        // Not a property of React's: makes the picker choose a folder and everything in it.
        {...{ webkitdirectory: '' }}
      />
    </div>
  );
}
