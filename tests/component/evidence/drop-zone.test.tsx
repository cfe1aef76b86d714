import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { listEvidenceOfCase } from '../../../renderer/data/evidence-repository';
import { listForForm, listInbox, releaseForm } from '../../../renderer/data/inbox-repository';
import { useProposal } from '../../../renderer/state/proposal-store';
import { DropZone } from '../../../renderer/features/evidence/drop-zone';
import { useIntake } from '../../../renderer/features/evidence/intake-store';
import { pasteFromClipboard } from '../../../renderer/features/evidence/paste';
import { useScreen } from '../../../renderer/state/screen-store';
import { useToasts } from '../../../renderer/state/toast-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { bytes, jpegHead, pngHead } from '../../unit/evidence/file-bytes';
import { makeFile, makeTransfer, send, useRealFiles } from './real-files';
import type { CaseId } from '#shared/domain/ids';
import { renderPlain } from '../../helpers/render-plain';

const jpeg = (seed: number): Uint8Array<ArrayBuffer> => bytes([jpegHead(400, 300), [seed]], 400);

let caseId: CaseId;

beforeEach(async () => {
  useRealFiles();
  installFakeDesktop();
  useScreen.setState({ screen: 'today', caseId: null, overlay: null });
  useToasts.setState({ toasts: [] });
  useIntake.setState({ rejected: [], duplicates: [], unsaved: [] });
  caseId = (await createCase(makeCaseInput(), Date.now())).id;
  renderPlain(<DropZone />);
});

const openCase = (): void => {
  useScreen.setState({ screen: 'cases', caseId });
};
const settled = async (): Promise<void> => {
  await waitFor(() => {
    expect(useIntake.getState().running).toBe(false);
  });
};
const filed = async (): Promise<(string | undefined)[]> =>
  (await listEvidenceOfCase(caseId)).map(
    ({ originalName, kind, source }) => `${originalName} ${kind} ${source}`,
  );
const waiting = async (): Promise<string[]> =>
  (await listForForm()).map(({ originalName, source }) => `${originalName} ${source}`);
const keys = (): string[] => useToasts.getState().toasts.map(({ key }) => key);

describe('R19 the whole window takes files', () => {
  test('a drop on an open case is filed there, with every folder in it, and the system files left behind', async () => {
    openCase();
    const transfer = makeTransfer([
      { name: 'a.jpg', file: makeFile(jpeg(1), 'a.jpg') },
      {
        name: '退货',
        children: [
          { name: 'b.jpg', file: makeFile(jpeg(2), 'b.jpg') },
          { name: '.DS_Store', file: makeFile('x', '.DS_Store') },
          { name: 'deep', children: [{ name: 'c.jpg', file: makeFile(jpeg(3), 'c.jpg') }] },
          { name: 'empty', children: [] },
        ],
      },
    ]);
    expect(send('drop', document.body, transfer)).toBe(true);
    await waitFor(async () => {
      expect(await filed()).toEqual(['a.jpg photo drop', 'b.jpg photo folder', 'c.jpg photo folder']);
    });
    await settled();
  });

  test('what cannot be read is named, and the rest comes in', async () => {
    openCase();
    send(
      'drop',
      document.body,
      makeTransfer([
        { name: 'locked', children: 'unreadable' },
        { name: 'x', children: [{ name: 'gone.jpg', file: 'unreadable' }] },
        { name: 'empty.jpg', file: makeFile('', 'empty.jpg') },
        { name: 'tool.png', file: makeFile(bytes(['MZ'], 64), 'tool.png') },
        { name: 'ok.jpg', file: makeFile(jpeg(1), 'ok.jpg') },
      ]),
    );
    const list = await screen.findByRole('list', { name: '没有收的文件' });
    await waitFor(() => {
      expect(within(list).getAllByRole('listitem')).toHaveLength(4);
    });
    expect(within(list).getByText('tool.png').parentElement).toHaveTextContent('这是程序或脚本');
    expect(within(list).getByText('empty.jpg').parentElement).toHaveTextContent('0 字节');
    expect(within(list).getByText('gone.jpg').parentElement).toHaveTextContent('读不出来');
    expect(within(list).getByText('/locked').parentElement).toHaveTextContent('读不出来');
    await settled();
    expect(await filed()).toEqual(['ok.jpg photo drop']);
    await userEvent.click(screen.getByRole('button', { name: '知道了' }));
    expect(screen.queryByRole('list', { name: '没有收的文件' })).not.toBeInTheDocument();
  });

  test('a folder that leads into itself comes to an end', async () => {
    openCase();
    const loop: { name: string; children: unknown[] } = { name: 'loop', children: [] };
    let deepest = loop;
    for (let depth = 0; depth < 40; depth += 1) {
      const next = { name: 'loop', children: [] };
      deepest.children.push(next);
      deepest = next;
    }
    send('drop', document.body, makeTransfer([loop as never]));
    await waitFor(() => {
      expect(useIntake.getState().rejected.map(({ reason }) => reason)).toEqual(['tooDeep']);
    });
  });

  test('without an open case a drop opens the form; a second one joins it', async () => {
    send('drop', document.body, makeTransfer([{ name: 'a.jpg', file: makeFile(jpeg(1), 'a.jpg') }]));
    await waitFor(async () => {
      expect(await waiting()).toEqual(['a.jpg drop']);
    });
    expect(useScreen.getState().overlay?.kind).toBe('newCase');
    openCase();
    send('paste', document.body, makeTransfer([{ name: 'image.png', file: makeFile(jpeg(2), 'image.png') }]));
    await waitFor(async () => {
      expect(await waiting()).toEqual(['a.jpg drop', 'image.png paste']);
    });
    expect(await filed()).toEqual([]);
    // Closing the form loses nothing: they lie in the inbox, and the next form does not take them.
    await settled();
    expect(await releaseForm()).toBe(2);
    expect(await waiting()).toEqual([]);
    expect(await listInbox()).toHaveLength(2);
  });

  test('R21 a file whose name tells its buyer is proposed to that case, and only one yes files it', async () => {
    send(
      'drop',
      document.body,
      makeTransfer([
        { name: '小鱼爱吃猫_裂口.jpg', file: makeFile(jpeg(1), '小鱼爱吃猫_裂口.jpg') },
        { name: 'b.jpg', file: makeFile(jpeg(2), 'b.jpg') },
      ]),
    );
    await waitFor(() => {
      expect(useProposal.getState().proposal).toMatchObject({
        groups: [{ item: { id: caseId }, by: 'buyerId', files: ['小鱼爱吃猫_裂口.jpg'] }],
        others: 1,
      });
    });
    expect(await useProposal.getState().proposal?.groups[0]?.ids).toHaveLength(1);
    expect(await filed()).toEqual([]);
    expect(await listInbox()).toHaveLength(2);
    expect(useScreen.getState().overlay).toBeNull();
    useProposal.setState({ proposal: null });
    await settled();
  });

  test.each([
    ['slip', { kind: 'slip' }],
    ['wrong shipment', { kind: 'wrongShipment' }],
    ['viewer', { kind: 'viewer', ids: [], index: 0 }],
  ])('over the %s of a case a drop goes to that case', async (_what, overlay) => {
    if (overlay.kind === 'viewer') openCase();
    useScreen.setState({ overlay: { ...overlay, caseId } as never });
    send('drop', document.body, makeTransfer([{ name: 'a.jpg', file: makeFile(jpeg(1), 'a.jpg') }]));
    await waitFor(async () => {
      expect(await filed()).toEqual(['a.jpg photo drop']);
    });
    expect(useScreen.getState().overlay?.kind).toBe(overlay.kind);
    await settled();
  });

  test('dropped files and links never replace the page; dragged text is left to the fields', () => {
    const file = makeTransfer([{ name: 'a.jpg', file: makeFile(jpeg(1), 'a.jpg') }]);
    const link = Object.assign(makeTransfer([]), { types: ['text/uri-list'] });
    expect(send('dragover', document.body, file)).toBe(true);
    expect(send('dragover', document.body, link)).toBe(true);
    expect(send('drop', document.body, link)).toBe(true);
    expect(send('dragover', document.body, makeTransfer([], 'words'))).toBe(false);
  });

  test('while files hover it says where they will go', async () => {
    const file = makeTransfer([{ name: 'a.jpg', file: makeFile(jpeg(1), 'a.jpg') }]);
    openCase();
    send('dragenter', document.body, file);
    expect(await screen.findByText('小鱼爱吃猫')).toBeInTheDocument();
    send('dragleave', document.body, file);
    await waitFor(() => {
      expect(screen.queryByText('小鱼爱吃猫')).not.toBeInTheDocument();
    });
    useScreen.setState({ screen: 'today' });
    send('dragenter', document.body, file);
    expect(await screen.findByText(/新建售后单/)).toBeInTheDocument();
    // A drag that ends outside sends no event; the silent pointer speaking again means it is over.
    window.dispatchEvent(new Event('pointermove'));
    await waitFor(() => {
      expect(screen.queryByText(/新建售后单/)).not.toBeInTheDocument();
    });
  });
});

