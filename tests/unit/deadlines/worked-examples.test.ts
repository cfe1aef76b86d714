import { describe, expect, it } from 'vitest';
import { answer, ruleOf } from './evaluate';
import { workedExamples } from './worked-examples';

describe('worked examples of the timing kinds', () => {
  it.each(workedExamples.map((example) => [example.name, example] as const))('%s', (_, example) => {
    expect(answer(ruleOf(example.rule), example)).toMatchObject(example.expect);
  });
});
