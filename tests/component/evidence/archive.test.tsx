import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { database } from '../../../renderer/data/database';
import { listEvidence, listEvidenceOfCase } from '../../../renderer/data/evidence-repository';
import { listEvents } from '../../../renderer/data/timeline-repository';
import { clearSelection } from '../../../renderer/features/evidence/archive-selection';
import { useArchive } from '../../../renderer/features/evidence/archive-store';
import { EvidenceScreen } from '../../../renderer/features/evidence/evidence-screen';
import { cancelExport, useExport } from '../../../renderer/features/evidence/export-store';
import { intakeFiles } from '../../../renderer/features/evidence/intake';
import { useScreen } from '../../../renderer/state/screen-store';
import { useToasts } from '../../../renderer/state/toast-store';
import { installFakeDesktop, type FakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { bytes, jpegHead } from '../../unit/evidence/file-bytes';
import { findTiles, hashOf, makeFile, useRealFiles } from './real-files';
import type { CaseId } from '#shared/domain/ids';
import type { ExportRequest } from '#shared/ipc/contract';
import type { Manifest } from '#shared/vault/manifest';
import { renderPlain } from '../../helpers/render-plain';

let cases: CaseId[];
let sent: Blob[];
let desktop: FakeDesktop;

beforeEach(async () => {
  useRealFiles();
  desktop = installFakeDesktop({
    beginExport: ({ files }) => ({
      exportId: 'e1',
      uploads: files.map((_, index) => ({ url: `/upload/${index}` })),
    }),
    finishExport: () => ({ folderName: '售后问题图片汇集', written: sent.length }),
  });
  sent = [];
  globalThis.fetch = ((_url: string, { body }: { body: Blob }) => {
    sent.push(body);
    return Promise.resolve(new Response(null, { status: 201 }));
  }) as typeof fetch;
  // jsdom lays nothing out; the list has to believe that it has room.
  for (const side of ['clientWidth', 'clientHeight'] as const) {
    Object.defineProperty(HTMLElement.prototype, side, { value: 1000, configurable: true });
  }
  useArchive.setState({ text: '', kind: null, month: null, content: null, groupBy: 'buyer' });
  clearSelection();
  useExport.setState({ phase: null, done: 0, total: 0, cancelled: false, leftOut: [] });
  cases = [];
  for (const [seed, buyerId] of ['A', 'a', 'x/y'].entries()) {
    const { id } = await createCase(
      makeCaseInput({ buyerId, orderNo: `${seed}234567890123456789` }),
      Date.now(),
    );
    cases.push(id);
    const own = makeFile(bytes([jpegHead(400, 300), [seed]], 400), `own${seed}.jpg`);
    const same = makeFile(bytes([jpegHead(40, 30)], 300), 'same.jpg');
    await intakeFiles(id, [
      { file: own, source: 'drop' },
      { file: same, source: 'drop' },
    ]);
  }
  useToasts.setState({ toasts: [] });
  useScreen.setState({ overlay: null });
});

const asked = (name: string): unknown[] =>
  desktop.calls.filter((one) => one.name === name).map(({ args }) => args[0]);
const toastKeys = (): string[] => useToasts.getState().toasts.map(({ key }) => key);
const startExport = (): Promise<void> => userEvent.click(screen.getByRole('button', { name: '导出文件夹' }));

describe('R22 the archive on screen', () => {
  test('shows all evidence by buyer, and what a filter leaves', async () => {
    renderPlain(<EvidenceScreen />);
    await findTiles(6);
    expect(screen.getByRole('heading', { name: '售后问题图片汇集' })).toBeInTheDocument();
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
      'x/y2',
      'a2',
      'A2',
    ]);
    await userEvent.type(screen.getByLabelText('买家ID 或文件名'), 'OWN1');
    await findTiles(1);
    expect(screen.getByText('1 / 6 个')).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('买家ID 或文件名'), 'zzz');
    expect(await screen.findByText('没有符合条件的凭证')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '导出文件夹' })).toBeDisabled();
  });

  test('arrow keys go over the groups, Enter opens the viewer with all that is shown', async () => {
    renderPlain(<EvidenceScreen />);
    const [first, , third] = await findTiles();
    first?.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}');
    await waitFor(() => {
      expect(third).toHaveFocus();
    });
    await userEvent.keyboard('{Enter}');
    expect(useScreen.getState().overlay).toMatchObject({ kind: 'viewer', index: 2 });
    expect(useScreen.getState().overlay).toHaveProperty('ids.length', 6);
  });

  test('the case of a piece is one click away', async () => {
    renderPlain(<EvidenceScreen />);
    await userEvent.click((await screen.findAllByRole('button', { name: /打开售后单/ }))[0] as HTMLElement);
    expect(useScreen.getState()).toMatchObject({ screen: 'cases', caseId: cases[2] });
  });

  test('six thousand pieces make few elements', async () => {
    const [item] = await listEvidence();
    const row = item === undefined ? undefined : await database().evidence.get(item.id);
    if (row === undefined) throw new Error('no row');
    await database().evidence.bulkAdd(
      Array.from({ length: 6000 }, (_, index) => {
        const id = `01KAJ${String(index).padStart(21, '0')}` as typeof row.id;
        return { ...row, id, nameKey: id };
      }),
    );
    renderPlain(<EvidenceScreen />);
    expect(await screen.findByText('6006 个')).toBeInTheDocument();
    expect((await findTiles()).length).toBeLessThan(120);
  });
});

