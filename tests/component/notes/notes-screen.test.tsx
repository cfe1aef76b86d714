import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCase } from '../../../renderer/data/case-repository';
import { addNote, setNotePasted } from '../../../renderer/data/note-repository';
import { NotesScreen } from '../../../renderer/features/notes/notes-screen';
import { useScreen } from '../../../renderer/state/screen-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { renderPlain } from '../../helpers/render-plain';

const now = Date.UTC(2026, 10, 21, 3);
const hostile = '<img src=x onerror=alert(1)>';

async function note(buyerId: string, text: string, at: number) {
  const item = await createCase(makeCaseInput({ buyerId }), at);
  const { id: caseId, platform, orderNo } = item;
  return addNote({ caseId, platform, orderNo, text, flag: 'blue', sample: false }, at);
}
function texts(): (string | null)[] {
  return Array.from(document.querySelectorAll('.notes-text'), (one) => one.textContent);
}

describe('all memos', { timeout: 20_000 }, () => {
  beforeEach(() => {
    installFakeDesktop();
  });

  it('says what this place is for while it is empty', async () => {
    renderPlain(<NotesScreen />);
    expect(await screen.findByText('还没有备注')).toBeInTheDocument();
  });

  it('R28 lists the newest first and leaves only those not pasted when asked', async () => {
    const done = await note('小鱼爱吃猫', '已粘的', now);
    await note(hostile, hostile, now + 1000);
    await setNotePasted(done.id, true, now + 2000);
    renderPlain(<NotesScreen />);
    await screen.findByText('已粘的');
    expect(texts()).toEqual([hostile, '已粘的']);
    expect(document.querySelector('img')).toBeNull();
    fireEvent.click(await screen.findByText('没粘贴的 1'));
    await waitFor(() => {
      expect(texts()).toEqual([hostile]);
    });
    fireEvent.click(screen.getByRole('checkbox', { name: '已粘贴到平台' }));
    expect(await screen.findByText('没有符合的备注')).toBeInTheDocument();
  });

  it('finds by buyer, and opens the case at its memos', async () => {
    const first = await note('jd_lin2009', '破损', now);
    await note('柚子皮皮22', '拦截', now + 1000);
    renderPlain(<NotesScreen />);
    await screen.findByText('破损');
    fireEvent.change(screen.getByLabelText('备注、买家、订单号'), { target: { value: 'LIN20' } });
    await waitFor(() => {
      expect(texts()).toEqual(['破损']);
    });
    fireEvent.click(screen.getByRole('button', { name: 'jd_lin2009' }));
    expect(useScreen.getState()).toMatchObject({ screen: 'cases', caseId: first.caseId, caseTab: 'notes' });
  });
});
