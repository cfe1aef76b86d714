import { formatYuan, parseYuan } from './money';
import { parseWhen } from './parse-when';
import { isoMinute } from './shanghai-time';
import { cleanWaybill, isWaybill } from './parcel';
import { wordsIn, type Step, type StepField } from './playbook';

export type StepValues = Readonly<Record<string, string>>;
export type FieldProblem =
  | 'missing'
  | 'money'
  | 'waybill'
  | 'choice'
  | 'checks'
  | 'time'
  | 'long'
  | 'tooMuch';

/** What values are held against: the present (epoch ms), and what the buyer paid, in fen; null when not known. */
export type ValueFacts = { readonly now: number; readonly paidFen: number | null };

const longest = 500;

/** The ticks of a `checks` field, as kept: ids with blanks between, in the order of the list. */
export function ticksOf(field: StepField, text: string): readonly string[] {
  const ticked = new Set(text.split(' '));
  return (field.choices ?? []).flatMap(({ id }) => (ticked.has(id) ? [id] : []));
}

/**
 * A typed value as it is kept: trimmed, waybills in capitals without blanks or dashes, `明天 9点` as the minute that it
 * meant when it was typed.
 */
export function cleanValue(field: StepField, text: string, now: number): string {
  const trimmed = text.normalize('NFC').trim();
  if (field.type === 'time') {
    const at = parseWhen(trimmed, now, 'future');
    return at === null ? trimmed : isoMinute(at);
  }
  if (field.type === 'checks') return ticksOf(field, trimmed).join(' ');
  return field.type === 'waybill' ? cleanWaybill(trimmed) : trimmed;
}

/** What is wrong with a value, or null. */
export function findFieldProblem(
  field: StepField,
  text: string,
  { now, paidFen }: ValueFacts,
): FieldProblem | null {
  const value = cleanValue(field, text, now);
  if (value === '') return field.required ? 'missing' : null;
  if (value.length > longest) return 'long';
  if (field.type === 'money') {
    const fen = parseYuan(value);
    if (fen === null || fen < 0) return 'money';
    return field.atMost === 'paid' && paidFen !== null && fen > paidFen ? 'tooMuch' : null;
  }
  if (field.type === 'waybill') return isWaybill(value) ? null : 'waybill';
  if (field.type === 'time') return parseWhen(value, now, 'future') === null ? 'time' : null;
  if (field.type === 'choice')
    return field.choices?.some(({ id }) => id === value) === true ? null : 'choice';
  if (field.type === 'checks')
    return field.required && ticksOf(field, value).length < (field.choices ?? []).length ? 'checks' : null;
  return null;
}

/** Whether all values of a step can be kept. */
export function areValuesFine(step: Step, values: StepValues, facts: ValueFacts): boolean {
  return (step.fields ?? []).every(
    (field) => findFieldProblem(field, values[field.id] ?? '', facts) === null,
  );
}

/** The values in one line for the history, in a language of the screen. */
export function describeValues(step: Step, values: StepValues, language: string): string {
  return (step.fields ?? [])
    .flatMap((field) => {
      const value = (values[field.id] ?? '').trim();
      if (value === '') return [];
      if (field.type === 'checks') {
        const names = (field.choices ?? []).filter(({ id }) => ticksOf(field, value).includes(id));
        return [
          `${wordsIn(field.title, language)} ${names.map((one) => `✓${wordsIn(one.title, language)}`).join(' ')}`,
        ];
      }
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