describe('R22 the export', () => {
  test('hands over every file with folder, name, size and hash, and a manifest with the true buyer IDs', async () => {
    renderPlain(<EvidenceScreen />);
    await findTiles();
    await startExport();
    await waitFor(() => {
      expect(toastKeys()).toEqual(['evidence.exported']);
    });
    const request = asked('beginExport')[0] as ExportRequest;
    expect(request.rootName).toBe('售后问题图片汇集');
    expect(new Set(request.files.map(({ folder }) => folder))).toEqual(new Set(['A', 'a~2', 'x_y']));
    expect(sent).toHaveLength(6);
    for (const [index, blob] of sent.entries()) {
      expect({ size: blob.size, sha256: await hashOf(blob) }).toEqual({
        size: request.files[index]?.size,
        sha256: request.files[index]?.sha256,
      });
    }
    const manifest = JSON.parse(request.manifest) as Manifest;
    expect(manifest.files.map(({ path }) => path)).toEqual(
      request.files.map(({ folder, name }) => `${folder}/${name}`),
    );
    expect(new Set(manifest.files.map(({ buyerId }) => buyerId))).toEqual(new Set(['A', 'a', 'x/y']));
    expect(manifest.files[0]).toMatchObject({ platform: 'pdd', orderNo: '2234567890123456789' });
    expect(manifest.files.filter(({ duplicateOf }) => duplicateOf?.startsWith('A/'))).toHaveLength(2);
    for (const id of cases) {
      expect((await listEvents(id)).at(-1)).toMatchObject({ kind: 'evidenceExported', data: { count: 2 } });
    }
  });

  test('leaves out what is damaged, says so on screen and in the manifest', async () => {
    const [damaged] = await listEvidenceOfCase(cases[0] as CaseId);
    if (damaged === undefined) throw new Error('nothing filed');
    await database().blobs.put({ sha256: damaged.sha256, blob: new Blob(['other bytes']) });
    renderPlain(<EvidenceScreen />);
    await findTiles();
    await startExport();
    const alarm = await screen.findByRole('alert');
    expect(alarm).toHaveTextContent(damaged.fileName);
    expect(alarm).toHaveTextContent('内容已改变');
    await waitFor(() => {
      expect(toastKeys()).toEqual(['evidence.exported']);
    });
    const request = asked('beginExport')[0] as ExportRequest;
    const manifest = JSON.parse(request.manifest) as Manifest;
    expect(manifest.files).toHaveLength(5);
    expect(request.files.map(({ name }) => name)).not.toContain(damaged.fileName);
    expect(sent).toHaveLength(5);
    expect(manifest.leftOut).toMatchObject([{ fileName: damaged.fileName, reason: 'changed' }]);
    await userEvent.click(screen.getByRole('button', { name: '知道了' }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  test('cancelled in the middle has main take back what was written', async () => {
    globalThis.fetch = (() => {
      sent.push(new Blob());
      if (sent.length === 2) cancelExport();
      return Promise.resolve(new Response(null, { status: 201 }));
    }) as typeof fetch;
    renderPlain(<EvidenceScreen />);
    await findTiles();
    await startExport();
    await waitFor(() => {
      expect(toastKeys()).toEqual(['evidence.exportCancelled']);
    });
    expect(sent).toHaveLength(2);
    expect(asked('cancelExport')).toEqual(['e1']);
    expect(asked('finishExport')).toEqual([]);
    expect((await listEvents(cases[0] as CaseId)).at(-1)?.kind).toBe('evidenceAdded');
    expect(useExport.getState().phase).toBeNull();
  });

  test('refused by main ends with its sentence and takes back what was written', async () => {
    globalThis.fetch = (() =>
      Promise.resolve(
        new Response(JSON.stringify({ code: 'storageFull' }), { status: 507 }),
      )) as typeof fetch;
    renderPlain(<EvidenceScreen />);
    await findTiles();
    await startExport();
    await waitFor(() => {
      expect(toastKeys()).toEqual(['error.storageFull']);
    });
    expect(asked('cancelExport')).toEqual(['e1']);
  });

  test('ends quietly when the seller picks no folder', async () => {
    installFakeDesktop({ beginExport: () => null });
    renderPlain(<EvidenceScreen />);
    await findTiles();
    await startExport();
    await waitFor(() => {
      expect(screen.getByRole('button', { name: '导出文件夹' })).toBeEnabled();
    });
    expect(toastKeys()).toEqual([]);
    expect(sent).toEqual([]);
  });
});
