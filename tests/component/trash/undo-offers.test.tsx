import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCase, getCase, updateCase } from '../../../renderer/data/case-repository';
import { removeShop, saveShop } from '../../../renderer/data/shop-repository';
import { moveToTrash } from '../../../renderer/data/trash-repository';
import { endNoting } from '../../../renderer/data/undo/undo-middleware';
import { beginUndo, newestStep } from '../../../renderer/data/undo/undo-repository';
import { RecentActions } from '../../../renderer/features/trash/recent-actions';
import { takeBackNewest } from '../../../renderer/features/trash/take-back';
import { TrashPage } from '../../../renderer/features/trash/trash-page';
import { startUndoOffers } from '../../../renderer/features/trash/undo-offers';
import { useToasts } from '../../../renderer/state/toast-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { openDialog, press, renderPlain } from '../../helpers/render-plain';

const now = Date.now();
const keys = (): string[] => useToasts.getState().toasts.map(({ key }) => key);

describe('ways back', { timeout: 20_000 }, () => {
  let stop: () => void;
  beforeEach(async () => {
    installFakeDesktop();
    useToasts.setState({ toasts: [] });
    await beginUndo();
    stop = startUndoOffers();
  });
  afterEach(() => {
    stop();
    endNoting();
  });

  it('whatever takes something away is followed by a message with a way back', async () => {
    const item = await createCase(makeCaseInput(), now);
    await updateCase(item.id, { product: 'B' }, now);
    const shop = { platform: 'pdd', name: '小店', signature: '', addressId: null, sample: false } as const;
    const { id } = await saveShop(shop, now);
    expect(keys()).toEqual([]);
    await removeShop(id);
    await waitFor(() => {
      expect(useToasts.getState().toasts).toMatchObject([{ values: { text: '删除店铺 · 小店' } }]);
    });
    await moveToTrash('case', [item.id], now);
    await waitFor(() => {
      expect(keys()).toEqual(['undo.offer', 'undo.offer']);
    });
    act(() => useToasts.getState().toasts[1]?.action?.run());
    await waitFor(async () => {
      expect(await getCase(item.id)).toBeDefined();
    });
  });

  it('says so when there is nothing, or something newer in the way', async () => {
    await takeBackNewest();
    expect(keys()).toEqual(['undo.nothing']);
    const item = await createCase(makeCaseInput(), now);
    await updateCase(item.id, { product: 'B' }, now);
    const first = (await newestStep())?.id;
    await updateCase(item.id, { product: 'C' }, now);
    renderPlain(<RecentActions onClose={() => undefined} />);
    const dialog = await openDialog();
    const rows = await dialog.findAllByRole('listitem');
    expect(rows.map((row: HTMLElement) => row.textContent)).toEqual([
      expect.stringContaining('修改售后单（货品）'),
      expect.stringContaining('修改售后单（货品）'),
      expect.stringContaining('新建售后单'),
    ]);
    fireEvent.click(dialog.getAllByRole('button', { name: /撤销/ })[1] as HTMLElement);
    await waitFor(() => {
      expect(keys()).toContain('undo.newer');
    });
    expect((await getCase(item.id))?.product).toBe('C');
    expect(first).toBeDefined();
  });

  it('the trash says how long a thing stays, and asks before it goes for good', async () => {
    const item = await createCase(makeCaseInput({ buyerId: '小鱼爱吃猫' }), now);
    await moveToTrash('case', [item.id], now);
    renderPlain(<TrashPage onBack={() => undefined} />);
    const row = await screen.findByRole('listitem');
    expect(row).toHaveTextContent(/小鱼爱吃猫/);
    expect(row).toHaveTextContent('还留 90 天');
    press('彻底删除');
    const dialog = await openDialog();
    expect(dialog.getByText(/不能撤销/)).toBeInTheDocument();
    press('取消', dialog);
    expect(screen.getByRole('listitem')).toBeInTheDocument();
  });
});
