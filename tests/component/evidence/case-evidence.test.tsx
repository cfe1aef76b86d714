import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { database } from '../../../renderer/data/database';
import { listEvidenceOfCase } from '../../../renderer/data/evidence-repository';
import { saveDerived } from '../../../renderer/data/likeness-repository';
import { CaseEvidence } from '../../../renderer/features/evidence/case-evidence';
import { useEvidenceCount } from '../../../renderer/features/evidence/use-case-evidence';
import { intakeFiles } from '../../../renderer/features/evidence/intake';
import { useIntake } from '../../../renderer/features/evidence/intake-store';
import { listTrash } from '../../../renderer/data/trash-repository';
import { useScreen } from '../../../renderer/state/screen-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { bytes, jpegHead, pngHead } from '../../unit/evidence/file-bytes';
import { findTiles, makeFile, useRealFiles } from './real-files';
import type { Evidence } from '#shared/domain/evidence';
import type { CaseId } from '#shared/domain/ids';
import { renderPlain } from '../../helpers/render-plain';

let caseId: CaseId;
let urls: ReturnType<typeof useRealFiles>['urls'];

beforeEach(async () => {
  ({ urls } = useRealFiles());
  installFakeDesktop();
  useScreen.setState({ screen: 'cases', overlay: null });
  useIntake.setState({ rejected: [], duplicates: [], unsaved: [] });
  caseId = (await createCase(makeCaseInput(), Date.now())).id;
});

async function file(...names: string[]): Promise<void> {
  const files = names.map((name, index) => ({
    file: makeFile(bytes([jpegHead(400, 300), [index, name.length]], 400), name),
    source: 'drop' as const,
  }));
  await intakeFiles(caseId, files);
}

async function fileOne(): Promise<Evidence> {
  await file('a.jpg');
  const [item] = await listEvidenceOfCase(caseId);
  if (item === undefined) throw new Error('nothing filed');
  return item;
}

function Count(): React.ReactNode {
  return <output>{useEvidenceCount(caseId)}</output>;
}

