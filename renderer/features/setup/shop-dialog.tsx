import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { platforms, type Platform } from '#shared/domain/platform';
import { saveShop } from '../../data/shop-repository';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { Field } from '../../ui/field';
import { FormDialog } from './form-dialog';
import { defaultName } from './shop-names';
import { TextField } from './text-field';
import type { AddressId } from '#shared/domain/ids';
import type { ReturnAddress, Shop } from '#shared/domain/shop';

type ShopDraft = {
  readonly platform: Platform;
  /** Null until typed: the field then shows the platform's usual name. */
  readonly name: string | null;
  readonly signature: string;
  readonly addressId: AddressId | '';
  readonly postageLink: string;
};

function draftOf(shop: Shop | null, addresses: readonly ReturnAddress[]): ShopDraft {
  if (shop === null)
    return { platform: 'pdd', name: null, signature: '', addressId: addresses[0]?.id ?? '', postageLink: '' };
  const known = addresses.some((one) => one.id === shop.addressId);
  return { ...shop, addressId: known ? (shop.addressId ?? '') : '', postageLink: shop.postageLink ?? '' };
}

/** Adds a shop (`shop` null) or changes one. */
export function ShopDialog({
  shop,
  addresses,
  onClose,
}: {
  readonly shop: Shop | null;
  readonly addresses: readonly ReturnAddress[];
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const draft = useDraft(`shop:${shop?.id ?? 'new'}`, draftOf(shop, addresses), now, report);
  const [nameless, setNameless] = useState(false);
  const fields = draft.value;
  if (fields === undefined) return null;
  const name = fields.name ?? defaultName(t, fields.platform);

  const save = async (): Promise<boolean> => {
    setNameless(name.trim() === '');
    if (name.trim() === '') return false;
    await saveShop(
      {
        ...(shop === null ? {} : { id: shop.id }),
        platform: fields.platform,
        name: name.trim(),
        signature: fields.signature.trim(),
        addressId: fields.addressId === '' ? null : fields.addressId,
        postageLink: fields.postageLink.trim(),
        sample: shop?.sample ?? false,
      },
      now(),
    );
    await draft.clear();
    return true;
  };

  return (
    <FormDialog
      title={t(shop === null ? 'setup.addShop' : 'setup.editShop')}
      restored={draft.restored}
      onDiscard={() => void draft.clear()}
      save={save}
      onClose={onClose}
    >
      <div className="form-grid">
        <Field label={t('setup.platform')}>
          {({ id }) => (
            <Select
              id={id}
              value={fields.platform}
              options={platforms.map((value) => ({ value, label: t(`domain.platform.${value}`) }))}
              onChange={(platform: Platform) => {
                draft.change({ platform });
              }}
            />
          )}
        </Field>
        <TextField
          label={t('setup.shopNameLabel')}
          value={name}
          problem={nameless ? t('setup.nameMissing') : undefined}
          onChange={(value) => {
            setNameless(false);
            draft.change({ name: value });
          }}
        />
        <TextField
          label={t('setup.signature')}
          hint={t('setup.signatureHint')}
          value={fields.signature}
          onChange={(signature) => {
            draft.change({ signature });
          }}
        />
        <Field label={t('setup.returnAddress')}>
          {({ id }) => (
            <Select
              id={id}
              value={fields.addressId}
              options={[
                { value: '', label: t('setup.noAddress') },
                ...addresses.map((one) => ({ value: one.id, label: `${one.label} · ${one.recipient}` })),
              ]}
              onChange={(addressId: ShopDraft['addressId']) => {
                draft.change({ addressId });
              }}
            />
          )}
        </Field>
        <TextField
          wide
          label={t('setup.postageLink')}
          hint={t('setup.postageLinkHint')}
          value={fields.postageLink}
          onChange={(postageLink) => {
            draft.change({ postageLink });
          }}
        />
      </div>
    </FormDialog>
  );
}
