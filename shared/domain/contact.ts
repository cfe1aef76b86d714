import type { CaseId, ContactId, PersonId } from './ids';

/** Ways to reach somebody (R7, R86). The order they are tried in is data: `knowledge/contact-ladder`. */
export const contactChannels = ['chat', 'phone', 'sms', 'wechat', 'alipay', 'mail', 'other'] as const;
export type ContactChannel = (typeof contactChannels)[number];

export const contactResults = [
  'reached',
  'promised',
  'noAnswer',
  'messageLeft',
  'wrongNumber',
  'refusedToTalk',
] as const;
export type ContactResult = (typeof contactResults)[number];

/** Results that mean somebody was spoken to. */
export const reachedResults = ['reached', 'promised'] as const satisfies readonly ContactResult[];

/** One attempt to reach somebody about a case. Times are epoch ms. */
export type Contact = {
  readonly id: ContactId;
  readonly caseId: CaseId;
  readonly at: number;
  readonly channel: ContactChannel;
  /** Whom: the buyer's ID, a courier, a supplier. */
  readonly who: string;
  /** Somebody of the contact book; absent for the buyer. */
  readonly personId?: PersonId;
  /** The number or account that was tried; absent when it was not noted. */
  readonly phone?: string;
  readonly result: ContactResult;
  readonly note: string;
  readonly nextTryAt: number | null;
};

export type ContactInput = Omit<Contact, 'id'>;

/** Whether somebody was spoken to. */
export function isReached({ result }: Pick<Contact, 'result'>): boolean {
  return reachedResults.some((one) => one === result);
}

/** Oldest first; two of the same instant as they were logged. */
export function byTime(a: Pick<Contact, 'at' | 'id'>, b: Pick<Contact, 'at' | 'id'>): number {
  return a.at - b.at || (a.id < b.id ? -1 : 1);
}
