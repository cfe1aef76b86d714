import { inShanghai } from './shanghai-time';

/** What the seller chose about buyers' data. */
export type PrivacySettings = {
  /** Phone numbers and addresses are masked on screen until they are clicked. */
  readonly maskScreen: boolean;
  /** The same in tables that are exported. */
  readonly maskExports: boolean;
  /** Months after which closed cases nobody touched are anonymised; null: never. */
  readonly retentionMonths: number | null;
  /** Whether that happens by itself, once the seller has seen what it does. */
  readonly retentionAuto: boolean;
};

export const defaultPrivacy: PrivacySettings = {
  maskScreen: true,
  maskExports: true,
  retentionMonths: null,
  retentionAuto: false,
};

/** Months that are offered. Trade disputes can be brought for three years (Civil Code, art. 188). */
export const retentionChoices = [6, 12, 24, 36] as const;

/** Cases last touched before this instant are due. */
export function retentionLimit(months: number, now: number): number {
  return inShanghai(now).subtract({ months }).epochMilliseconds;
}
