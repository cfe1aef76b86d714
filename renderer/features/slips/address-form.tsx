import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveAddress, saveShop } from '../../data/shop-repository';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { report, tell } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { isComposing } from '../../ui/is-composing';
import type { Case } from '#shared/domain/case';
import type { Shop } from '#shared/domain/shop';

const empty = { recipient: '', phone: '', address: '', carriers: '' };
type Typed = typeof empty;
/** Longest values: the address has to fit on the smallest paper without being cut. */
const fields = [
  { name: 'recipient', max: 40, required: true },
  { name: 'phone', max: 30, required: true },
  { name: 'address', max: 150, required: true },
  { name: 'carriers', max: 80, required: false },
] as const;

/** Asks for the first return address right where it is missing (R25), and gives it to the case's shop. */
export function AddressForm({ item, shop }: { readonly item: Case; readonly shop: Shop | undefined }) {
  const { t } = useTranslation();
  const draft = useDraft<Typed>('address:new', empty, now, report);
  const [tried, setTried] = useState(false);
  const typed = draft.value;
  if (typed === undefined) return null;

  const save = async (): Promise<void> => {
    setTried(true);
    if (fields.some((field) => field.required && typed[field.name].trim() === '')) return;
    const trimmed = Object.fromEntries(fields.map(({ name }) => [name, typed[name].trim()])) as Typed;
    const saved = await saveAddress({ ...trimmed, label: '', sample: item.sample }, now());
    if (shop !== undefined && shop.addressId === null)
      await saveShop({ ...shop, addressId: saved.id }, now());
    await draft.clear();
    tell('slips.addressSaved');
  };
  const start = (): void => {
    save().catch((error: unknown) => {
      report(error, start);
    });
  };
  return (
    <div
      className="slip-options"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isComposing(event)) start();
      }}
    >
      <p className="slip-no-address">{t('slips.noAddress')}</p>
      {fields.map(({ name, max, required }) => (
        <Field
          key={name}
          label={t(`slips.addressField.${name}`)}
          hint={required ? undefined : t('slips.carriersHint')}
          problem={
            tried && required && typed[name].trim() === '' ? t(`slips.addressMissing.${name}`) : undefined
          }
        >
          {({ id, describedBy }) => (
            <Input
              id={id}
              aria-describedby={describedBy}
              autoFocus={name === 'recipient'}
              maxLength={max}
              value={typed[name]}
              onChange={(event) => {
                draft.change({ [name]: event.target.value });
              }}
            />
          )}
        </Field>
      ))}
      <button type="button" className="btn primary" onClick={start}>
        {t('slips.saveAddress')} <kbd>Ctrl ↵</kbd>
      </button>
    </div>
  );
}
