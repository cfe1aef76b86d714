import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { emptyPart, isCount, type PartDraft, type WeighingDraft } from './weighing-draft';
import { GramsField, PhotoField } from './weighing-fields';
import type { Evidence } from '#shared/domain/evidence';
import type { WeighingJudgement } from '#shared/domain/weighing-verdict';

/** The packing list: what each line should weigh, what the scale shows for it, and in which parcel it went. */
export function WeighingParts({
  value,
  judged,
  photos,
  change,
}: {
  readonly value: WeighingDraft;
  readonly judged: WeighingJudgement | null;
  readonly photos: readonly Evidence[];
  readonly change: (part: Partial<WeighingDraft>) => void;
}) {
  const { t } = useTranslation();
  const { parts } = value;
  const waybills = value.waybills.map(({ waybill }) => waybill.trim()).filter((one) => one !== '');
  const edit = (index: number, part: Partial<PartDraft>): void => {
    change({ parts: parts.map((one, at) => (at === index ? { ...one, ...part } : one)) });
  };
  return (
    <div className="weighing-scroll">
      <table className="weighing-table">
        <thead>
          <tr>
            <th>{t('weighing.part')}</th>
            <th className="narrow">{t('weighing.quantity')}</th>
            <th className="narrow">{t('weighing.unit')}</th>
            <th className="narrow">{t('weighing.read')}</th>
            <th>{t('weighing.difference')}</th>
            <th>{t('weighing.inParcel')}</th>
            <th>{t('weighing.photo')}</th>
            <th aria-label={t('common.delete')} />
          </tr>
        </thead>
        <tbody>
          {parts.map((part, index) => (
            <tr key={index}>
              <td>
                <Input
                  size="small"
                  aria-label={t('weighing.part')}
                  value={part.name}
                  maxLength={80}
                  onChange={({ target }) => {
                    edit(index, { name: target.value });
                  }}
                />
              </td>
              <td>
                <Input
                  size="small"
                  aria-label={t('weighing.quantity')}
                  inputMode="numeric"
                  value={part.quantity}
                  status={isCount(part.quantity) ? '' : 'error'}
                  onChange={({ target }) => {
                    edit(index, { quantity: target.value });
                  }}
                />
              </td>
              <td>
                <GramsField
                  label={t('weighing.unit')}
                  value={part.unit}
                  onChange={(unit) => {
                    edit(index, { unit });
                  }}
                />
              </td>
              <td>
                <GramsField
                  label={t('weighing.read')}
                  value={part.read}
                  onChange={(read) => {
                    edit(index, { read });
                  }}
                />
              </td>
              <td>
                <PartVerdict judged={judged} index={index} />
              </td>
              <td>
                <Select
                  size="small"
                  className="weighing-select"
                  aria-label={t('weighing.inParcel')}
                  value={waybills.includes(part.waybill) ? part.waybill : ''}
                  popupMatchSelectWidth={false}
                  options={[
                    { value: '', label: t('weighing.thisParcel') },
                    ...waybills.map((one) => ({ value: one, label: one })),
                  ]}
                  onChange={(waybill: string) => {
                    edit(index, { waybill });
                  }}
                />
              </td>
              <td>
                <PhotoField
                  label={t('weighing.photo')}
                  value={part.evidenceId}
                  photos={photos}
                  onChange={(evidenceId) => {
                    edit(index, { evidenceId });
                  }}
                />
              </td>
              <td>
                <button
                  type="button"
                  className="btn small plain"
                  aria-label={t('common.delete')}
                  onClick={() => {
                    change({ parts: parts.filter((_, at) => at !== index) });
                  }}
                >
                  ×
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <button
        type="button"
        className="btn small"
        onClick={() => {
          change({ parts: [...parts, emptyPart] });
        }}
      >
        {t('weighing.addPart')}
      </button>
    </div>
  );
}

function PartVerdict({
  judged,
  index,
}: {
  readonly judged: WeighingJudgement | null;
  readonly index: number;
}) {
  const { t } = useTranslation();
  const part = judged?.parts[index];
  if (part === undefined || part.state === 'unknown') return <span className="ink-3">—</span>;
  const sign = part.difference === null ? '' : `${part.difference > 0 ? '+' : ''}${part.difference} g `;
  const tone = { ok: 'ok', short: 'urgent', over: 'soon', underway: 'wait', unsure: 'wait' }[part.state];
  return (
    <span className={`weighing-part ${tone}`}>
      {sign}
      {t(`weighing.partState.${part.state}`)}
    </span>
  );
}
