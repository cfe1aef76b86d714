import type { PersonId, ShopId } from './ids';

/** What is kept of somebody beyond how to reach them; which roles have it stands in `knowledge/people-roles` (R125). */
export const personDetails = ['returnAddress', 'terms', 'licence'] as const;
export type PersonDetail = (typeof personDetails)[number];

/** Somebody the shop works with (R58, R109): not a buyer. */
export type Person = {
  readonly id: PersonId;
  /** Id of a role of `knowledge/people-roles`. */
  readonly role: string;
  readonly name: string;
  readonly phone: string;
  readonly wechat: string;
  readonly company: string;
  /** Which courier it is about, in words; empty for none. */
  readonly courier: string;
  /** The shop it is about; null for all. */
  readonly shopId: ShopId | null;
  readonly note: string;
  readonly details?: Readonly<Partial<Record<PersonDetail, string>>>;
  /** Of the sample shop, until it is changed by hand. */
  readonly sample?: true;
  readonly createdAt: number;
  readonly updatedAt: number;
};

export type PersonInput = Omit<Person, 'id' | 'sample' | 'createdAt' | 'updatedAt'>;

/** Longest texts of an entry. */
export const personLimits = { line: 80, note: 500 } as const;

export type PersonProblem = 'name' | 'phone' | 'long';

/** A telephone number: digits with an optional plus, blanks, brackets, dashes or an extension; or nothing. */
const phone = /^(?:\+?[\d\s()（）\-－]{5,30}(?:(?:转|ext\.?|,)\s?\d{1,6})?)?$/i;

/** An entry as it is kept: one-line texts trimmed and without breaks. */
export function cleanPerson(input: PersonInput): PersonInput {
  const line = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
  return {
    role: input.role,
    name: line(input.name),
    phone: line(input.phone.normalize('NFKC')),
    wechat: line(input.wechat),
    company: line(input.company),
    courier: line(input.courier),
    shopId: input.shopId,
    note: input.note.normalize('NFC').trim(),
    ...cleanDetails(input.details),
  };
}

function cleanDetails(details: Person['details'] = {}): Pick<Person, 'details'> {
  const kept = personDetails.flatMap((name) => {
    const text = (Object.hasOwn(details, name) ? (details[name] ?? '') : '').normalize('NFC').trim();
    return text === '' ? [] : [[name, text] as const];
  });
  return kept.length === 0 ? {} : { details: Object.fromEntries(kept) };
}

/** What is wrong with an entry; empty when it can be kept. A name or a company is enough to find it by. */
export function findPersonProblems(input: PersonInput): readonly PersonProblem[] {
  const { name, phone: number, wechat, company, courier, note, details = {} } = cleanPerson(input);
  const tooLong =
    [name, number, wechat, company, courier].some((text) => text.length > personLimits.line) ||
    [note, ...Object.values(details)].some((text) => text.length > personLimits.note);
  return [
    ...(name === '' && company === '' ? (['name'] as const) : []),
    ...(phone.test(number) ? [] : (['phone'] as const)),
    ...(tooLong ? (['long'] as const) : []),
  ];
}

/** How an entry is called: its name, else its company. */
export function personName({ name, company }: Pick<Person, 'name' | 'company'>): string {
  return name === '' ? company : name;
}
