import type { CaseId, ContactId } from './ids';

/** Ways to reach somebody, in the order they are tried (R7, R86). */
export const contactChannels = ['chat', 'phone', 'sms', 'wechat', 'mail', 'other'] as const;
export type ContactChannel = (typeof contactChannels)[number];

export const contactResults = ['reached', 'noAnswer', 'messageLeft', 'wrongNumber', 'refusedToTalk'] as const;
export type ContactResult = (typeof contactResults)[number];

/** One attempt to reach somebody about a case. Times are epoch ms. */
export type Contact = {
  readonly id: ContactId;
  readonly caseId: CaseId;
  readonly at: number;
  readonly channel: ContactChannel;
  /** Whom: the buyer's ID, a courier, a supplier. */
  readonly who: string;
  readonly result: ContactResult;
  readonly note: string;
  readonly nextTryAt: number | null;
};

export type ContactInput = Omit<Contact, 'id'>;
