import { createHash } from 'node:crypto';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { saveScriptWith } from '../../../renderer/data/script-repository';
import { listEvents } from '../../../renderer/data/timeline-repository';
import { ScriptDesk } from '../../../renderer/features/scripts/script-desk';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { useRealFiles } from '../evidence/real-files';
import { renderPlain } from '../../helpers/render-plain';
import { shippedScripts } from '#shared/knowledge/scripts/library';
import type { Sha256 } from '#shared/domain/ids';

const now = Date.UTC(2026, 10, 22, 3);
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex') as Sha256;

/** What jsdom lacks of pictures: the test's own decoder, canvas and clipboard item. */
function fakePictures(): void {
  Object.assign(globalThis, {
    createImageBitmap: async () => ({ width: 4, height: 3, close: () => undefined }),
    OffscreenCanvas: class {
      readonly width: number;
      constructor(width: number) {
        this.width = width;
      }
      getContext = () => null;
      convertToBlob = async ({ type }: { readonly type: string }) => `${type} of ${this.width}`;
    },
    ClipboardItem: class {
      readonly png: Promise<unknown>;
      constructor(items: Readonly<Record<string, Promise<unknown>>>) {
        this.png = items['image/png'] ?? Promise.resolve();
      }
    },
  });
}

describe('finding, filling and copying a message', { timeout: 40_000 }, () => {
  const writeText = vi.fn((_text: string) => Promise.resolve());
  const copied = vi.fn();
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    installFakeDesktop();
    writeText.mockClear();
    copied.mockClear();
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    return () => {
      vi.useRealTimers();
    };
  });

  async function open(part: Parameters<typeof makeCaseInput>[0] = {}) {
    const item = await createCase(makeCaseInput({ type: 'returnRefund', ...part }), now);
    renderPlain(<ScriptDesk caseId={item.id} onCopied={copied} />);
    const search = await screen.findByRole('combobox');
    return { item, search };
  }
  const titles = () =>
    within(screen.getByRole('listbox'))
      .getAllByRole('option')
      .map((row) => row.textContent);

  it('R123 pinyin initials, codes and words find; messages for the case come first', async () => {
    const { search } = await open({ type: 'invoice' });
    expect(titles()[0]).toContain('开发票要确认的');
    for (const typed of ['thdz', 'dizhi', '退货地址', 'M3']) {
      fireEvent.change(search, { target: { value: typed } });
      expect(titles()[0]).toContain('退货地址和快递要求');
    }
    fireEvent.change(search, { target: { value: 'zzzz' } });
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('Enter goes to the blank that is missing and copies nothing until it is filled', async () => {
    const { item, search } = await open({ orderNo: '42', buyerId: '小鱼' });
    fireEvent.change(search, { target: { value: 'fatu' } });
    fireEvent.keyDown(search, { key: 'Enter' });
    const blank = screen.getByLabelText('收图邮箱');
    expect(blank).toBe(document.activeElement);
    expect(writeText).not.toHaveBeenCalled();
    fireEvent.change(blank, { target: { value: '$& {订单号}@x' } });
    fireEvent.keyDown(blank, { key: 'Enter', isComposing: true });
    expect(writeText).not.toHaveBeenCalled();
    fireEvent.keyDown(blank, { key: 'Enter' });
    await waitFor(() => {
      expect(copied).toHaveBeenCalled();
    });
    expect(writeText.mock.calls[0]?.[0]).toContain('会员名：小鱼\n2. 订单号：42');
    expect(writeText.mock.calls[0]?.[0]).toContain('$& {订单号}@x');
    expect((await listEvents(item.id)).at(-1)?.kind).toBe('scriptCopied');
  });

  it('pictures are copied one by one after the text, by their own keys, and only then it is done', async () => {
    const taken: string[] = [];
    const write = vi.fn(async ([item]: readonly { readonly png: Promise<unknown> }[]) => {
      taken.push(String(await item?.png));
    });
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText, write } });
    useRealFiles();
    fakePictures();
    const pictures = ['地址卡', '尺码表'].map((text) => ({ text, sha256: hashOf(text) }));
    const [shipped] = shippedScripts.filter(({ id }) => id === 'M4');
    if (shipped === undefined) throw new Error('M4');
    await saveScriptWith(
      {
        ...shipped,
        pictures: pictures.map(({ text, sha256 }) => ({
          sha256,
          name: `${text}.png`,
          mime: 'image/png',
          width: 4,
          height: 3,
        })),
      },
      new Map(pictures.map(({ text, sha256 }) => [sha256, new Blob([text])])),
      now,
    );
    const { search } = await open();
    fireEvent.change(search, { target: { value: 'M4' } });
    expect(await screen.findByText('地址卡.png')).toBeTruthy();
    fireEvent.keyDown(search, { key: 'Enter' });
    expect(await screen.findByText(/文字已复制，去粘贴/)).toBeTruthy();
    expect(writeText).toHaveBeenCalledOnce();
    expect(copied).not.toHaveBeenCalled();
    // The next one waits under the hand.
    expect(document.activeElement).toHaveTextContent('复制图 1');
    fireEvent.click(document.activeElement as HTMLElement);
    expect(await screen.findByText('图 1 已复制，去粘贴。下一张是图 2')).toBeTruthy();
    expect(copied).not.toHaveBeenCalled();
    fireEvent.keyDown(search, { key: '2', ctrlKey: true });
    await waitFor(() => {
      expect(copied).toHaveBeenCalledOnce();
    });
    expect(taken).toEqual(['image/png of 4', 'image/png of 4']);
    expect(writeText).toHaveBeenCalledOnce();
  });

  it('several messages become one', async () => {
    const { search } = await open();
    fireEvent.change(search, { target: { value: 'M31' } });
    fireEvent.click(screen.getByRole('button', { name: '再接一条' }));
    fireEvent.change(search, { target: { value: 'M12' } });
    fireEvent.keyDown(search, { key: 'ArrowDown' });
    fireEvent.change(search, { target: { value: 'M30' } });
    fireEvent.keyDown(search, { key: 'Enter' });
    await waitFor(() => {
      expect(writeText).toHaveBeenCalledTimes(1);
    });
    const [text] = writeText.mock.calls[0] ?? [];
    expect(text).toMatch(/上门取件[\s\S]*\n[\s\S]*72 小时/);
  });

  it('R55 a risky wording in a value is marked and explained', async () => {
    const { search } = await open();
    fireEvent.change(search, { target: { value: 'M13' } });
    fireEvent.change(screen.getByLabelText('赠品'), { target: { value: '五星好评返现红包' } });
    expect(within(screen.getByRole('alert')).getByText(/换好评或改评/)).toBeTruthy();
    expect(document.querySelector('mark')?.textContent).toBe('五星好评返现红包');
  });
});
