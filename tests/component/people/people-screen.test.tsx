import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { closeCase, readClosingIssues } from '../../../renderer/data/close-case';
import { createCase, getCase } from '../../../renderer/data/case-repository';
import { listPeople, savePerson } from '../../../renderer/data/people-repository';
import { PeopleScreen } from '../../../renderer/features/people/people-screen';
import { PersonDialog } from '../../../renderer/features/people/person-dialog';
import { useScreen } from '../../../renderer/state/screen-store';
import { useToasts } from '../../../renderer/state/toast-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { openDialog, press, renderPlain } from '../../helpers/render-plain';
import type { PersonInput } from '#shared/domain/person';

/** 2026-11-21 11:00 in Shanghai. */
const now = Date.parse('2026-11-21T03:00:00Z');
const day = 86_400_000;
const blank: PersonInput = {
  role: 'outlet',
  name: '',
  phone: '',
  wechat: '',
  company: '',
  courier: '',
  shopId: null,
  note: '',
};

describe('the people screen', { timeout: 30_000 }, () => {
  const writeText = vi.fn((_text: string) => Promise.resolve());
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    installFakeDesktop();
    writeText.mockClear();
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    useToasts.setState({ toasts: [] });
    useScreen.setState({ overlay: null, screen: 'people' });
    return () => {
      vi.useRealTimers();
      useScreen.setState({ overlay: null, screen: 'today' });
    };
  });

  it('R58 R109 the book by keyboard: found by initials, copied, opened, put away', async () => {
    await savePerson({ ...blank, name: '王站长', phone: '13800138000' }, now);
    const li = await savePerson({ ...blank, role: 'technician', name: '李师傅', phone: '13911112222' }, now);
    renderPlain(<PeopleScreen />);
    const rows = await screen.findByRole('listbox', { name: '联系人' });
    expect(within(rows).getAllByRole('option')).toHaveLength(2);
    expect(document.body.textContent).not.toContain('13911112222');
    fireEvent.change(screen.getByLabelText('姓名、公司、电话、拼音首字母'), { target: { value: 'lsf' } });
    await waitFor(() => {
      expect(within(rows).getAllByRole('option')).toHaveLength(1);
    });
    fireEvent.keyDown(rows, { key: 'c' });
    expect(writeText).toHaveBeenCalledWith('13911112222');
    fireEvent.keyDown(rows, { key: 'Enter' });
    expect(useScreen.getState().overlay).toEqual({ kind: 'person', personId: li.id });
    fireEvent.keyDown(rows, { key: 'Delete' });
    await waitFor(async () => {
      expect((await listPeople()).map(({ name }) => name)).toEqual(['王站长']);
    });
  });

  it('R109 an entry without a name or company, or with a strange number, says so and is not kept', async () => {
    const closed = vi.fn();
    renderPlain(<PersonDialog personId={null} onClose={closed} />);
    const dialog = await openDialog();
    const phone = await dialog.findByLabelText('电话');
    fireEvent.change(phone, { target: { value: '不知道' } });
    press(/^保存/, dialog);
    expect(await dialog.findByText('姓名和公司至少填一个。')).toBeInTheDocument();
    expect(dialog.getByText(/电话写成数字/)).toBeInTheDocument();
    fireEvent.change(dialog.getByLabelText('姓名'), { target: { value: '王站长' } });
    fireEvent.change(phone, { target: { value: '0571 87654321' } });
    press(/^保存/, dialog);
    await waitFor(() => {
      expect(closed).toHaveBeenCalledOnce();
    });
    expect(await listPeople()).toMatchObject([{ name: '王站长', phone: '0571 87654321', role: 'supplier' }]);
  });

  it('R169 a discontent buyer comes up to be asked again and is ticked off with what was said', async () => {
    const { id } = await createCase(makeCaseInput(), now - 5 * day);
    const seen = (await readClosingIssues(id)).map(({ key }) => key);
    const shares = [{ bearer: 'shop', percent: 100 }] as const;
    const words = {
      statedReason: '',
      realReason: '色差',
      satisfactionNote: '',
      ruleQuote: '',
      improvement: '',
    };
    await closeCase(id, { outcome: 'settled', shares, satisfaction: 2, ...words }, now - 5 * day, { seen });
    renderPlain(<PeopleScreen />);
    fireEvent.click(await screen.findByText('回访 1'));
    const line = await screen.findByLabelText('回访 小鱼爱吃猫 说了什么');
    expect(screen.getByText('道歉，问还差什么，给一点补偿')).toBeInTheDocument();
    expect(screen.getByText('可以回访了')).toBeInTheDocument();
    fireEvent.change(line, { target: { value: '愿意再买' } });
    press('送了优惠');
    await waitFor(async () => {
      expect((await getCase(id))?.winBack).toMatchObject({ state: 'offered', note: '愿意再买' });
    });
    await screen.findByText('又来买了');
    press('又来买了');
    expect(await screen.findByText('1 位里 1 位又来买了')).toBeInTheDocument();
  });
});
