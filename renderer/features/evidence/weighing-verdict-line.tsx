import { useTranslation } from 'react-i18next';
import { CheckIcon, ClockIcon, WarningIcon } from '../../ui/icons';
import type { WeighingJudgement, WeighingVerdict } from '#shared/domain/weighing-verdict';
import type { PartDraft, WaybillDraft } from './weighing-draft';

const tones: Readonly<Record<WeighingVerdict, 'wait' | 'ok' | 'soon' | 'urgent'>> = {
  noData: 'wait',
  match: 'ok',
  split: 'soon',
  unsure: 'soon',
  sentShort: 'urgent',
  lighterNow: 'urgent',
  short: 'urgent',
  over: 'soon',
};

/** What the weights say, in words and numbers, and what would explain a difference. */
export function WeighingVerdictLine({
  judged,
  parts,
  waybills,
}: {
  readonly judged: WeighingJudgement | null;
  readonly parts: readonly PartDraft[];
  readonly waybills: readonly WaybillDraft[];
}) {
  const { t } = useTranslation();
  if (judged === null) return <p className="weighing-verdict urgent">{t('weighing.mend')}</p>;
  const { verdict, expected, sent, scale, difference, tolerance, suspects } = judged;
  const tone = tones[verdict];
  const grams = (value: number | null): string => (value === null ? '—' : `${value} g`);
  const listed = (which: WaybillDraft['state']): string =>
    waybills
      .filter(({ state, waybill }) => state === which && waybill !== '')
      .map(({ waybill }) => waybill)
      .join(t('common.comma'));
  return (
    <div className={`weighing-verdict ${tone}`} role="status">
      <p>
        {tone === 'ok' ? <CheckIcon /> : tone === 'wait' ? <ClockIcon /> : <WarningIcon />}
        <strong>{t(`weighing.verdict.${verdict}`)}</strong>{' '}
        <span>
          {t(`weighing.means.${verdict}`, { underway: listed('underway'), unsure: listed('unknown') })}
        </span>
      </p>
      <p className="weighing-numbers">
        {t('weighing.numbers', {
          expected: grams(expected),
          sent: grams(sent),
          scale: grams(scale),
          difference: difference === null ? '—' : `${difference > 0 ? '+' : ''}${difference} g`,
          tolerance,
        })}
      </p>
      {suspects.length === 0 ? null : (
        <p>
          {t('weighing.suspects', {
            parts: suspects
              .map(({ index, count }) => `${parts[index]?.name ?? ''} × ${count}`)
              .join(t('weighing.or')),
          })}
        </p>
      )}
    </div>
  );
}
