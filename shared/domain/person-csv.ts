import Papa from 'papaparse';
import { personRoles } from '../knowledge/people-roles';
import { maskName, maskPhone, maskText } from './mask';
import {
  cleanPerson,
  findPersonProblems,
  personDetails,
  type Person,
  type PersonDetail,
  type PersonInput,
  type PersonProblem,
} from './person';
import { readCell, textCell } from './wrong-shipment-csv';

/** Columns of an exported contact book, in order. */
export const personColumns = [
  'role',
  'name',
  'phone',
  'wechat',
  'company',
  'courier',
  'note',
  ...personDetails,
] as const;
export type PersonColumn = (typeof personColumns)[number];
export type PersonHeadings = Readonly<Record<PersonColumn, string>>;

/** Most entries an import takes. */
export const personRowsMax = 5000;

/** The contact book for a spreadsheet, safe against formulas; numbers and names masked unless asked. */
export function personCsv(
  people: readonly Person[],
  headings: PersonHeadings,
  language: 'zh-CN' | 'en',
  masked: boolean,
): string {
  const lines = people.map((one) => {
    const role = personRoles.find(({ id }) => id === one.role)?.title;
    const shown = masked
      ? {
          ...one,
          name: maskName(one.name),
          phone: maskPhone(one.phone),
          wechat: maskName(one.wechat),
          note: maskText(one.note),
          details: Object.fromEntries(
            Object.entries(one.details ?? {}).map(([name, text]) => [name, maskText(text)]),
          ),
        }
      : one;
    const details: Readonly<Record<string, string>> = shown.details ?? {};
    const cellOf = (column: PersonColumn): string =>
      column === 'role'
        ? (role?.[language === 'en' ? 'en' : 'zh'] ?? one.role)
        : isDetail(column)
          ? (details[column] ?? '')
          : shown[column];
    return personColumns.map((column) => textCell(cellOf(column)));
  });
  const head = personColumns.map((column) => headings[column]);
  return `\ufeff${Papa.unparse([head, ...lines], { quotes: true, newline: '\r\n' })}\r\n`;
}

function isDetail(column: PersonColumn): column is PersonDetail {
  return (personDetails as readonly string[]).includes(column);
}

/** A line of an import before anything is changed; `line` counts from 1 as a spreadsheet does. */
export type PersonRow =
  | { readonly line: number; readonly effect: 'new' | 'known'; readonly person: PersonInput }
  | {
      readonly line: number;
      readonly effect: 'bad';
      readonly problem: PersonProblem | 'tooMany';
      readonly title: string;
    };

function sameness({ name, phone, company }: Pick<Person, 'name' | 'phone' | 'company'>): string {
  return JSON.stringify([name, company, phone.replaceAll(/\D/g, '')]);
}

/** Reads a table with headings in any of the given languages; null when no column of names or companies is found. */
export function readPersonRows(
  text: string,
  existing: readonly Person[],
  languages: readonly PersonHeadings[],
): readonly PersonRow[] | null {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: 'greedy' });
  const head = data[0]?.map((cell) => readCell(cell).trim().toLowerCase()) ?? [];
  const at = (column: PersonColumn): number =>
    head.findIndex(
      (cell) => cell === column || languages.some((headings) => headings[column].toLowerCase() === cell),
    );
  if (at('name') === -1 && at('company') === -1) return null;
  const seen = new Set(existing.map(sameness));
  return data.slice(1).map((row, index): PersonRow => {
    const cell = (column: PersonColumn): string => readCell(row[at(column)] ?? '').trim();
    const person = cleanPerson({
      role: roleIdOf(cell('role')),
      name: cell('name'),
      phone: cell('phone'),
      wechat: cell('wechat'),
      company: cell('company'),
      courier: cell('courier'),
      shopId: null,
      note: cell('note'),
      details: Object.fromEntries(personDetails.map((name) => [name, cell(name)])),
    });
    const line = index + 2;
    const title = (person.name || person.company || person.phone).slice(0, 40);
    const problem = index >= personRowsMax ? 'tooMany' : findPersonProblems(person)[0];
    if (problem !== undefined) return { line, effect: 'bad', problem, title };
    const key = sameness(person);
    if (seen.has(key)) return { line, effect: 'known', person };
    seen.add(key);
    return { line, effect: 'new', person };
  });
}

/** A role by id or by its name in either language; the last one when it is not known. */
function roleIdOf(cell: string): string {
  const wanted = cell.toLowerCase();
  const found = personRoles.find(
    ({ id, title }) => id.toLowerCase() === wanted || title.zh === cell || title.en.toLowerCase() === wanted,
  );
  return found?.id ?? 'other';
}
