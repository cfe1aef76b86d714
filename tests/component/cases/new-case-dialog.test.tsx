import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NewCaseDialog } from '../../../renderer/features/cases/new-case-dialog';
import { FactsCard } from '../../../renderer/features/cases/facts-card';
import { createCase, listOpenCases, updateCase } from '../../../renderer/data/case-repository';
import { listEvents } from '../../../renderer/data/timeline-repository';
import { readDraft } from '../../../renderer/data/draft-repository';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';

const save = { key: 'Enter', ctrlKey: true };

function type(field: HTMLElement, value: string): void {
  fireEvent.change(field, { target: { value } });
}

function renderDialog() {
  const onSaved = vi.fn();
  const view = renderPlain(<NewCaseDialog files={[]} onSaved={onSaved} onClose={() => undefined} />);
  return { onSaved, ...view };
}

describe('opening a case', () => {
  beforeEach(() => {
    installFakeDesktop();
  });

  it('R21 R110 asks for the buyer ID in words and keeps everything else that was typed', async () => {
    const { onSaved } = renderDialog();
    type(await screen.findByLabelText('发生了什么'), '袖口开线');
    fireEvent.keyDown(screen.getByLabelText('发生了什么'), save);
    expect(await screen.findByText(/请填写买家ID/)).toBeInTheDocument();
    expect(screen.getByLabelText('发生了什么')).toHaveValue('袖口开线');
    expect(onSaved).not.toHaveBeenCalled();
  });

  it('R110 saves with Ctrl+Enter and clears the draft', async () => {
    const { onSaved } = renderDialog();
    type(await screen.findByLabelText('买家ID'), '小鱼爱吃猫');
    type(screen.getByLabelText('订单号'), '1234567890123456789');
    fireEvent.keyDown(screen.getByLabelText('订单号'), save);
    await waitFor(() => {
      expect(onSaved).toHaveBeenCalledOnce();
    });
    const [saved] = await listOpenCases();
    expect(saved?.orderNo).toBe('1234567890123456789');
    expect(saved?.caseNo).toMatch(/^\d{8}-001$/);
    expect(await readDraft('newCase')).toBeUndefined();
  });

  it('R119 asks in the order soothe, understand, classify, act, with the first words to copy', async () => {
    const writeText = vi.fn((_text: string) => Promise.resolve());
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    renderDialog();
    await screen.findByLabelText('买家ID');
    const order = screen.getByRole('list', { name: /顺序/ });
    const parts = [...order.querySelectorAll('li > b')].map((one) => one.textContent);
    expect(parts).toEqual(['安抚', '了解', '归类', '处理']);
    // What is asked for comes in that order too: who and what, which kind, what to do.
    const fields = ['买家ID', '发生了什么', '类型', '下一步做什么'].map((name) =>
      screen.getByLabelText(name),
    );
    expect(order.compareDocumentPosition(fields[0] ?? order)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    for (const [at, field] of fields.slice(1).entries())
      expect(fields[at]?.compareDocumentPosition(field)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    const copy = order.querySelector('button');
    if (copy === null) throw new Error('nothing to copy');
    fireEvent.click(copy);
    await waitFor(() => {
      expect(writeText.mock.calls[0]?.[0]).toMatch(/抱歉|不好意思|您好/);
    });
  });

  it('R122 keeps how it came in, phone and shop among the ways, and shows it with the facts', async () => {
    const { onSaved, unmount } = renderDialog();
    type(await screen.findByLabelText('买家ID'), '打电话来的');
    fireEvent.mouseDown(screen.getByLabelText('从哪来的'));
    const offered = [...document.querySelectorAll('.ant-select-item-option')].map((one) => one.textContent);
    expect(offered).toEqual(expect.arrayContaining(['在线聊天', '电话', '线下门店']));
    fireEvent.click(screen.getByText('电话', { selector: '.ant-select-item-option-content' }));
    fireEvent.keyDown(screen.getByLabelText('买家ID'), save);
    await waitFor(() => {
      expect(onSaved).toHaveBeenCalledOnce();
    });
    const [item] = await listOpenCases();
    if (item === undefined) throw new Error('no case');
    expect(item.channel).toBe('phone');
    unmount();
    renderPlain(<FactsCard item={item} />);
    expect(await screen.findByText('电话')).toBeInTheDocument();
    await updateCase(item.id, { channel: 'offline' }, Date.now());
    expect((await listEvents(item.id)).at(-1)?.data).toMatchObject({
      field: 'channel',
      from: 'phone',
      to: 'offline',
    });
  });

  it('refuses an order number that a spreadsheet has rounded, and says why', async () => {
    renderDialog();
    type(await screen.findByLabelText('买家ID'), 'a');
    type(screen.getByLabelText('订单号'), '1.23E+18');
    fireEvent.keyDown(screen.getByLabelText('订单号'), save);
    expect(await screen.findByText(/科学计数/)).toBeInTheDocument();
    expect(await listOpenCases()).toEqual([]);
  });

  it('never saves on the Enter that ends a composition', async () => {
    renderDialog();
    const field = await screen.findByLabelText('买家ID');
    type(field, '小鱼');
    fireEvent.keyDown(field, { ...save, isComposing: true });
    fireEvent.keyDown(field, { ...save, keyCode: 229 });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await listOpenCases()).toEqual([]);
  });

  it('brings an unsaved draft back, markup shown as typed', async () => {
    const first = renderDialog();
    const typed = '<img src=x onerror=alert(1)>';
    type(await screen.findByLabelText('买家ID'), typed);
    await waitFor(async () => {
      expect(await readDraft('newCase')).toMatchObject({ buyerId: typed });
    });
    first.unmount();
    renderDialog();
    expect(await screen.findByLabelText('买家ID')).toHaveValue(typed);
    expect(screen.getByText('已恢复上次未保存的内容')).toBeInTheDocument();
    expect(document.querySelector('img')).toBeNull();
  });

  it('R110 says while typing that the buyer is known', async () => {
    await createCase(makeCaseInput({ platform: 'taobao', buyerId: 'tb88' }), 1_795_000_000_000);
    renderDialog();
    type(await screen.findByLabelText('买家ID'), 'tb88');
    expect(await screen.findByText('这位买家已有 1 个售后单')).toBeInTheDocument();
  });
});
