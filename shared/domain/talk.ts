import type { CaseId, Id } from './ids';

export type TalkId = Id<'talk'>;

/** The two talks of a dispute: with the platform's staff and with the buyer (R73). */
export const talkThreads = ['staff', 'buyer'] as const;
export type TalkThread = (typeof talkThreads)[number];

/** What a line is: an offer, the answer to one, or just words. */
export const talkKinds = ['offer', 'reply', 'words'] as const;
export type TalkKind = (typeof talkKinds)[number];

/** What came of an offer. */
export const talkAnswers = ['open', 'accepted', 'refused'] as const;
export type TalkAnswer = (typeof talkAnswers)[number];

/** One line of a negotiation (R73). Money is fen, times epoch ms. */
export type Talk = {
  readonly id: TalkId;
  readonly caseId: CaseId;
  readonly thread: TalkThread;
  readonly by: 'us' | 'them';
  readonly kind: TalkKind;
  readonly text: string;
  readonly amountFen: number | null;
  /** Of an offer; `open` for everything else. */
  readonly answer: TalkAnswer;
  readonly at: number;
};

export type TalkInput = Pick<Talk, 'thread' | 'by' | 'kind' | 'text' | 'amountFen'>;

/** The newest offer of a talk that nobody has answered yet. */
export function openOffer(lines: readonly Talk[], thread: TalkThread): Talk | undefined {
  return lines.findLast((one) => one.thread === thread && one.kind === 'offer' && one.answer === 'open');
}
