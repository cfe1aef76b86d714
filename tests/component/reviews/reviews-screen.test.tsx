import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCase, getCase, listOpenCases } from '../../../renderer/data/case-repository';
import { listRewards } from '../../../renderer/data/draw-repository';
import { addPenalty } from '../../../renderer/data/penalty-repository';
import { addReview, listReviews } from '../../../renderer/data/review-repository';
import { listTalks } from '../../../renderer/data/talk-repository';
import { BoardTab } from '../../../renderer/features/reviews/board-tab';
import { ComplaintForm } from '../../../renderer/features/reviews/complaint-form';
import { DrawTab } from '../../../renderer/features/reviews/draw-tab';
import { LogTab } from '../../../renderer/features/reviews/log-tab';
import { PenaltiesTab } from '../../../renderer/features/reviews/penalties-tab';
import { ReviewForm } from '../../../renderer/features/reviews/review-form';
import { ReviewPanel } from '../../../renderer/features/reviews/review-panel';
import { TalkThreads } from '../../../renderer/features/reviews/talk-threads';
import { everyReview, useReviewView } from '../../../renderer/state/review-store';
import { useScreen } from '../../../renderer/state/screen-store';
import { useToasts } from '../../../renderer/state/toast-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { openDialog, press, renderPlain } from '../../helpers/render-plain';
import type { ReviewInput } from '#shared/domain/review';

/** 2026-11-21 11:00 in Shanghai. */
const now = Date.parse('2026-11-21T03:00:00Z');
const hour = 3_600_000;
const day = 24 * hour;

const poor: ReviewInput = {
  platform: 'taobao',
  shopId: null,
  buyerId: '山间一阵风',
  orderNo: '',
  product: '保温杯 墨绿',
  stars: 2,
  text: '盖子漏水，尺码也不对',
  pictures: true,
  at: now - hour,
  issue: true,
  topic: 'size',
};
const kind: ReviewInput = { ...poor, buyerId: '栗子', stars: 5, text: '好看，就是袖子长' };

