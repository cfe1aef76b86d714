import type { CaseType, Liability } from '../domain/case';
import type { Outcome } from '../domain/outcome';
import type { Words } from '../domain/playbook';

/** Which closed cases call for coming back to the buyer, when, and with what (R169). The first that fits counts. */
export type WinBackRule = {
  readonly id: string;
  readonly title: Words;
  readonly todo: Words;
  readonly types?: readonly CaseType[];
  readonly liabilities?: readonly Liability[];
  readonly outcomes?: readonly Outcome[];
  /** Satisfaction at closing from and to, both inclusive; a case nobody asked about has none. */
  readonly stars?: readonly [from: number, to: number];
  readonly afterDays: number;
  readonly script?: string;
  readonly rows: readonly string[];
};

export const winBackRules: readonly WinBackRule[] = [
  {
    id: 'unhappy',
    title: { zh: '结案时不满意', en: 'Not content at closing' },
    todo: {
      zh: '道歉，问还差什么，给一点补偿',
      en: 'Apologise, ask what is missing, offer a little something',
    },
    stars: [1, 3],
    afterDays: 3,
    script: 'M14.repeat',
    rows: ['R112', 'R164', 'R169'],
  },
  {
    id: 'dispute',
    title: { zh: '纠纷、投诉、差评解决了', en: 'A dispute, complaint or review settled' },
    todo: { zh: '问问现在满意吗，留一句话', en: 'Ask whether all is well now, leave a kind word' },
    types: ['intervention', 'complaint', 'review'],
    afterDays: 7,
    rows: ['R69', 'R169'],
  },
  {
    id: 'ourFault',
    title: { zh: '我们的错，处理好了', en: 'Our fault, put right' },
    todo: { zh: '再道一次歉，送一张下次能用的券', en: 'Apologise once more, send a coupon for next time' },
    liabilities: ['shop', 'staff', 'supplier', 'shared'],
    afterDays: 10,
    script: 'M14',
    rows: ['R2', 'R169'],
  },
  {
    id: 'gaveUp',
    title: { zh: '缺货、送不到没买成', en: 'Lost over stock or delivery' },
    todo: { zh: '有货了、能送了，告诉买家', en: 'Tell the buyer once it is in stock or can be delivered' },
    types: ['outOfStock', 'undeliverable', 'lost'],
    afterDays: 14,
    rows: ['R6', 'R169'],
  },
  {
    id: 'happy',
    title: { zh: '结案时满意', en: 'Content at closing' },
    todo: {
      zh: '请买家写评价：中性话术，好的不好的都欢迎，不许诺好处',
      en: 'Invite a review in neutral words: good or bad, nothing promised',
    },
    stars: [4, 5],
    afterDays: 1,
    script: 'M32',
    rows: ['R69'],
  },
];

/** Nobody is asked again about these endings. */
export const winBackNever: readonly Outcome[] = ['withdrawn'];
/** How long a case stays on the list, and how long a new order is watched for, in days. */
export const winBackDays = 120;
