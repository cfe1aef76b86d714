import { Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { buyerCautions, type BuyerProfile } from '#shared/domain/buyer';
import { saveBuyer } from '../../data/buyer-repository';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { Field } from '../../ui/field';
import type { Case } from '#shared/domain/case';

/** A caution with its reason, and a remark (R11, R163); private, never exported unless asked. */
export function BuyerForm({
  item,
  profile,
  onDone,
}: {
  readonly item: Pick<Case, 'platform' | 'buyerId'>;
  readonly profile: BuyerProfile | null;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation();
  const [caution, setCaution] = useState(profile?.caution ?? 'none');
  const [reason, setReason] = useState(profile?.reason ?? '');
  const [note, setNote] = useState(profile?.note ?? '');
  const [tried, setTried] = useState(false);
  const lacksReason = caution !== 'none' && reason.trim() === '';
  const save = (): void => {
    setTried(true);
    if (lacksReason) return;
    const change = { caution, reason: caution === 'none' ? '' : reason.trim(), note: note.trim() };
    saveBuyer(item.platform, item.buyerId, change, now()).then(onDone, report);
  };
  return (
    <form
      className="buyer-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Segmented
        block
        aria-label={t('cases.buyer.cautionLabel')}
        value={caution}
        options={buyerCautions.map((value) => ({ value, label: t(`cases.buyer.caution.${value}`) }))}
        onChange={setCaution}
      />
      {caution === 'none' ? null : (
        <Field
          label={t('cases.buyer.reason')}
          problem={tried && lacksReason ? t('cases.buyer.reasonMissing') : undefined}
        >
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              maxLength={200}
              value={reason}
              onChange={(event) => {
                setReason(event.target.value);
              }}
            />
          )}
        </Field>
      )}
      <Field label={t('cases.buyer.note')} hint={t('cases.buyer.private')}>
        {({ id, describedBy }) => (
          <Input
            id={id}
            aria-describedby={describedBy}
            maxLength={500}
            value={note}
            onChange={(event) => {
              setNote(event.target.value);
            }}
          />
        )}
      </Field>
      <button type="submit" className="btn small primary">
        {t('common.save')}
      </button>
    </form>
  );
}
