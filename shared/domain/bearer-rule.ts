import { bearerRules, type BearerRule } from '../knowledge/decide/bearer-rules';
import { holds, type StepFacts } from './step-facts';
import type { Answers } from './decide';

/** What the decision helper was told, as conditions ask for it: answers stand beside those of the procedure's steps. */
export function withAnswers(facts: StepFacts, answers: Answers): StepFacts {
  const said = Object.entries(answers).map(([key, answer]): [string, StepFacts['steps'][string]] => [
    key,
    { state: 'done', at: 0, by: '', answer, reason: '' },
  ]);
  return { ...facts, steps: { ...facts.steps, ...Object.fromEntries(said) } };
}

/** Who pays which freight in a case (R3, R12 to R15, R151, R176); null while nobody is found liable. */
export function bearerOf(facts: StepFacts, answers: Answers): BearerRule | null {
  const all = withAnswers(facts, answers);
  return bearerRules.find(({ when }) => holds(when, all)) ?? null;
}
