import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { hashLines, type PackFile } from '#shared/domain/pack';
import { packManifestText } from '#shared/domain/pack-manifest';
import type { Sha256 } from '#shared/domain/ids';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

const file: PackFile = {
  folder: 'pictures',
  name: '01.jpg',
  sha256: hash('small') as Sha256,
  size: 5,
  mime: 'image/jpeg',
  role: 'picture',
  evidenceId: null,
  from: hash('large') as Sha256,
  caption: 'a", "bodySha256": ""',
};
const input = {
  caseNo: '20261121-001',
  platform: 'pdd',
  purpose: 'dispute',
  masked: true,
  madeAt: Date.parse('2026-11-21T03:00:00Z'),
  timeline: { lines: 3, lastHash: hash('line') },
  files: [file],
} as const;

it('R66 a manifest carries the hash of each file, of the history and of its own body', async () => {
  const text = await packManifestText(input, (one) => Promise.resolve(hash(one)));
  const manifest = JSON.parse(text) as Record<string, unknown>;
  expect(manifest).toMatchObject({
    format: 'liudi-evidence-pack',
    madeAt: '2026-11-21T11:00:00+08:00',
    timeline: { lines: 3, lastHash: hash('line') },
    files: [{ path: 'pictures/01.jpg', sha256: hash('small'), madeFromSha256: hash('large') }],
  });
  const body = String(manifest['bodySha256']);
  const at = text.lastIndexOf(body);
  expect(hash(text.slice(0, at) + text.slice(at + body.length))).toBe(body);
});

it('the hash list is what sha256sum checks', () => {
  expect(hashLines([file, { ...file, folder: '', name: 'sha256.txt' }])).toBe(
    `${hash('small')}  pictures/01.jpg\n${hash('small')}  sha256.txt\n`,
  );
});
