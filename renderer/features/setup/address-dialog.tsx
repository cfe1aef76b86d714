import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveAddress } from '../../data/shop-repository';
import { useDraft } from '../../data/use-draft';
import { now } from '../../platform/clock';
import { report } from '../../state/toast-store';
import { cleanAddress, emptyAddressDraft, findAddressProblems, type AddressProblems } from './address-draft';
import { AddressFields } from './address-fields';
import { FormDialog } from './form-dialog';
import { TextField } from './text-field';
import type { ReturnAddress } from '#shared/domain/shop';

const emptyDraft = { ...emptyAddressDraft, label: '' };

/** Adds a return address (`address` null) or changes one (R25). */
export function AddressDialog({
  address,
  onClose,
}: {
  readonly address: ReturnAddress | null;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const draft = useDraft(`address:${address?.id ?? 'new'}`, address ?? emptyDraft, now, report);
  const [problems, setProblems] = useState<AddressProblems>({});
  const fields = draft.value;
  if (fields === undefined) return null;

  const change = (part: Partial<typeof emptyDraft>): void => {
    draft.change(part);
    if (Object.keys(problems).length > 0) setProblems(findAddressProblems({ ...fields, ...part }));
  };
  const save = async (): Promise<boolean> => {
    const found = findAddressProblems(fields);
    setProblems(found);
    if (Object.keys(found).length > 0) return false;
    await saveAddress(
      {
        ...(address === null ? {} : { id: address.id }),
        label: fields.label.trim() === '' ? t('setup.firstAddress') : fields.label.trim(),
        ...cleanAddress(fields),
        sample: address?.sample ?? false,
      },
      now(),
    );
    await draft.clear();
    return true;
  };

  return (
    <FormDialog
      title={t(address === null ? 'setup.addAddress' : 'setup.editAddress')}
      restored={draft.restored}
      onDiscard={() => {
        setProblems({});
        void draft.clear();
      }}
      save={save}
      onClose={onClose}
    >
      <div className="setup-label-field">
        <TextField
          label={t('setup.addressLabel')}
          placeholder={t('setup.firstAddress')}
          autoFocus
          value={fields.label}
          onChange={(label) => {
            change({ label });
          }}
        />
      </div>
      <AddressFields draft={fields} problems={problems} onChange={change} />
    </FormDialog>
  );
}