describe('R11 R19 pasting', () => {
  const screenshot = (): File => makeFile(bytes([pngHead(40, 30)], 100), 'image.png');

  test('a screenshot is a chat; a copied photo with a name stays a photo', async () => {
    openCase();
    send('paste', document.body, makeTransfer([{ name: 'image.png', file: screenshot() }]));
    await waitFor(async () => {
      expect(await filed()).toEqual(['image.png chat paste']);
    });
    send('paste', document.body, makeTransfer([{ name: 'IMG_1.jpg', file: makeFile(jpeg(1), 'IMG_1.jpg') }]));
    await waitFor(async () => {
      expect(await filed()).toEqual(['image.png chat paste', 'IMG_1.jpg photo paste']);
    });
    await settled();
  });

  test('in a field, text with a picture of it stays text; a picture alone is filed', async () => {
    openCase();
    const field = document.createElement('input');
    document.body.append(field);
    const both = makeTransfer([{ name: 'image.png', file: screenshot() }], 'a table');
    expect(send('paste', field, both)).toBe(false);
    expect(send('paste', field, makeTransfer([], 'words'))).toBe(false);
    expect(send('paste', field, makeTransfer([{ name: 'image.png', file: screenshot() }]))).toBe(true);
    await waitFor(async () => {
      expect(await filed()).toEqual(['image.png chat paste']);
    });
    await settled();
    field.remove();
  });

  test('the button files the pictures on the clipboard, or says what to do', async () => {
    openCase();
    const read = (answer: () => Promise<unknown>): void => {
      Object.defineProperty(navigator, 'clipboard', { value: { read: answer }, configurable: true });
    };
    read(() => Promise.reject(new DOMException('no', 'NotAllowedError')));
    await pasteFromClipboard();
    read(() => Promise.resolve([{ types: ['text/plain'] }]));
    await pasteFromClipboard();
    expect(keys()).toEqual(['evidence.clipboardRefused', 'evidence.clipboardEmpty']);
    read(() =>
      Promise.resolve([{ types: ['text/html', 'image/png'], getType: () => Promise.resolve(screenshot()) }]),
    );
    await pasteFromClipboard();
    await waitFor(async () => {
      expect(await filed()).toEqual(['image.png chat paste']);
    });
    await settled();
  });
});
