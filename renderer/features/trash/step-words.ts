import type { TFunction } from 'i18next';
import type { UndoStep } from '../../data/undo/undo-repository';

/** An action as the seller calls it: `修改售后单（货品）· 小鱼爱吃猫`. */
export function stepWords(t: TFunction, { what, field, trashed, subject, count }: UndoStep): string {
  const way = what.split('.')[1] ?? 'other';
  const words = t([`undo.what.${what}`, `undo.way.${way}`, 'undo.what.other']);
  const many = count > 1 ? ` × ${count}` : '';
  if (trashed !== null) {
    const kind = t(`trash.kind.${trashed.kind}`);
    return `${t(`undo.thing.${what}`, { kind, name: trashed.name })}${trashed.kind === 'case' ? ` · ${subject}` : ''}${many}`;
  }
  const detail = field === null ? '' : t('undo.field', { field: t(`timeline.field.${field}`) });
  return `${words}${detail}${many}${subject === '' ? '' : ` · ${subject}`}`;
}
