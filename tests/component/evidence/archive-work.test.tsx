import { fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { fileEvidence, listEvidence } from '../../../renderer/data/evidence-repository';
import { listEvents } from '../../../renderer/data/timeline-repository';
import { listTrash, restoreFromTrash } from '../../../renderer/data/trash-repository';
import { clearSelection, useSelection } from '../../../renderer/features/evidence/archive-selection';
import { useArchive } from '../../../renderer/features/evidence/archive-store';
import { EvidenceScreen } from '../../../renderer/features/evidence/evidence-screen';
import { useScreen } from '../../../renderer/state/screen-store';
import { useToasts } from '../../../renderer/state/toast-store';
import { checkedFile } from '../../helpers/checked-file';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { findTiles, useRealFiles } from './real-files';
import type { CaseId } from '#shared/domain/ids';
import { renderPlain } from '../../helpers/render-plain';

let cases: CaseId[];

beforeEach(async () => {
  useRealFiles();
  installFakeDesktop();
  // jsdom lays nothing out; the list has to believe that it has room.
  for (const side of ['clientWidth', 'clientHeight'] as const) {
    Object.defineProperty(HTMLElement.prototype, side, { value: 1000, configurable: true });
  }
  useArchive.setState({ text: '', kind: null, month: null, content: null, groupBy: 'buyer' });
  clearSelection();
  useScreen.setState({ overlay: null });
  cases = [];
  for (const [seed, buyerId] of ['A', 'a', 'x/y'].entries()) {
    const orderNo = `${seed}234567890123456789`;
    const { id } = await createCase(makeCaseInput({ buyerId, orderNo }), Date.now());
    cases.push(id);
    for (const name of ['own', 'more']) await fileEvidence(id, checkedFile(`${name}${seed}`), Date.now());
  }
  useToasts.setState({ toasts: [] });
});

const toastKeys = (): string[] => useToasts.getState().toasts.map(({ key }) => key);

describe('R22 working in the archive', () => {
  test('click, Ctrl, Shift and Ctrl+A select; a double click opens; Escape selects nothing', async () => {
    const user = userEvent.setup();
    renderPlain(<EvidenceScreen />);
    const tiles = await findTiles(6);
    const chosen = (): number[] =>
      tiles.flatMap((tile, index) => (tile.getAttribute('aria-pressed') === 'true' ? [index] : []));
    await user.click(tiles[1] as HTMLElement);
    expect(chosen()).toEqual([1]);
    await user.keyboard('{Shift>}');
    await user.click(tiles[3] as HTMLElement);
    await user.keyboard('{/Shift}{Control>}');
    await user.click(tiles[2] as HTMLElement);
    await user.click(tiles[5] as HTMLElement);
    await user.keyboard('{/Control}');
    expect(chosen()).toEqual([1, 3, 5]);
    expect(screen.getByText('已选 3 个')).toBeInTheDocument();
    await user.keyboard('{Control>}a{/Control}');
    expect(useSelection.getState().ids.size).toBe(6);
    await user.keyboard('{Escape}');
    expect(chosen()).toEqual([]);
    expect(useScreen.getState().overlay).toBeNull();
    await user.dblClick(tiles[4] as HTMLElement);
    expect(useScreen.getState().overlay).toMatchObject({ kind: 'viewer', index: 4 });
  });

  test('two selected pieces go side by side, by button and by key', async () => {
    renderPlain(<EvidenceScreen />);
    const tiles = await findTiles(6);
    await userEvent.click(tiles[0] as HTMLElement);
    expect(screen.getByRole('button', { name: /并排对比/ })).toBeDisabled();
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}');
    await waitFor(() => {
      expect(tiles[1]).toHaveFocus();
    });
    await userEvent.keyboard('c');
    const ids = tiles.slice(0, 2).map((tile) => tile.dataset['evidenceId']);
    expect(useScreen.getState().overlay).toEqual({ kind: 'compare', ids });
  });

  test('moved to a case that is searched for: the name follows and both histories tell', async () => {
    renderPlain(<EvidenceScreen />);
    await findTiles(6);
    const own = (await listEvidence()).find(({ originalName }) => originalName === 'own2.jpg');
    await userEvent.click(document.querySelector(`[data-evidence-id="${own?.id}"]`) as HTMLElement);
    await userEvent.click(screen.getByText('移到别的售后单'));
    await userEvent.type(screen.getByLabelText('买家ID、订单号、售后单号或货品'), '1234567890');
    // At once, while the cases of the empty field are still shown.
    await userEvent.keyboard('{Enter}');
    await waitFor(() => {
      expect(toastKeys()).toEqual(['archive.moved']);
    });
    const moved = (await listEvidence()).find(({ id }) => id === own?.id);
    expect(moved?.formerNames).toEqual([own?.fileName]);
    expect(moved).toMatchObject({ caseId: cases[1], folder: 'a~2' });
    for (const id of [own?.caseId, moved?.caseId])
      expect((await listEvents(id as CaseId)).at(-1)?.kind).toMatch(/^evidenceMoved/);
  });

  test('Delete puts all selected pieces into the trash, each with a way back', async () => {
    renderPlain(<EvidenceScreen />);
    const [first, second] = await findTiles(6);
    await userEvent.click(first as HTMLElement);
    fireEvent.click(second as HTMLElement, { ctrlKey: true, detail: 1 });
    second?.focus();
    await userEvent.keyboard('{Delete}');
    await findTiles(4);
    const gone = await listTrash();
    expect(gone).toHaveLength(2);
    await restoreFromTrash(gone[0]?.id ?? '', Date.now());
    await findTiles(5);
  });

  test('the focus stays with the pieces: after a question left, after one is deleted, after the bar is gone', async () => {
    const user = userEvent.setup();
    renderPlain(<EvidenceScreen />);
    const tiles = await findTiles(6);
    const names = tiles.map(({ title }) => title);
    tiles[2]?.focus();
    await user.keyboard('m');
    await waitFor(() => {
      expect(screen.getByPlaceholderText('买家ID、订单号、售后单号或货品')).toHaveFocus();
    });
    await user.keyboard('{Escape}');
    await waitFor(() => {
      expect(document.activeElement).toHaveProperty('title', names[2]);
    });
    await user.keyboard('{Delete}');
    await findTiles(5);
    await waitFor(() => {
      expect(document.activeElement).toHaveProperty('title', names[3]);
    });
    await user.keyboard('{Control>} {/Control}');
    (await screen.findByRole('button', { name: /取消选择/ })).focus();
    await user.keyboard('{Enter}');
    await waitFor(() => {
      expect(document.activeElement).toHaveProperty('title', names[3]);
    });
  });

  test('grouped by kind and by product each heading says it in words', async () => {
    useArchive.setState({ groupBy: 'product' });
    renderPlain(<EvidenceScreen />);
    expect(await screen.findByRole('heading', { name: /连衣裙 雾蓝 M × 1/ })).toBeInTheDocument();
    useArchive.setState({ groupBy: 'kind' });
    expect(await screen.findByRole('heading', { name: /^照片/ })).toBeInTheDocument();
  });
});
