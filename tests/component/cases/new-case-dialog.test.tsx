import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { NewCaseDialog } from '../../../renderer/features/cases/new-case-dialog';
import { createCase, listOpenCases } from '../../../renderer/data/case-repository';
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
