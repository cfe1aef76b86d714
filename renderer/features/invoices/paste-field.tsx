import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readInvoiceText } from '#shared/domain/invoice-text';
import { Field } from '../../ui/field';
import type { TypedInvoice } from './invoice-draft';

/** Takes the whole text a buyer sent and fills the fields from it; says which, so that each can be looked at. */
export function PasteField({ onRead }: { readonly onRead: (part: Partial<TypedInvoice>) => void }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [found, setFound] = useState<readonly string[] | null>(null);
  const take = (typed: string): void => {
    setText(typed);
    if (typed.trim() === '') {
      setFound(null);
      return;
    }
    const read = readInvoiceText(typed);
    const names = Object.keys(read);
    setFound(names);
    if (names.length === 0) return;
    const isCompany = read.taxNo !== undefined;
    onRead({ ...read, ...(isCompany ? { titleKind: 'company' as const } : {}) });
  };
  return (
    <Field
      label={t('invoices.paste')}
      hint={
        found === null
          ? t('invoices.pasteHint')
          : found.length === 0
            ? t('invoices.pasteNothing')
            : t('invoices.pasted', {
                names: found.map((name) => t(`invoices.field.${name}`)).join(t('common.listSeparator')),
              })
      }
    >
      {({ id, describedBy }) => (
        <Input.TextArea
          id={id}
          aria-describedby={describedBy}
          className="area invoice-paste"
          maxLength={4000}
          value={text}
          onChange={(event) => {
            take(event.target.value);
          }}
        />
      )}
    </Field>
  );
}
