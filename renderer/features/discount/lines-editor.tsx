import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatYuan } from '#shared/domain/money';
import { newLine, readLine, type TypedLine } from './discount-draft';
import type { OrderSum } from './reckon-order';

const texts = ['name', 'price', 'pieces', 'back', 'before'] as const;

/** The lines of an order: what was bought, what comes back, and what each costs and gives back in the end. */
export function LinesEditor({
  lines,
  sum,
  onChange,
}: {
  readonly lines: readonly TypedLine[];
  readonly sum: OrderSum | null;
  readonly onChange: (lines: readonly TypedLine[]) => void;
}) {
  const { t } = useTranslation();
  const put = (index: number, part: Partial<TypedLine>): void => {
    onChange(lines.map((one, at) => (at === index ? { ...one, ...part } : one)));
  };
  return (
    <div className="discount-lines">
      <div className="discount-line ink-3" aria-hidden="true">
        {texts.map((name) => (
          <span key={name}>{t(`discount.line.${name}`)}</span>
        ))}
        <span>{t('discount.line.joins')}</span>
        <span className="discount-money">{t('discount.line.paid')}</span>
        <span className="discount-money">{t('discount.line.refund')}</span>
        <span />
      </div>
      {lines.map((line, index) => {
        const bad = readLine(line);
        return (
          // oxlint-disable-next-line react/no-array-index-key
          <div
            key={index}
            className="discount-line"
            role="group"
            aria-label={t('discount.lineOf', { number: index + 1 })}
          >
            {texts.map((name) => (
              <Input
                key={name}
                size="small"
                maxLength={name === 'name' ? 80 : 12}
                autoFocus={index === 0 && name === 'price'}
                status={bad === name && line[name].trim() !== '' ? 'error' : ''}
                aria-label={t('discount.fieldOf', { field: t(`discount.line.${name}`), number: index + 1 })}
                value={line[name]}
                onChange={(event) => {
                  put(index, { [name]: event.target.value });
                }}
              />
            ))}
            <Checkbox
              aria-label={t('discount.fieldOf', { field: t('discount.line.joins'), number: index + 1 })}
              checked={line.joins}
              onChange={(event) => {
                put(index, { joins: event.target.checked });
              }}
            />
            <span className="discount-money">
              {sum === null ? '' : `¥${formatYuan(sum.lines[index]?.paidFen ?? 0)}`}
            </span>
            <b className="discount-money">
              {sum === null ? '' : `¥${formatYuan(sum.lines[index]?.refundFen ?? 0)}`}
            </b>
            <button
              type="button"
              className="btn small plain"
              disabled={lines.length === 1}
              aria-label={t('discount.removeLine', { number: index + 1 })}
              onClick={() => {
                onChange(lines.filter((_one, at) => at !== index));
              }}
            >
              ×
            </button>
          </div>
        );
      })}
      {lines.length >= 20 ? null : (
        <button
          type="button"
          className="btn small"
          onClick={() => {
            onChange([...lines, newLine]);
          }}
        >
          {t('discount.addLine')}
        </button>
      )}
    </div>
  );
}
