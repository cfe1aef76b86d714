import { formatYuan, parseYuan } from './money';
import { cleanWaybill, isWaybill } from './parcel';
import { wordsIn, type Step, type StepField } from './playbook';

export type StepValues = Readonly<Record<string, string>>;
export type FieldProblem = 'missing' | 'money' | 'waybill' | 'choice' | 'long' | 'tooMuch';

const longest = 500;

/** A typed value as it is kept: trimmed, waybills in capitals without blanks or dashes. */
export function cleanValue(field: StepField, text: string): string {
  const trimmed = text.normalize('NFC').trim();
  return field.type === 'waybill' ? cleanWaybill(trimmed) : trimmed;
}

/** What is wrong with a value, or null. `paidFen` is what the buyer paid, null when not known. */
export function findFieldProblem(
  field: StepField,
  text: string,
  paidFen: number | null,
): FieldProblem | null {
  const value = cleanValue(field, text);
  if (value === '') return field.required ? 'missing' : null;
  if (value.length > longest) return 'long';
  if (field.type === 'money') {
    const fen = parseYuan(value);
    if (fen === null || fen < 0) return 'money';
    return field.atMost === 'paid' && paidFen !== null && fen > paidFen ? 'tooMuch' : null;
  }
  if (field.type === 'waybill') return isWaybill(value) ? null : 'waybill';
  if (field.type === 'choice')
    return field.choices?.some(({ id }) => id === value) === true ? null : 'choice';
  return null;
}

/** Whether all values of a step can be kept. */
export function areValuesFine(step: Step, values: StepValues, paidFen: number | null): boolean {
  return (step.fields ?? []).every(
    (field) => findFieldProblem(field, values[field.id] ?? '', paidFen) === null,
  );
}

/** The values in one line for the history, in a language of the screen. */
export function describeValues(step: Step, values: StepValues, language: string): string {
  return (step.fields ?? [])
    .flatMap((field) => {
      const value = cleanValue(field, values[field.id] ?? '');
      if (value === '') return [];
      const choice = field.choices?.find(({ id }) => id === value);
      const money = field.type === 'money' ? parseYuan(value) : null;
      const shown =
        choice !== undefined
          ? wordsIn(choice.title, language)
          : money !== null
            ? `¥${formatYuan(money)}`
            : value;
      return [`${wordsIn(field.title, language)} ${shown}`];
    })
    .join(language === 'en' ? ', ' : '，');
}
