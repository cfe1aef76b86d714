import { z } from 'zod';
import { playbookSchema } from './playbook-schema';
import type { Playbook } from './playbook';

const format = 'liudi-playbooks';
const version = 1;
/** A file of all procedures has some 200 kB; what is much larger is none. */
export const playbookFileMax = 2_000_000;

const envelope = z.object({ format: z.literal(format), version: z.number().int().min(1) });
const body = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  playbooks: z.array(playbookSchema).min(1).max(100),
});

export type PlaybookFileProblem = 'notOurs' | 'newer' | 'broken' | 'twice';
export type PlaybookFile =
  | { readonly playbooks: readonly Playbook[] }
  | { readonly problem: PlaybookFileProblem; readonly where: string };

/** The procedures as one file. */
export function makePlaybookFile(playbooks: readonly Playbook[]): string {
  return `${JSON.stringify({ format, version, playbooks }, null, 2)}\n`;
}

/** Reads a file from outside: all of it is checked, or nothing of it is taken. */
export function readPlaybookFile(text: string): PlaybookFile {
  let data: unknown;
  try {
    data = text.length > playbookFileMax ? null : JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    data = null;
  }
  const head = envelope.safeParse(data);
  if (!head.success) return { problem: 'notOurs', where: '' };
  if (head.data.version > version) return { problem: 'newer', where: String(head.data.version) };
  const found = body.safeParse(data);
  if (!found.success) {
    const [issue] = found.error.issues;
    return {
      problem: 'broken',
      where: issue === undefined ? '' : `${issue.path.join('.')}: ${issue.message}`,
    };
  }
  const keys = found.data.playbooks.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  return twice === undefined ? { playbooks: found.data.playbooks } : { problem: 'twice', where: twice };
}
