import { Input, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { slipPapers, type ReturnSlip } from '#shared/domain/return-slip';
import { parseDay } from '#shared/domain/parse-day';
import { rememberSlipPaper } from '../../data/slip-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { DayInput } from '../../ui/day-input';
import { Field } from '../../ui/field';
import type { SlipChoices } from './slip-choices';
import type { AddressId } from '#shared/domain/ids';
import type { ReturnAddress } from '#shared/domain/shop';

const languages = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
] as const;

/** Everything that can be chosen for a slip; `slip` shows what is chosen now. */
export function SlipOptions({
  slip,
  addresses,
  addressId,
  lastDay,
  onChange,
}: {
  readonly slip: ReturnSlip;
  readonly addresses: readonly ReturnAddress[];
  readonly addressId: AddressId;
  /** The last day as typed; `slip` has it only once it is understood. */
  readonly lastDay: string;
  readonly onChange: (part: Partial<SlipChoices>) => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="slip-options">
      <Field label={t('slips.paper')}>
        {({ id }) => (
          <Segmented
            id={id}
            aria-label={t('slips.paper')}
            block
            value={slip.paper}
            options={slipPapers.map((paper) => ({ value: paper, label: t(`slips.papers.${paper}`) }))}
            onChange={(paper) => {
              onChange({ paper });
              rememberSlipPaper(paper).catch(report);
            }}
          />
        )}
      </Field>
      <Field label={t('slips.language')}>
        {({ id }) => (
          <Segmented
            id={id}
            aria-label={t('slips.language')}
            block
            value={slip.language}
            options={[...languages]}
            onChange={(language) => {
              onChange({ language });
            }}
          />
        )}
      </Field>
      <Field label={t('slips.address')}>
        {({ id }) => (
          <Select
            id={id}
            value={addressId}
            options={addresses.map((one) => ({
              value: one.id,
              label: [one.label, one.recipient, one.address].filter((text) => text !== '').join(' · '),
            }))}
            onChange={(value) => {
              onChange({ addressId: value });
            }}
          />
        )}
      </Field>
      <Field
        label={t('slips.lastDay')}
        hint={t('slips.lastDayHint')}
        problem={parseDay(lastDay, now(), 'future') === null ? t('slips.lastDayUnread') : undefined}
      >
        {({ id, describedBy }) => (
          <DayInput
            id={id}
            describedBy={describedBy}
            value={lastDay}
            direction="future"
            now={now()}
            onChange={(text) => {
              onChange({ lastDay: text });
            }}
          />
        )}
      </Field>
      <Field label={t('slips.handling')}>
        {({ id }) => (
          <Input
            id={id}
            maxLength={60}
            value={slip.handling}
            onChange={(event) => {
              onChange({ handling: event.target.value });
            }}
          />
        )}
      </Field>
      <Field label={t('slips.extra')}>
        {({ id }) => (
          <Input.TextArea
            id={id}
            maxLength={120}
            className="area"
            placeholder={t('slips.extraExample')}
            value={slip.extra}
            onChange={(event) => {
              onChange({ extra: event.target.value });
            }}
          />
        )}
      </Field>
    </div>
  );
}
