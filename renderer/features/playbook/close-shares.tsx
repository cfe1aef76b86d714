import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { bearers, type Bearer } from '#shared/domain/outcome';
import type { CloseDraft } from './close-draft';

type Shares = NonNullable<CloseDraft['shares']>;

/** Who bears the loss and how much; the sum stands below while it is typed (R2). */
export function CloseShares({
  shares,
  problem,
  onChange,
}: {
  readonly shares: Shares;
  readonly problem: string | undefined;
  readonly onChange: (shares: Shares) => void;
}) {
  const { t } = useTranslation();
  const name = (bearer: Bearer): string => t(`domain.liability.${bearer}`);
  const sum = shares.reduce((total, { percent }) => total + (Number(percent.normalize('NFKC')) || 0), 0);
  const free = bearers.filter((bearer) => !shares.some((one) => one.bearer === bearer));
  const change = (index: number, part: Partial<Shares[number]>): void => {
    onChange(shares.map((one, place) => (place === index ? { ...one, ...part } : one)));
  };
  return (
    <fieldset className="wide walk-shares">
      <legend>{t('playbook.close.shares')}</legend>
      {shares.map(({ bearer, percent }, index) => (
        <div key={bearer} className="walk-share">
          <Select
            aria-label={t('playbook.close.bearerLabel')}
            value={bearer}
            options={[bearer, ...free].map((one) => ({ value: one, label: name(one) }))}
            onChange={(next: Bearer) => {
              change(index, { bearer: next });
            }}
          />
          <Input
            aria-label={t('playbook.close.percentOf', { bearer: name(bearer) })}
            inputMode="numeric"
            maxLength={4}
            value={percent}
            suffix="%"
            onChange={(event) => {
              change(index, { percent: event.target.value });
            }}
          />
          <button
            type="button"
            className="btn small plain"
            aria-label={t('playbook.close.removeShare', { bearer: name(bearer) })}
            onClick={() => {
              onChange(shares.filter((_, place) => place !== index));
            }}
          >
            ×
          </button>
        </div>
      ))}
      <div className="walk-options">
        {free[0] === undefined ? null : (
          <button
            type="button"
            className="btn small"
            onClick={() => {
              const bearer = free[0];
              if (bearer !== undefined)
                onChange([...shares, { bearer, percent: String(Math.max(0, 100 - sum)) }]);
            }}
          >
            {t('playbook.close.addShare')}
          </button>
        )}
        <span className={sum === 100 ? 'ink-3' : 'walk-problem'}>{t('playbook.close.sum', { sum })}</span>
      </div>
      {problem === undefined ? null : (
        <p className="walk-problem" role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  );
}
