import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { shippedRules } from '#shared/deadlines/rules/index';
import { workedExamples } from './worked-examples';

const run = promisify(execFile);
const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

async function inZone(zone: string, script: string, args: readonly string[] = []): Promise<unknown> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const env = { ...process.env, TZ: zone };
  const { stdout } = await run(process.execPath, ['--import', 'tsx', file, ...args], { cwd: ROOT, env });
  return JSON.parse(stdout);
}

interface Printed {
  readonly zone: string;
  readonly answers: Readonly<Record<string, unknown>>;
}

describe("the computer's zone changes nothing (section 3.4)", () => {
  it.each(['UTC', 'Asia/Urumqi', 'America/Los_Angeles'])(
    'every worked example and shipped rule answers the same under TZ=%s',
    async (zone) => {
      const printed = (await inZone(zone, 'print-examples.ts')) as Printed;
      expect(printed.zone).toBe(zone);
      expect(Object.keys(printed.answers)).toHaveLength(workedExamples.length + shippedRules.length);
      for (const example of workedExamples) {
        expect(printed.answers[example.name], example.name).toMatchObject(example.expect);
      }
      expect(printed.answers).toEqual(((await shanghai) as Printed).answers);
    },
    120_000,
  );

  it('R148 the 16:00 cut-off of the command holds on a computer set to Urumqi', async () => {
    const args = ['jd.mail.reply', '--at', 'mail.received=2026-11-21T16:00', '--now', '2026-11-21T16:00'];
    expect(await inZone('Asia/Urumqi', '../../tools/deadline.ts', args)).toMatchObject({
      rule: 'jd.mail.reply',
      due: '2026-11-21T18:00:00+08:00',
      state: 'running',
    });
  }, 120_000);
});

const shanghai = inZone('Asia/Shanghai', 'print-examples.ts');
