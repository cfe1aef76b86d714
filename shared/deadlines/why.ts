/** Steps of a worked answer; `why-text.ts` has the words. */
export type WhyCode =
  | 'typed-in'
  | 'anchor'
  | 'missing-event'
  | 'missing-field'
  | 'no-promise'
  | 'not-in-force'
  | 'where-not-met'
  | 'starts'
  | 'duration'
  | 'service-hours'
  | 'cutoff'
  | 'window'
  | 'latest'
  | 'earliest'
  | 'rolled'
  | 'capped'
  | 'cap-without-effect'
  | 'restored'
  | 'extended'
  | 'extension-refused'
  | 'paused'
  | 'paused-open'
  | 'year-unknown'
  | 'shadow'
  | 'ask-countdown'
  | 'opens'
  | 'patrol'
  | 'closed'
  | 'no-result'
  | 'source';

/** One step of a worked answer; the values `at`, `from`, `to` and `due` are instants in epoch ms. */
export interface WhyLine {
  readonly code: WhyCode;
  readonly values: Readonly<Record<string, string | number>>;
}
