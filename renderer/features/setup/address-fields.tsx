import { useTranslation } from 'react-i18next';
import { TextField } from './text-field';
import type { AddressDraft, AddressField, AddressProblems } from './address-draft';

/** Recipient, phone, address and accepted carriers: what a return slip prints (R25, R26). */
export function AddressFields({
  draft,
  problems,
  onChange,
}: {
  readonly draft: AddressDraft;
  readonly problems: AddressProblems;
  readonly onChange: (part: Partial<AddressDraft>) => void;
}) {
  const { t } = useTranslation();
  const props = (field: AddressField) => {
    const problem = problems[field];
    return {
      value: draft[field],
      problem: problem === undefined ? undefined : t(problem),
      onChange: (value: string) => {
        onChange({ [field]: value });
      },
    };
  };
  return (
    <div className="form-grid">
      <TextField label={t('setup.recipient')} {...props('recipient')} />
      <TextField label={t('setup.phone')} {...props('phone')} />
      <TextField
        label={t('setup.address')}
        placeholder={t('setup.addressPlaceholder')}
        wide
        {...props('address')}
      />
      <TextField label={t('setup.carriers')} hint={t('setup.carriersHint')} wide {...props('carriers')} />
    </div>
  );
}
