import type { ScoreKind, ShopScore } from '../domain/report-records';

/** One shop's or platform's score over time. */
export type ScoreLine = {
  readonly platform: ShopScore['platform'];
  readonly shopId: ShopScore['shopId'];
  readonly kind: ScoreKind;
  /** Oldest first; of two of the same day the one typed later counts. */
  readonly points: readonly Pick<ShopScore, 'id' | 'at' | 'hundredths'>[];
};

/** The log as lines, one per platform, shop and kind, in the order they come. */
export function scoreLines(scores: readonly ShopScore[]): readonly ScoreLine[] {
  const lines = new Map<string, ShopScore[]>();
  for (const score of scores) {
    const key = `${score.platform}|${score.shopId ?? ''}|${score.kind}`;
    const line = lines.get(key);
    if (line === undefined) lines.set(key, [score]);
    else line.push(score);
  }
  return [...lines.values()].flatMap((line) => {
    const [first] = line;
    if (first === undefined) return [];
    const byDay = new Map(line.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((one) => [one.at, one]));
    const { platform, shopId, kind } = first;
    const points = [...byDay.values()].toSorted((a, b) => a.at - b.at);
    return [
      { platform, shopId, kind, points: points.map(({ id, at, hundredths }) => ({ id, at, hundredths })) },
    ];
  });
}

/** `4.85`, `98.5 `, `98` typed to hundredths; null when it is no number of at most two decimals up to `most`. */
export function parseScore(text: string, most: number): number | null {
  const match = /^(\d{1,3})(?:\.(\d{0,2}))?%?$/.exec(text.normalize('NFKC').trim());
  if (match === null) return null;
  const hundredths = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return hundredths <= most ? hundredths : null;
}

/** The newest point and how it differs from the one before (hundredths); null without points. */
export function newest({ points }: Pick<ScoreLine, 'points'>) {
  const last = points.at(-1);
  if (last === undefined) return null;
  const before = points.at(-2);
  return { ...last, change: before === undefined ? null : last.hundredths - before.hundredths };
}
