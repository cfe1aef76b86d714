import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { parseYuan } from '#shared/domain/money';

/** What a gift cost, in fen; null while it is no amount above nothing (R115). */
export function readGiftCost(text: string): number | null {
  const fen = parseYuan(text);
  return fen !== null && fen > 0 ? fen : null;
}

/** What a gift cost, in yuan as it is typed (R115). */
export function GiftCost({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (text: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Input
      size="small"
      inputMode="decimal"
      maxLength={12}
      value={value}
      aria-label={t('people.giftCost')}
      placeholder={t('people.giftCost')}
      status={value.trim() !== '' && readGiftCost(value) === null ? 'error' : ''}
      onChange={(event) => {
        onChange(event.target.value);
      }}
    />
  );
}
