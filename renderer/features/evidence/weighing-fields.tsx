import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { isGrams } from './weighing-draft';
import type { Evidence } from '#shared/domain/evidence';

/** A weight as it is typed: grams, or with its unit (`0.35kg`). */
export function GramsField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation();
  const fine = isGrams(value);
  return (
    <Input
      size="small"
      aria-label={label}
      aria-invalid={!fine}
      title={fine ? undefined : t('weighing.notGrams')}
      status={fine ? '' : 'error'}
      inputMode="decimal"
      value={value}
      onChange={({ target }) => {
        onChange(target.value);
      }}
    />
  );
}

/** The photo of a reading, out of the case's evidence; weighing photos come first. */
export function PhotoField({
  label,
  value,
  photos,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly photos: readonly Evidence[];
  readonly onChange: (id: string) => void;
}) {
  const { t } = useTranslation();
  const fitting = photos
    .filter(({ kind }) => kind === 'weighing' || kind === 'photo' || kind === 'video')
    .toSorted((a, b) => Number(b.kind === 'weighing') - Number(a.kind === 'weighing'));
  return (
    <Select
      size="small"
      allowClear
      aria-label={label}
      value={fitting.some(({ id }) => id === value) ? value : undefined}
      placeholder={t('weighing.noPhoto')}
      popupMatchSelectWidth={false}
      options={fitting.map(({ id, fileName }) => ({ value: id as string, label: fileName }))}
      onChange={(id: string | undefined) => {
        onChange(id ?? '');
      }}
    />
  );
}