describe('the reviews screen', { timeout: 30_000 }, () => {
  const writeText = vi.fn((_text: string) => Promise.resolve());
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    installFakeDesktop();
    writeText.mockClear();
    Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
    Element.prototype.scrollIntoView = () => undefined;
    useToasts.setState({ toasts: [] });
    const start = { tab: 'log', filter: everyReview, chosen: null, adding: false } as const;
    useReviewView.setState(start);
    useScreen.setState({ overlay: null, screen: 'reviews', caseId: null });
    return () => {
      vi.useRealTimers();
      useReviewView.setState(start);
      useScreen.setState({ overlay: null, screen: 'today', caseId: null });
    };
  });

  it('R49 a pasted review fills the form and is logged', async () => {
    const onClose = vi.fn();
    renderPlain(<ReviewForm review={null} onClose={onClose} />);
    const dialog = await openDialog();
    fireEvent.paste(dialog.getByLabelText('评价内容'), {
      clipboardData: {
        getData: () =>
          '买家：t***3\n订单号：2611023318842009917\n★★★★★\n2026-11-20 21:15\n好看，就是袖子有点长',
      },
    });
    await waitFor(() => {
      expect(dialog.getByLabelText('买家ID')).toHaveProperty('value', 't***3');
    });
    expect(dialog.getByLabelText('评价日期')).toHaveProperty('value', '2026-11-20');
    expect(dialog.getByLabelText('里面反映了问题')).toHaveProperty('checked', true);
    press('保存', dialog);
    await waitFor(() => {
      expect(onClose).toHaveBeenCalled();
    });
    expect(await listReviews()).toEqual([
      expect.objectContaining({
        buyerId: 't***3',
        orderNo: '2611023318842009917',
        stars: 5,
        text: '好看，就是袖子有点长',
        issue: true,
      }),
    ]);
  });

  it('R50 R52 R167 from the log: filter, answer with hints and a warning, outcome, a case in one click', async () => {
    await addReview(poor, now);
    await addReview({ ...kind, issue: false }, now);
    renderPlain(<LogTab />);
    const list = await screen.findByRole('listbox', { name: '评价列表' });
    expect(within(list).getAllByRole('option')).toHaveLength(2);
    fireEvent.click(screen.getByText('差评 1-2'));
    await waitFor(() => {
      expect(within(list).getAllByRole('option')).toHaveLength(1);
    });
    fireEvent.keyDown(list, { key: 'ArrowDown' });
    const answer = await screen.findByRole('region', { name: '回复 / 解释' });
    const box = within(answer).getByLabelText('回复内容');
    fireEvent.change(box, { target: { value: '改好评就返现红包' } });
    expect(within(answer).getByRole('alert').textContent).toContain('违反平台规则');
    fireEvent.change(box, { target: { value: '抱歉给您添麻烦了。' } });
    press('尺码建议', within(answer));
    await waitFor(() => {
      expect(box).toHaveProperty('value', expect.stringContaining('尺码表'));
    });
    // A blank is never published or copied.
    press('套用：解释', within(answer));
    await waitFor(() => {
      expect(box).toHaveProperty('value', expect.stringContaining('{核实结果}'));
    });
    press('记为已发布', within(answer));
    expect((await within(answer).findByRole('alert')).textContent).toContain('核实结果');
    fireEvent.change(box, { target: { value: '已换新杯盖，并联系您补发。' } });
    press('记为已发布', within(answer));
    await screen.findByText('2026-11-21 已发布');
    const outcome = screen.getByRole('region', { name: '评价的结果' });
    fireEvent.click(within(outcome).getByText('追加评价'));
    await within(outcome).findByText('2026-11-21 追加评价');
    press('开售后单处理');
    await waitFor(() => {
      expect(useScreen.getState().caseId).not.toBeNull();
    });
    const { caseId } = useScreen.getState();
    expect(caseId === null ? null : await getCase(caseId)).toMatchObject({
      type: 'review',
      buyerId: '山间一阵风',
    });
    const logged = (await listReviews()).find(({ buyerId }) => buyerId === '山间一阵风');
    expect(logged).toMatchObject({ caseId, outcome: 'appended', reply: '已换新杯盖，并联系您补发。' });
  });

  it('R50 without a buyer ID the way to a case is closed and says why', async () => {
    const { id } = await addReview({ ...poor, buyerId: '' }, now);
    useReviewView.setState({ chosen: id });
    renderPlain(<LogTab />);
    const button = await screen.findByText('开售后单处理');
    expect(button).toHaveProperty('disabled', true);
    expect(screen.getByText(/先点“修改”填上买家ID/)).toBeTruthy();
  });

  it('R51 R53 the board thanks, the digest gathers problems of good reviews and is worked off', async () => {
    await addReview(kind, now);
    const { id } = await addReview({ ...kind, buyerId: '云朵', text: '很厚实', issue: false }, now);
    renderPlain(<BoardTab />);
    const digest = await screen.findByRole('region', { name: '2026-11-21' });
    within(digest).getByText('1 个待联系');
    within(digest).getByText('尺码');
    expect(within(digest).queryByText('云朵')).toBeNull();
    press('已联系买家', within(digest));
    await within(digest).findByText('都联系过了');
    press('写感谢回复', within(screen.getByRole('region', { name: '好评板' })));
    expect(useReviewView.getState()).toMatchObject({ tab: 'log', chosen: id });
  });

  it('R53 R145 Today says what waits, and leads there', async () => {
    await addReview(poor, now);
    await addReview(kind, now);
    const penalty = { platform: 'pdd', shopId: null, kind: 'rank', reason: '降权', orderNo: '' } as const;
    await addPenalty({ ...penalty, at: now - hour, until: null, amountFen: null, appealBy: now + day }, now);
    const onOpen = vi.fn();
    renderPlain(<ReviewPanel onOpen={onOpen} />);
    fireEvent.click(await screen.findByText('1 条好评里有问题，待联系'));
    fireEvent.click(screen.getByText('1 条差评没处理'));
    fireEvent.click(screen.getByText('1 个处罚可以申诉'));
    expect(onOpen.mock.calls).toEqual([['board'], ['log'], ['penalties']]);
  });

  it('R147 a complaint from outside is logged with the date of its notice', async () => {
    renderPlain(<ComplaintForm onClose={() => undefined} />);
    const dialog = await openDialog();
    press('保存', dialog);
    expect((await dialog.findAllByRole('alert')).length).toBe(2);
    fireEvent.click(dialog.getByText('12315'));
    fireEvent.change(dialog.getByLabelText('买家ID'), { target: { value: '不依不饶' } });
    fireEvent.change(dialog.getByLabelText('投诉内容'), { target: { value: '要求三倍赔偿' } });
    fireEvent.change(dialog.getByLabelText('要求回复的期限'), { target: { value: '2026-11-24 18:00' } });
    press('保存', dialog);
    await waitFor(async () => {
      expect(await listOpenCases()).toHaveLength(1);
    });
    expect((await listOpenCases())[0]).toMatchObject({
      type: 'complaint',
      complaintChannel: '12315',
      typedDue: { 'house.complaint.external': Date.parse('2026-11-24T18:00:00+08:00') },
    });
  });

  it('R73 two talks stand side by side: an offer is made to the buyer and accepted', async () => {
    const { id } = await createCase(makeCaseInput({ type: 'complaint' }), now);
    renderPlain(<TalkThreads caseId={id} />);
    const buyer = within(await screen.findByRole('group', { name: '买家' }));
    const staff = within(screen.getByRole('group', { name: '平台小二' }));
    fireEvent.click(buyer.getByText('方案'));
    fireEvent.change(buyer.getByLabelText('内容'), { target: { value: '退 20 元' } });
    fireEvent.change(await buyer.findByLabelText('金额（可不填）'), { target: { value: '20' } });
    press('记下', buyer);
    await buyer.findByText('方案等答复');
    expect(staff.queryByText('退 20 元')).toBeNull();
    press('接受', buyer);
    await waitFor(async () => {
      expect(await listTalks(id)).toEqual([
        expect.objectContaining({ thread: 'buyer', amountFen: 2000, answer: 'accepted' }),
      ]);
    });
  });

  it('R145 a penalty shows its reason and end; its appeal is noted', async () => {
    const one = {
      platform: 'pdd',
      shopId: null,
      kind: 'resource',
      reason: '虚假发货',
      orderNo: '',
      at: now - hour,
      until: now + day,
      amountFen: null,
      appealBy: now + day,
    } as const;
    await addPenalty(one, now);
    renderPlain(<PenaltiesTab />);
    const list = within(await screen.findByRole('list', { name: '处罚列表' }));
    list.getByText('限制资源位');
    list.getByText('生效中');
    fireEvent.click(list.getByText('申诉成功'));
    await list.findByText('已结束');
  });

  it('R54 R55 a draw warns of the rules, draws and is checked; a gift for a review is a record with a warning', async () => {
    await createCase(makeCaseInput({ buyerId: '甲' }), now);
    await createCase(makeCaseInput({ buyerId: '乙' }), now);
    renderPlain(<DrawTab />);
    expect(screen.getByRole('note').textContent).toContain('不能以好评、改评、晒图为条件');
    await screen.findByText('2 位买家参加');
    press('开始抽');
    expect(await listRewards()).toEqual([]);
    fireEvent.change(screen.getByLabelText('抽几个'), { target: { value: '1' } });
    fireEvent.change(screen.getByLabelText('每个红包'), { target: { value: '6.66' } });
    press('开始抽');
    await screen.findByText(/2 人里抽 1 人/);
    press('核对');
    await screen.findByText('核对无误');
    expect(await listRewards()).toEqual([expect.objectContaining({ amountFen: 666, sentAt: null })]);
    const reasons = screen.getByLabelText('为什么');
    fireEvent.mouseDown(reasons);
    fireEvent.click(await screen.findByTitle('换好评、晒图'));
    expect((await screen.findByRole('alert')).textContent).toContain('违反现在的平台规则');
  });
});
