import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { database } from '../../../renderer/data/database';
import { listEvidenceOfCase } from '../../../renderer/data/evidence-repository';
import { EvidenceViewer } from '../../../renderer/features/evidence/evidence-viewer';
import { ViewerStage } from '../../../renderer/features/evidence/viewer-stage';
import { intakeFiles } from '../../../renderer/features/evidence/intake';
import { useScreen } from '../../../renderer/state/screen-store';
import { useToasts } from '../../../renderer/state/toast-store';
import { installFakeDesktop, type FakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { bytes, ftyp, jpegHead } from '../../unit/evidence/file-bytes';
import { heicSample } from '../../unit/evidence/heic-sample';
import { makeFile, useRealFiles } from './real-files';
import type { Evidence } from '#shared/domain/evidence';
import type { CaseId } from '#shared/domain/ids';
import { renderPlain } from '../../helpers/render-plain';

let caseId: CaseId;
let items: Evidence[];
let desktop: FakeDesktop;
let urls: Map<string, Blob>;
const onClose = vi.fn<() => void>();

beforeEach(async () => {
  ({ urls } = useRealFiles());
  desktop = installFakeDesktop({ chooseSaveTarget: () => ({ url: '/upload/1', fileName: '存到这里.jpg' }) });
  onClose.mockClear();
  caseId = (await createCase(makeCaseInput(), Date.now())).id;
  const files = [1, 2, 3].map((seed) =>
    makeFile(bytes([jpegHead(400, 300), [seed]], 400), `IMG_${seed}.jpg`),
  );
  files.push(makeFile(bytes(ftyp('heic', 'mif1', 'heic'), 300), 'IMG_4.HEIC'));
  await intakeFiles(
    caseId,
    files.map((file) => ({ file, source: 'drop' as const })),
  );
  items = await listEvidenceOfCase(caseId);
  useToasts.setState({ toasts: [] });
});

function open(index: number): ReturnType<typeof renderPlain> {
  return renderPlain(<EvidenceViewer ids={items.map(({ id }) => id)} index={index} onClose={onClose} />);
}
const at = (text: string | RegExp): Promise<HTMLElement> => screen.findByText(text);

/** The picture as the browser would report it once its header is read. */
async function loadPicture(width: number, height: number): Promise<HTMLImageElement> {
  const picture = await waitFor(() => {
    const found = document.querySelector<HTMLImageElement>('.evidence-viewer img');
    if (found === null) throw new Error('no picture');
    return found;
  });
  Object.defineProperties(picture, { naturalWidth: { value: width }, naturalHeight: { value: height } });
  fireEvent.load(picture);
  return picture;
}

test('bytes that could not be shown and were brought back are shown', async () => {
  const item = items[0];
  if (item === undefined) throw new Error('no piece');
  const stage = (blob: Blob) => (
    <ViewerStage item={item} blob={blob} ref={null} turns={0} onZoomed={() => undefined} />
  );
  const { rerender } = renderPlain(stage(new Blob(['broken'])));
  fireEvent.error(await screen.findByAltText(item.fileName));
  expect(screen.getByText(/这份文件打不开/)).toBeInTheDocument();
  rerender(stage(new Blob(['as it came in'])));
  expect(await screen.findByAltText(item.fileName)).toBeInTheDocument();
  expect(screen.queryByText(/这份文件打不开/)).toBeNull();
});

describe('R22 the viewer', () => {
  test('says what the piece is and that it is the original', async () => {
    open(0);
    expect(await at('与原件一致')).toBeInTheDocument();
    const dialog = screen.getByRole('dialog');
    for (const text of [
      'IMG_1.jpg',
      items[0]?.fileName ?? '',
      items[0]?.sha256 ?? '',
      '400 × 300',
      '400 字节',
      '照片 · 拖放',
    ]) {
      expect(dialog).toHaveTextContent(text);
    }
    await userEvent.click(await screen.findByRole('button', { name: /^\d{8}-001$/ }));
    expect(useScreen.getState()).toMatchObject({ screen: 'cases', caseId, caseTab: 'evidence' });
  });

  test('arrow keys and Page keys go on and stop at the ends; Esc and Space close', async () => {
    open(0);
    expect(screen.getByRole('dialog')).toHaveFocus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(await at('第 1 / 4 个')).toBeInTheDocument();
    await userEvent.keyboard('{ArrowRight}{PageDown}{PageDown}{PageDown}');
    expect(await at('第 4 / 4 个')).toBeInTheDocument();
    await userEvent.keyboard('{PageUp}');
    expect(await at('第 3 / 4 个')).toBeInTheDocument();
    await userEvent.keyboard(' ');
    expect(onClose).toHaveBeenCalledTimes(1);
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledTimes(2);
  });

  test('zooms by key; zoomed in, arrow keys move the picture instead', async () => {
    open(1);
    const picture = await loadPicture(4000, 3000);
    const percent = (): string => document.querySelector('.evidence-percent')?.textContent ?? '';
    expect(percent()).toBe('20%');
    await userEvent.keyboard('1');
    expect(percent()).toBe('100%');
    const before = picture.style.transform;
    await userEvent.keyboard('{ArrowRight}');
    expect(picture.style.transform).not.toBe(before);
    expect(await at('第 2 / 4 个')).toBeInTheDocument();
    await userEvent.keyboard('+');
    expect(percent()).toBe('125%');
    await userEvent.keyboard('-');
    expect(percent()).toBe('100%');
    await userEvent.keyboard('r');
    await waitFor(() => {
      expect(picture.style.transform).toContain('rotate(90deg)');
    });
    expect((await listEvidenceOfCase(caseId))[1]).toMatchObject({ turns: 1, sha256: items[1]?.sha256 });
    await userEvent.keyboard('0{ArrowRight}');
    expect(await at('第 3 / 4 个')).toBeInTheDocument();
  });

  test('keys pressed in it never reach the screen below; Tab stays inside', async () => {
    const below = vi.fn<() => void>();
    document.addEventListener('keydown', below);
    open(0);
    await at('与原件一致');
    await userEvent.keyboard('n{ArrowDown}');
    expect(below).not.toHaveBeenCalled();
    document.removeEventListener('keydown', below);
    const dialog = screen.getByRole('dialog');
    for (let count = 0; count < 12; count += 1) {
      await userEvent.tab();
      expect(dialog).toContainElement(document.activeElement as HTMLElement);
    }
    dialog.focus();
    await userEvent.tab({ shift: true });
    expect(dialog).toContainElement(document.activeElement as HTMLElement);
  });

  test('its keys work on after a field or a question of its own is left by Escape', async () => {
    const user = userEvent.setup();
    await createCase(makeCaseInput({ orderNo: '2234567890123456789' }), Date.now());
    open(0);
    await at('与原件一致');
    const again = screen.getByRole('button', { name: '请买家重拍' });
    again.focus();
    await user.keyboard('{Enter}看不清{Escape}');
    await waitFor(() => {
      expect(screen.getByRole('dialog')).toHaveFocus();
    });
    await user.keyboard('{PageDown}');
    await at('第 2 / 4 个');

    const move = screen.getByRole('button', { name: '移到别的售后单' });
    move.focus();
    await user.keyboard('{Enter}');
    await waitFor(() => {
      expect(screen.getByPlaceholderText('买家ID、订单号、售后单号或货品')).toHaveFocus();
    });
    await user.keyboard('{Escape}');
    await waitFor(() => {
      expect(move).toHaveFocus();
    });
    expect(onClose).not.toHaveBeenCalled();
  });

  test('the focus goes back to where it was, and every address is given back', async () => {
    const before = document.createElement('button');
    document.body.append(before);
    before.focus();
    const { unmount } = open(0);
    await loadPicture(400, 300);
    expect(urls.size).toBe(1);
    await userEvent.keyboard('{ArrowRight}');
    await at('第 2 / 4 个');
    await loadPicture(400, 300);
    expect(urls.size).toBe(1);
    unmount();
    expect(urls.size).toBe(0);
    expect(before).toHaveFocus();
    before.remove();
  });

  test('what this browser cannot show is said to be whole, and can be saved', async () => {
    open(3);
    expect(await at(/打不开/)).toBeInTheDocument();
    expect(await at('与原件一致')).toBeInTheDocument();
    expect(document.querySelector('.evidence-viewer img')).toBeNull();
    expect(screen.getByRole('button', { name: '另存原件' })).toBeEnabled();
  });

  test('a HEIC that takes its time is said to be converting, until it shows or cannot be shown', async () => {
    await intakeFiles(caseId, [{ file: makeFile(heicSample, 'IMG_5.HEIC'), source: 'drop' }]);
    items = await listEvidenceOfCase(caseId);
    const workers: SilentWorker[] = [];
    class SilentWorker extends EventTarget {
      readonly address: string;
      constructor(address: URL | string) {
        super();
        this.address = String(address);
        workers.push(this);
      }
      postMessage(): void {
        // Answers when the test says so.
      }
      terminate(): void {
        // Nothing runs.
      }
    }
    vi.stubGlobal('Worker', SilentWorker);
    try {
      open(4);
      expect(await at('正在转换…')).toHaveAttribute('role', 'status');
      workers.find(({ address }) => address.includes('heif'))?.dispatchEvent(new Event('error'));
      expect(await at(/打不开/)).toBeInTheDocument();
      expect(screen.queryByText('正在转换…')).toBeNull();
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test('a picture whose decoder finds it larger than its header said is not painted', async () => {
    open(0);
    const picture = await loadPicture(20_000, 20_000);
    expect(await at(/打不开/)).toBeInTheDocument();
    expect(picture).not.toBeInTheDocument();
  });
});

describe('R22 the original', () => {
  const sent: { url: string; body: Blob }[] = [];
  beforeEach(() => {
    sent.length = 0;
    globalThis.fetch = ((url: string, { body }: { body: Blob }) => {
      sent.push({ url, body });
      return Promise.resolve(new Response(null, { status: 201 }));
    }) as typeof fetch;
  });
  const request = (): unknown => desktop.calls.find(({ name }) => name === 'chooseSaveTarget')?.args[0];

  test('is saved byte for byte under its archive name', async () => {
    open(0);
    await at('与原件一致');
    await userEvent.click(screen.getByRole('button', { name: '另存原件' }));
    await waitFor(() => {
      expect(useToasts.getState().toasts).toMatchObject([
        { key: 'evidence.originalSaved', values: { name: '存到这里.jpg' } },
      ]);
    });
    expect(request()).toEqual({ suggestedName: items[0]?.fileName, kind: 'original' });
    expect(sent[0]?.url).toBe('/upload/1');
    const saved = new Uint8Array((await sent[0]?.body.arrayBuffer()) ?? new ArrayBuffer());
    expect([...saved]).toEqual([...bytes([jpegHead(400, 300), [1]], 400)]);
  });

  test('is not written when the seller picks no place', async () => {
    installFakeDesktop({ chooseSaveTarget: () => null });
    open(0);
    await at('与原件一致');
    await userEvent.click(screen.getByRole('button', { name: '另存原件' }));
    expect(sent).toEqual([]);
    expect(useToasts.getState().toasts).toEqual([]);
  });

  test('with one byte changed is said so loudly, and never saved under its name', async () => {
    const sha256 = items[0]?.sha256 ?? '';
    await database().blobs.put({
      sha256: sha256 as never,
      blob: new Blob([bytes([jpegHead(400, 300), [9]], 400)]),
    });
    open(0);
    expect(await screen.findByRole('alert')).toHaveTextContent('与存入时不一致');
    await userEvent.click(screen.getByRole('button', { name: '另存原件' }));
    await waitFor(() => {
      expect(request()).toEqual({ suggestedName: `已改变_${items[0]?.fileName}`, kind: 'original' });
    });
  });

  test('that is gone is said so loudly', async () => {
    await database().blobs.delete(items[0]?.sha256 ?? '');
    open(0);
    expect(await screen.findByRole('alert')).toHaveTextContent('读不出来');
    expect(screen.getByRole('button', { name: '另存原件' })).toBeDisabled();
  });
});
