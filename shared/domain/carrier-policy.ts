/** How a shop takes a courier's parcel in: whether it is one it named, and whether freight collect is all right (R26, R27). */
export type CarrierPolicy = { readonly listed: boolean; readonly cod: boolean };

const codMark = /到付|\bcod\b|collect/i;

/** A courier's name as people mean it: without the words every courier has, and what stands in brackets. */
function bareName(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[（(][^)）]*[)）]/g, '')
    .replaceAll(/快递|快运|速运|速递|物流|express|\s/g, '');
}

/**
 * What an address's list of couriers (`顺丰（可到付）、中通、EMS`) says about one: a name with 到付 in its brackets may come
 * freight collect. Null where the list is empty or no courier is named: then nothing can be said.
 */
export function readCarrierPolicy(list: string, carrier: string): CarrierPolicy | null {
  const wanted = bareName(carrier);
  const entries = list.split(/[、,，;；/|]/).filter((one) => bareName(one) !== '');
  if (wanted === '' || entries.length === 0) return null;
  const entry = entries.find((one) => {
    const name = bareName(one);
    return name.includes(wanted) || wanted.includes(name);
  });
  return { listed: entry !== undefined, cod: entry !== undefined && codMark.test(entry) };
}

/** Whether a list names a courier that may come freight collect. */
export function takesCod(list: string): boolean {
  return codMark.test(list);
}
