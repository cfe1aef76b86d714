import type { StepFacts } from '#shared/domain/step-facts';

/** A case in which nothing has happened yet, as conditions see it. */
export const noFacts: StepFacts = {
  fields: {
    type: 'returnRefund',
    platform: 'taobao',
    goods: 'received',
    liability: 'unknown',
    waitingOn: 'us',
    product: '',
    orderNo: '',
  },
  events: {},
  logged: {},
  slots: {},
  steps: {},
  inspections: [],
  contacts: [],
};
