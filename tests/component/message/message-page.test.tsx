import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MessagePage } from '../../../renderer/app/message/message-page';
import { createCase } from '../../../renderer/data/case-repository';
import { database, databaseName, openDatabase } from '../../../renderer/data/database';
import { listScripts } from '../../../renderer/data/script-repository';
import { installFakeDesktop, type FakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { press, renderPlain } from '../../helpers/render-plain';
import type { MessageWindowState } from '#shared/ipc/message-window';

const now = Date.UTC(2026, 10, 22, 3);
const state: MessageWindowState = {
  shown: true,
  turn: 1,
  locked: false,
  ready: true,
  caseId: null,
  language: 'zh-CN',
};

describe('the message window', { timeout: 40_000 }, () => {
  let desktop: FakeDesktop;
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    desktop = installFakeDesktop();
    // The page opens the database by its own name.
    await openDatabase();
    return () => {
      vi.useRealTimers();
    };
  });
  afterEach(async () => {
    await openDatabase();
    await database().delete();
    await openDatabase(`${databaseName}-after`);
  });
  const asked = (name: string) => desktop.calls.filter((call) => call.name === name);

  it('locked it says so, takes no keys and reads nothing; Enter leads to the main window', async () => {
    renderPlain(<MessagePage first={{ ...state, locked: true, ready: false }} />);
    expect(await screen.findByText(/留底已上锁/)).toBeInTheDocument();
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(asked('getRowKeys')).toEqual([]);
    press('打开留底');
    await waitFor(() => {
      expect(asked('openMainWindow')).toHaveLength(1);
    });
  });

  it('before the main window has its data in order it says so', async () => {
    renderPlain(<MessagePage first={{ ...state, ready: false }} />);
    expect(await screen.findByText(/还没准备好/)).toBeInTheDocument();
    expect(asked('getRowKeys')).toEqual([]);
  });

  it('fills from the case that is open, takes another by its order number, copies through main, and counts', async () => {
    const first = await createCase(
      makeCaseInput({ buyerId: '甲', orderNo: '1001', description: '勺子断了' }),
      now,
    );
    await createCase(
      makeCaseInput({ buyerId: '乙', orderNo: '2002', description: '杯盖{8}\\rtf1 $& <b>' }),
      now,
    );
    renderPlain(<MessagePage first={{ ...state, caseId: first.id }} />);
    const search = await screen.findByLabelText('搜索');
    fireEvent.change(search, { target: { value: 'M27' } });
    expect(await screen.findByText(/“勺子断了”的地方/)).toBeInTheDocument();

    fireEvent.keyDown(document.body, { key: 'F2' });
    const other = screen.getByLabelText('买家ID、订单号或售后单号');
    fireEvent.change(other, { target: { value: '2002' } });
    await screen.findByText('乙');
    fireEvent.keyDown(other, { key: 'Enter' });
    fireEvent.change(await screen.findByLabelText('搜索'), { target: { value: 'M27' } });
    const hostile = '“杯盖{8}\\rtf1 $& <b>”的地方';
    await waitFor(() => {
      expect(screen.getByLabelText('要发的话')).toHaveTextContent(hostile);
    });
    expect(document.querySelector('.script-gap, .script-text b')).toBeNull();
    fireEvent.keyDown(screen.getByLabelText('搜索'), { key: 'Enter' });
    await waitFor(() => {
      expect(asked('copyMessage')).toHaveLength(1);
    });
    expect(asked('copyMessage')[0]?.args[0]).toContain(hostile);
    await waitFor(async () => {
      expect((await listScripts()).find(({ id }) => id === 'M27')?.uses).toBe(1);
    });
  });

  it('hidden it lets go of the database, and what was typed is there again', async () => {
    renderPlain(<MessagePage first={state} />);
    fireEvent.change(await screen.findByLabelText('搜索'), { target: { value: 'xdq' } });
    fireEvent.change(await screen.findByLabelText('答复时间'), { target: { value: '今晚' } });
    desktop.emit('messageWindow', { ...state, shown: false });
    await waitFor(() => {
      expect(() => database()).toThrow('not open');
    });
    expect(screen.queryByRole('listbox')).toBeNull();
    desktop.emit('messageWindow', { ...state, turn: 2 });
    expect(await screen.findByLabelText('答复时间')).toHaveValue('今晚');
    fireEvent.keyDown(document.body, { key: 'Escape', isComposing: true });
    expect(asked('closeMessageWindow')).toEqual([]);
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(asked('closeMessageWindow')).toHaveLength(1);
  });

  it('R123 put away and called again in one breath, it starts at the search field all the same', async () => {
    renderPlain(<MessagePage first={state} />);
    fireEvent.change(await screen.findByLabelText('搜索'), { target: { value: 'xdq' } });
    const blank = await screen.findByLabelText('答复时间');
    blank.focus();
    act(() => {
      desktop.emit('messageWindow', { ...state, shown: false });
      desktop.emit('messageWindow', { ...state, turn: state.turn + 1 });
    });
    await waitFor(() => {
      expect(screen.getByLabelText('搜索')).toHaveFocus();
    });
    expect(await listScripts()).not.toEqual([]);
  });
});
