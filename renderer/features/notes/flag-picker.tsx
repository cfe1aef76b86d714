import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Flag } from '../../ui/flag';
import type { FlagLegend } from '#shared/domain/flag-legend';
import type { FlagColor } from '#shared/domain/order-note';
import type { MemoFormat } from '#shared/knowledge/memo-formats';

/** The flags a platform's back office offers, and its short label where it has one (R29). */
export function FlagPicker({
  format,
  legend,
  flag,
  tag,
  onFlag,
  onTag,
}: {
  readonly format: MemoFormat;
  /** The shop's own meanings; the platform's colour for after-sales when left out. */
  readonly legend?: FlagLegend | undefined;
  readonly flag: FlagColor;
  readonly tag: string;
  readonly onFlag: (flag: FlagColor) => void;
  readonly onTag: (tag: string) => void;
}) {
  const { t } = useTranslation();
  const meaningOf = (color: FlagColor): string =>
    legend === undefined
      ? color === format.afterSales
        ? t('notes.blueMeans')
        : ''
      : (legend[color]?.text ?? '');
  // A colour kept from another platform stays on offer rather than change in silence.
  const colors = format.flags.includes(flag) ? format.flags : [...format.flags, flag];
  return (
    <div className="notes-flags" role="radiogroup" aria-label={t('notes.flag')}>
      {colors.map((color) => (
        <label key={color} className={color === flag ? 'notes-flag on' : 'notes-flag'}>
          <input
            type="radio"
            name="memo-flag"
            checked={color === flag}
            onChange={() => {
              onFlag(color);
            }}
          />
          <Flag color={color} label={t(`domain.flag.${color}`)} />
          {t(`domain.flag.${color}`)}
          {meaningOf(color) === '' ? null : <span className="ink-3">{meaningOf(color)}</span>}
        </label>
      ))}
      {format.tagMax === null ? null : (
        <Input
          className="notes-tag"
          aria-label={t('notes.tag')}
          placeholder={t('notes.tagHint', { max: format.tagMax })}
          value={tag}
          status={Array.from(tag.trim()).length > format.tagMax ? 'error' : ''}
          onChange={(event) => {
            onTag(event.target.value);
          }}
        />
      )}
      {format.levels ? <span className="ink-3">{t('notes.levels')}</span> : null}
    </div>
  );
}
