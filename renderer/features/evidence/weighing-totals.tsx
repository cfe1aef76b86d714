import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { parcelStates, type ParcelState } from '#shared/domain/weighing';
import { emptyWaybill, type WaybillDraft, type WeighingDraft } from './weighing-draft';
import { GramsField, PhotoField } from './weighing-fields';
import type { Evidence } from '#shared/domain/evidence';

/** All waybills of the order (R32), and everything together on the scale with the tolerance that is granted (R33). */
export function WeighingTotals({
  value,
  photos,
  change,
}: {
  readonly value: WeighingDraft;
  readonly photos: readonly Evidence[];
  readonly change: (part: Partial<WeighingDraft>) => void;
}) {
  const { t } = useTranslation();
  const { waybills } = value;
  const edit = (index: number, part: Partial<WaybillDraft>): void => {
    const before = waybills[index]?.waybill;
    change({
      waybills: waybills.map((one, at) => (at === index ? { ...one, ...part } : one)),
      // A corrected number takes the lines that were sent under it along.
      ...(part.waybill === undefined
        ? {}
        : {
            parts: value.parts.map((one) =>
              one.waybill !== '' && one.waybill === before ? { ...one, waybill: part.waybill ?? '' } : one,
            ),
          }),
    });
  };
  return (
    <div className="weighing-totals">
      <div className="field">
        <span className="label">{t('weighing.waybills')}</span>
        {waybills.map((one, index) => (
          <div className="weighing-waybill" key={index}>
            <Input
              size="small"
              className="mono"
              aria-label={t('weighing.waybill')}
              placeholder={t('weighing.waybill')}
              spellCheck={false}
              maxLength={40}
              value={one.waybill}
              onChange={({ target }) => {
                edit(index, { waybill: target.value.trim() });
              }}
            />
            <GramsField
              label={t('weighing.billed')}
              value={one.grams}
              onChange={(grams) => {
                edit(index, { grams });
              }}
            />
            <Select
              size="small"
              aria-label={t('weighing.parcelState')}
              value={one.state}
              options={parcelStates.map((state) => ({ value: state, label: t(`weighing.state.${state}`) }))}
              onChange={(state: ParcelState) => {
                edit(index, { state });
              }}
            />
            <button
              type="button"
              className="btn small plain"
              aria-label={t('common.delete')}
              onClick={() => {
                change({ waybills: waybills.filter((_, at) => at !== index) });
              }}
            >
              ×
            </button>
          </div>
        ))}
        <button
          type="button"
          className="btn small weighing-add"
          onClick={() => {
            change({ waybills: [...waybills, { ...emptyWaybill, state: 'unknown' }] });
          }}
        >
          {t('weighing.addWaybill')}
        </button>
      </div>
      <div className="weighing-scale">
        <Labelled label={t('weighing.packaging')}>
          <GramsField
            label={t('weighing.packaging')}
            value={value.packaging}
            onChange={(packaging) => {
              change({ packaging });
            }}
          />
        </Labelled>
        <Labelled label={t('weighing.total')}>
          <GramsField
            label={t('weighing.total')}
            value={value.total}
            onChange={(total) => {
              change({ total });
            }}
          />
        </Labelled>
        <Labelled label={t('weighing.totalPhoto')}>
          <PhotoField
            label={t('weighing.totalPhoto')}
            value={value.totalEvidenceId}
            photos={photos}
            onChange={(totalEvidenceId) => {
              change({ totalEvidenceId });
            }}
          />
        </Labelled>
        <Labelled label={t('weighing.tolerance')}>
          <span className="weighing-tolerance">
            <GramsField
              label={t('weighing.toleranceGrams')}
              value={value.toleranceGrams}
              onChange={(toleranceGrams) => {
                change({ toleranceGrams });
              }}
            />
            <span>g /</span>
            <Input
              size="small"
              aria-label={t('weighing.tolerancePercent')}
              inputMode="numeric"
              value={value.tolerancePercent}
              status={/^\d{1,2}$/.test(value.tolerancePercent.trim()) ? '' : 'error'}
              onChange={({ target }) => {
                change({ tolerancePercent: target.value });
              }}
            />
            <span>%</span>
          </span>
        </Labelled>
      </div>
    </div>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className="field">
      <span className="label">{label}</span>
      {children}
    </div>
  );
}
