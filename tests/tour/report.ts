import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type TourReport = {
  host: string;
  cases: { caseNo: string; buyerId: string; platform: string; orderNo: string }[];
  evidence: { fileName: string; originalName: string; sha256: string; size: number; path: string }[];
  rejected: { originalName: string; reason: string }[];
  duplicates: { originalName: string; of: string }[];
  notifications: { title: string; body: string; at: string }[];
  slipPdf: string | null;
  csv: string | null;
  survivedKill: boolean;
  screens: string[];
  /** Every step in order; the run failed at the last one when its `ok` is false. */
  steps: { name: string; ok: boolean; ms: number; problem?: string }[];
};

/** What the tour saw, written after each step so that a broken run leaves what it had. */
export class Reporter {
  readonly report: TourReport = {
    host: '',
    cases: [],
    evidence: [],
    rejected: [],
    duplicates: [],
    notifications: [],
    slipPdf: null,
    csv: null,
    survivedKill: false,
    screens: [],
    steps: [],
  };
  readonly #out: string;

  constructor(out: string) {
    this.#out = out;
    mkdirSync(out, { recursive: true });
  }

  /** Runs one step, says so on one line, and keeps how it went. */
  async step<T>(name: string, run: () => Promise<T>): Promise<T> {
    const started = Date.now();
    try {
      const value = await run();
      this.#note({ name, ok: true, ms: Date.now() - started });
      return value;
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      this.#note({ name, ok: false, ms: Date.now() - started, problem });
      throw error;
    }
  }

  #note(step: TourReport['steps'][number]): void {
    this.report.steps.push(step);
    console.log(`${step.ok ? 'ok  ' : 'FAIL'} ${step.name} (${step.ms} ms)`);
    this.write();
  }

  write(): void {
    writeFileSync(join(this.#out, 'report.json'), `${JSON.stringify(this.report, null, 2)}\n`);
  }
}
