import { shippedRules } from '#shared/deadlines/rules/index';
import { answer, ruleOf } from './evaluate';
import { workedExamples } from './worked-examples';

/** Prints what this process makes of the worked examples and of every shipped rule; run under several zones. */
const examples = workedExamples.map((example) => [example.name, answer(ruleOf(example.rule), example)]);
const shipped = shippedRules.map((rule) => [
  `${rule.id}@${rule.version}`,
  answer(rule, { at: { [rule.event ?? '']: '2026-03-07 23:30' }, now: '2026-03-08 00:30' }),
]);

process.stdout.write(
  JSON.stringify({
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    answers: Object.fromEntries([...examples, ...shipped]),
  }),
);
