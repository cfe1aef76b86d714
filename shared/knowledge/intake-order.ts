import type { Words } from '../domain/playbook';

/** How a complaint is taken in, in this order (R119). A message, where there is one, is what to say first. */
export type IntakePart = {
  readonly id: string;
  readonly title: Words;
  readonly say: Words;
  readonly script?: string;
};

export const intakeOrder: readonly IntakePart[] = [
  {
    id: 'soothe',
    title: { zh: '安抚', en: 'Soothe' },
    say: { zh: '先回一句，别让买家干等', en: 'Answer first, do not let the buyer wait' },
    script: 'M14.first',
  },
  {
    id: 'understand',
    title: { zh: '了解', en: 'Understand' },
    say: { zh: '是谁、哪个订单、发生了什么', en: 'Who, which order, what happened' },
  },
  {
    id: 'classify',
    title: { zh: '归类', en: 'Classify' },
    say: { zh: '哪一类售后，责任先不急着定', en: 'Which kind; whose fault can wait' },
  },
  {
    id: 'handle',
    title: { zh: '处理', en: 'Handle' },
    say: { zh: '下一步做什么、什么时候做', en: 'What to do next, and when' },
  },
];
