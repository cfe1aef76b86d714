import { maskAddress, maskName, maskPhone, maskText } from '#shared/domain/mask';

/** Fields that are found by, or that name files: masked they would lead nowhere. */
const kept =
  /^(?:id|key|.*Id|.*Key|sha256|hash|prevHash|fileName|folder|caseNo|orderNo|buyerId|platform|type|kind|mime|table)$/;
const phones = /phone|mobile|^tel/i;
const names = /^(?:recipient|receiver|consignee|realName|contactName|personName|wechat)$/i;
const addresses = /^(?:address|street|location)$/i;

/** A row with phone numbers, addresses and names masked, whatever table it is of; everything else stays. */
export function maskRow(row: unknown, table: string): unknown {
  return mask(row, '', table);
}

function mask(value: unknown, field: string, table: string): unknown {
  if (typeof value === 'string') return maskString(value, field, table);
  if (Array.isArray(value)) return value.map((one) => mask(one, field, table));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mask(inner, key, table)]));
}

function maskString(text: string, field: string, table: string): string {
  if (phones.test(field)) return maskPhone(text);
  if (names.test(field) || (table === 'people' && field === 'name')) return maskName(text);
  if (addresses.test(field)) return maskAddress(text);
  return kept.test(field) ? text : maskText(text);
}