describe('R17 R21 the evidence of a case', () => {
  test('each tile says kind and archive name, and the original name in its tooltip', async () => {
    await file('<img src=x onerror=alert(1)>.jpg', 'b.jpg');
    renderPlain(<CaseEvidence caseId={caseId} />);
    const [first] = await findTiles();
    expect(first).toHaveAccessibleName(/照片 ?小鱼爱吃猫_\d{8} ?_照片_01\.jpg/);
    expect(first).toHaveAttribute('title', expect.stringContaining('<img src=x onerror=alert(1)>.jpg'));
    // Until there is a picture, and where there can be none, the tile names the file; as text.
    expect(within(first as HTMLElement).getByText('<img src=x onerror=alert(1)>.jpg')).toBeInTheDocument();
    expect(document.querySelector('img')).toBeNull();
  });

  test('a thumbnail appears when it was made; its address is given back afterwards', async () => {
    await file('a.jpg');
    const { unmount, container } = renderPlain(<CaseEvidence caseId={caseId} />);
    await findTiles();
    const [item] = await listEvidenceOfCase(caseId);
    if (item === undefined) throw new Error('nothing filed');
    await saveDerived([{ sha256: item.sha256, thumb: new Blob(['thumb']) }]);
    await waitFor(() => {
      expect(container.querySelector('img')).not.toBeNull();
    });
    expect(urls.size).toBe(1);
    unmount();
    expect(urls.size).toBe(0);
  });

  test('a picture that is too large to be opened says so', async () => {
    const bomb = makeFile(bytes([pngHead(22_000, 22_000)], 100), 'bomb.png');
    await intakeFiles(caseId, [{ file: bomb, source: 'drop' }]);
    renderPlain(<CaseEvidence caseId={caseId} />);
    expect(await screen.findByText('图片过大')).toBeInTheDocument();
  });

  test('arrow keys move, Tab reaches one tile only, Enter opens the viewer there', async () => {
    await file('1.jpg', '2.jpg', '3.jpg');
    renderPlain(<CaseEvidence caseId={caseId} />);
    const [first, second, third] = await findTiles();
    await userEvent.tab();
    expect(first).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowLeft}');
    expect(second).toHaveFocus();
    expect(second).toHaveAttribute('tabindex', '0');
    expect(first).toHaveAttribute('tabindex', '-1');
    await userEvent.keyboard('{End}');
    expect(third).toHaveFocus();
    await userEvent.keyboard('{Insert}');
    await findTiles(3);
    await userEvent.keyboard('{Enter}');
    expect(useScreen.getState().overlay).toMatchObject({ kind: 'viewer', index: 2 });
    expect(useScreen.getState().overlay).toHaveProperty(
      'ids',
      (await listEvidenceOfCase(caseId)).map(({ id }) => id),
    );
    // Delete moves a piece to the trash; its bytes stay.
    await userEvent.keyboard('{Delete}');
    await findTiles(2);
    expect((await listTrash()).map(({ kind }) => kind)).toEqual(['evidence']);
  });

  test('a box, Ctrl and Shift select; while something is selected a click selects, and Esc ends it', async () => {
    await file('1.jpg', '2.jpg', '3.jpg');
    renderPlain(<CaseEvidence caseId={caseId} />);
    const [first, second, third] = (await findTiles(3)) as [HTMLElement, HTMLElement, HTMLElement];
    fireEvent.click(screen.getByLabelText(/选中 .*_01\.jpg/));
    expect(first).toHaveAttribute('aria-pressed', 'true');
    fireEvent.click(third, { detail: 1 });
    expect(useScreen.getState().overlay).toBeNull();
    expect(await screen.findByText('已选 2 个')).toBeInTheDocument();
    fireEvent.click(screen.getByText('用所选做举证包'));
    const ids = (await listEvidenceOfCase(caseId)).map(({ id }) => id);
    expect(useScreen.getState().overlay).toEqual({ kind: 'pack', caseId, only: [ids[0], ids[2]] });
    useScreen.setState({ overlay: null });
    fireEvent.keyDown(first, { key: 'Escape' });
    expect(first).toHaveAttribute('aria-pressed', 'false');
    fireEvent.keyDown(second, { key: 'm' });
    expect(await screen.findByText('把 1 个凭证移到哪张售后单')).toBeInTheDocument();
  });

  test('of hundreds of pieces only the first tiles exist, the others follow when asked for', async () => {
    const { id } = await fileOne();
    const row = await database().evidence.get(id);
    if (row === undefined) throw new Error('no row');
    await database().evidence.bulkAdd(
      Array.from({ length: 300 }, (_, index) => {
        const other = `01KAJ${String(index).padStart(21, '0')}` as typeof row.id;
        return { ...row, id: other, nameKey: other };
      }),
    );
    const together: number[] = [];
    const watcher = new MutationObserver((changes) => {
      together.push(changes.reduce((sum, { addedNodes }) => sum + addedNodes.length, 0));
    });
    watcher.observe(document.body, { childList: true, subtree: true });
    renderPlain(<CaseEvidence caseId={caseId} />);
    await findTiles(96);
    fireEvent.click(await screen.findByText('还有 205 个，继续显示'));
    await findTiles(192);
    watcher.disconnect();
    // All at once they would stop the window: a few, with the frame around them, then a breath.
    expect(Math.max(...together)).toBeLessThan(48);
  });

  test('a picture that looks like one of another case says so on its tile', async () => {
    const { sha256 } = await fileOne();
    const other = await createCase(makeCaseInput({ buyerId: '别人' }), Date.now());
    const twin = makeFile(bytes([jpegHead(400, 300), [7]], 400), 'twin.jpg');
    await intakeFiles(other.id, [{ file: twin, source: 'drop' }]);
    const [old] = await listEvidenceOfCase(other.id);
    if (old === undefined) throw new Error('nothing filed');
    const likeness = 'f0e1d2c3b4a59687';
    await saveDerived([
      { sha256, thumb: null, likeness },
      { sha256: old.sha256, thumb: null, likeness },
    ]);
    renderPlain(<CaseEvidence caseId={caseId} />);
    expect(await screen.findByText('有相似')).toBeInTheDocument();
    expect((await findTiles(1))[0]).toHaveAttribute('title', expect.stringContaining(other.caseNo));
  });

  test('the last tile takes picked files, and a picked folder without what systems left in it', async () => {
    render(
      <>
        <CaseEvidence caseId={caseId} />
        <Count />
      </>,
    );
    const pick = await screen.findByLabelText('选择文件', { selector: 'input' });
    const photo = (seed: number, name: string, path = ''): File =>
      makeFile(bytes([jpegHead(400, 300), [seed]], 400), name, path);
    await userEvent.upload(pick, [photo(1, 'a.jpg'), photo(2, 'b.jpg')]);
    await findTiles(2);
    const folder = screen.getByLabelText('文件夹', { selector: 'input' });
    expect(folder).toHaveAttribute('webkitdirectory');
    await userEvent.upload(folder, [
      photo(3, 'c.jpg', 'x/c.jpg'),
      makeFile('junk', 'Thumbs.db', 'x/Thumbs.db'),
      makeFile('', 'empty.jpg', 'x/empty.jpg'),
    ]);
    await findTiles(3);
    expect(screen.getByRole('status')).toHaveTextContent('3');
    expect((await listEvidenceOfCase(caseId)).map(({ source }) => source)).toEqual([
      'picker',
      'picker',
      'folder',
    ]);
    expect(useIntake.getState().rejected).toMatchObject([{ name: 'empty.jpg', reason: 'empty' }]);
  });
});
