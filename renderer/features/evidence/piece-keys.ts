import { setTurns } from '../../data/evidence-work-repository';
import { report } from '../../state/toast-store';
import { comparePieces, deletePieces } from './archive-actions';
import { clearSelection, selectAll, selectBy, startMoving, useSelection } from './archive-selection';
import type { KeyboardEvent } from 'react';
import type { Evidence } from '#shared/domain/evidence';

/**
 * What a key means on a tile, in the archive and in a case alike: Ctrl Space selects, Ctrl A selects all, Esc none, Del
 * deletes, M moves to another case, C compares two, R turns. Acts on the selection when the tile belongs to it, else on
 * the tile alone.
 * @param all everything on screen, in its order
 * @returns whether the key meant something
 */
export function runPieceKey(event: KeyboardEvent, from: Evidence, all: readonly Evidence[]): boolean {
  const key = event.key.toLowerCase();
  const ids = all.map(({ id }) => id);
  if (event.ctrlKey || event.metaKey) {
    if (key === ' ') useSelection.setState((state) => selectBy(state, from.id, 'toggle', ids));
    else if (key === 'a') selectAll(ids);
    else return false;
    return true;
  }
  const selected = useSelection.getState().ids;
  const pieces = selected.has(from.id) ? all.filter(({ id }) => selected.has(id)) : [from];
  if (event.key === 'Escape' && selected.size > 0) clearSelection();
  else if (event.key === 'Delete') deletePieces(pieces);
  else if (key === 'c' && pieces.length === 2) comparePieces(pieces);
  else if (key === 'm') startMoving(pieces.map(({ id }) => id));
  else if (key === 'r') Promise.all(pieces.map(({ id, turns = 0 }) => setTurns(id, turns + 1))).catch(report);
  else return false;
  return true;
}
