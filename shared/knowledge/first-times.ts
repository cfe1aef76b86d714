import type { Words } from '../domain/playbook';

/** Something the shop does for a buyer once (R37); counted from the steps of the buyer's cases. */
export type FirstTime = {
  readonly id: string;
  readonly title: Words;
  /** Step and answer that use it up. */
  readonly step: string;
  readonly answers: readonly string[];
  /** What holds from then on. */
  readonly afterwards: Words;
  readonly rows: readonly string[];
};

export const firstTimes: readonly FirstTime[] = [
  {
    id: 'emsSurcharge',
    title: { zh: '首次补差价（EMS）', en: 'First surcharge (EMS)' },
    step: 'first-time',
    answers: ['first'],
    afterwards: {
      zh: '首次已由店铺承担：以后请买家拍 EMS，差价买家出。',
      en: 'The first one was on the shop: ask for EMS from now on, the buyer pays the difference.',
    },
    rows: ['R37'],
  },
  {
    id: 'advanceExchange',
    title: { zh: '先换后退', en: 'Advance exchange' },
    step: 'exchange-way',
    answers: ['advance'],
    afterwards: {
      zh: '已破例先发过一次，再要先看上次退货收到没有。',
      en: 'Sent ahead once already: see whether that return came before doing it again.',
    },
    rows: ['R10'],
  },
  {
    id: 'goodwill',
    title: { zh: '补偿后不退', en: 'Kept with compensation' },
    step: 'retention',
    answers: ['compensated'],
    afterwards: {
      zh: '已补偿过，再补偿前想一想是不是习惯。',
      en: 'Compensated before: think twice whether it is a habit.',
    },
    rows: ['R1'],
  },
];
