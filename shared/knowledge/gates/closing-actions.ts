import type { CaseType } from '../../domain/case';
import type { GuardedAction } from '../../domain/gate';
import type { Bearer } from '../../domain/outcome';

/** Writing a loss down to somebody is the guarded action itself, also when a cost or closing does it (1S, gates 5, 6). */
const byBearer: readonly {
  readonly bearer: Bearer;
  readonly action: GuardedAction;
  /** Only in these cases; everywhere when left out. */
  readonly types?: readonly CaseType[];
}[] = [
  { bearer: 'supplier', action: 'chargeSupplier' },
  { bearer: 'courier', action: 'bookLoss', types: ['lost', 'damage'] },
];

/** The guarded actions behind writing a loss down to these bearers. */
export function closingActions(type: CaseType, bearers: readonly Bearer[]): readonly GuardedAction[] {
  return byBearer
    .filter(({ bearer, types }) => bearers.includes(bearer) && types?.includes(type) !== false)
    .map(({ action }) => action);
}
