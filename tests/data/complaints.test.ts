import { day, freshDatabase, hour, noon } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { createCase, getCase } from '../../renderer/data/case-repository';
import { readWalk } from '../../renderer/data/case-walk';
import { listComplaints, openComplaint } from '../../renderer/data/complaint-repository';
import { database } from '../../renderer/data/database';
import {
  addPenalty,
  listOpenAppeals,
  openAppealCase,
  setAppeal,
} from '../../renderer/data/penalty-repository';
import { listPendingReminders } from '../../renderer/data/reminder-repository';
import { answerStep } from '../../renderer/data/step-repository';
import { addTalk, answerOffer, listTalks } from '../../renderer/data/talk-repository';
import { listEvents } from '../../renderer/data/timeline-repository';
import { openOffer } from '#shared/domain/talk';
import { makeCaseInput } from '../helpers/make-case-input';
import type { PenaltyInput } from '#shared/domain/penalty';

freshDatabase();

describe('the two talks of a complaint', () => {
  test('R73 staff and buyer apart: offers with their amount, what came of them, all in the history', async () => {
    const { id } = await createCase(makeCaseInput({ type: 'complaint' }), noon);
    const offer = await addTalk(
      id,
      { thread: 'buyer', by: 'us', kind: 'offer', text: '退 20 元', amountFen: 2000 },
      noon,
    );
    await addTalk(
      id,
      { thread: 'staff', by: 'them', kind: 'words', text: '今天内举证', amountFen: null },
      noon + 1,
    );
    await addTalk(
      id,
      { thread: 'buyer', by: 'them', kind: 'reply', text: '同意', amountFen: null },
      noon + 2,
    );
    const lines = await listTalks(id);
    expect(lines.map(({ thread, text }) => [thread, text])).toEqual([
      ['buyer', '退 20 元'],
      ['staff', '今天内举证'],
      ['buyer', '同意'],
    ]);
    expect(openOffer(lines, 'buyer')?.id).toBe(offer.id);
    expect(openOffer(lines, 'staff')).toBeUndefined();
    await answerOffer(offer.id, 'accepted', noon + 3);
    expect(openOffer(await listTalks(id), 'buyer')).toBeUndefined();
    const events = (await listEvents(id)).filter(({ kind }) => kind.startsWith('talk'));
    expect(
      events.map(({ kind, data }) => [kind, data['thread'], data['amountFen'] ?? data['answer']]),
    ).toEqual(
      [
        ['talkAdded', 'buyer', 2000],
        ['talkAdded', 'staff', null],
        ['talkAdded', 'buyer', null],
        ['talkAnswered', 'buyer', 'accepted'],
      ].map(([kind, thread, rest]) => [kind, thread, rest ?? undefined]),
    );
    await expect(
      addTalk(id, { thread: 'buyer', by: 'us', kind: 'words', text: ' ', amountFen: null }, noon),
    ).rejects.toMatchObject({ code: 'invalidInput' });
    await expect(answerOffer(lines[1]?.id ?? offer.id, 'accepted', noon)).rejects.toMatchObject({
      code: 'invalidInput',
    });
  });
});

describe('complaints from outside', () => {
  const complaint = {
    platform: 'taobao',
    shopId: null,
    channel: '12315',
    buyerId: '不依不饶',
    orderNo: '',
    what: '要求三倍赔偿',
    receivedAt: noon - hour,
    dueAt: null,
    nextAction: '回复',
  } as const;

  test('R147 the date of the notice wins over our suggestion, and the one that ends first stands first', async () => {
    const suggested = await openComplaint(complaint, noon);
    const noticed = await openComplaint({ ...complaint, channel: 'heimao', dueAt: noon + day }, noon);
    const rows = await database().deadlines.where('caseId').equals(noticed.id).toArray();
    expect(rows.find(({ ruleId }) => ruleId === 'house.complaint.external')).toMatchObject({
      dueAt: noon + day,
      typed: true,
    });
    const own = await database().deadlines.where('caseId').equals(suggested.id).toArray();
    expect(own.map(({ ruleId }) => ruleId)).toEqual(
      expect.arrayContaining(['house.complaint.external', 'law.complaint.accept']),
    );
    await addTalk(
      noticed.id,
      { thread: 'buyer', by: 'us', kind: 'offer', text: '退款', amountFen: 100 },
      noon,
    );
    const { open, closed } = await listComplaints();
    expect(new Set(open.map(({ item }) => item.complaintChannel))).toEqual(new Set(['12315', 'heimao']));
    expect(open.find(({ item }) => item.id === noticed.id)).toMatchObject({ talks: 1, waits: true });
    expect(open.every(({ clock }) => clock !== null)).toBe(true);
    // The form said where it comes from: the procedure goes on from there.
    expect((await readWalk(noticed.id))?.walk.next?.step.id).toBe('read-chat');
    expect(closed).toBe(0);
    await expect(openComplaint({ ...complaint, receivedAt: noon + 1 }, noon)).rejects.toMatchObject({
      code: 'invalidInput',
    });
  });

  test('R147 the answer in the procedure sets the channel, and with it the clock', async () => {
    const { id } = await createCase(makeCaseInput({ type: 'complaint', platform: 'taobao' }), noon);
    const rules = async () =>
      (await database().deadlines.where('caseId').equals(id).toArray()).map(({ ruleId }) => ruleId);
    expect(await rules()).not.toContain('house.complaint.external');
    await answerStep(id, 'channel', 'heimao', noon);
    expect((await getCase(id))?.complaintChannel).toBe('heimao');
    expect(await rules()).toContain('house.complaint.external');
  });
});

describe('the log of penalties', () => {
  const penalty: PenaltyInput = {
    platform: 'pdd',
    shopId: null,
    kind: 'resource',
    reason: '虚假发货，限制资源位 1 天',
    orderNo: '261112-700318842251',
    at: noon - hour,
    until: noon + day,
    amountFen: null,
    appealBy: noon + 2 * day,
  };

  test('R145 keeps kind, reason, end and appeal; an appeal that runs out stands on the list until it is filed', async () => {
    const one = await addPenalty(penalty, noon);
    expect((await listOpenAppeals(noon)).map(({ id }) => id)).toEqual([one.id]);
    expect(await listOpenAppeals(noon + 3 * day)).toEqual([]);
    await setAppeal(one.id, 'filed', '有发货视频', noon + hour);
    expect(await listOpenAppeals(noon)).toEqual([]);
    expect(await database().penalties.get(one.id)).toMatchObject({
      appeal: 'filed',
      appealText: '有发货视频',
      appealAt: noon + hour,
    });
    for (const wrong of [
      { reason: ' ' },
      { at: noon + hour },
      { until: noon - day },
      { appealBy: noon - day },
    ])
      await expect(addPenalty({ ...penalty, ...wrong }, noon)).rejects.toMatchObject({
        code: 'invalidInput',
      });
  });

  test('R145 an appeal becomes a case that rings before the platform stops taking it', async () => {
    const one = await addPenalty(penalty, noon);
    const item = await openAppealCase(one.id, { who: '平台处罚', nextAction: '提交申诉' }, noon);
    expect(item).toMatchObject({ type: 'complaint', nextActionAt: noon + 2 * day - 2 * hour });
    expect((await listPendingReminders()).some(({ caseId }) => caseId === item.id)).toBe(true);
    expect((await database().penalties.get(one.id))?.caseId).toBe(item.id);
    expect((await listEvents(item.id)).map(({ kind }) => kind)).toContain('penaltyNoted');
  });

  test('R145 a penalty stands in the history of the one case its order has', async () => {
    const item = await createCase(makeCaseInput({ orderNo: penalty.orderNo, platform: 'pdd' }), noon);
    expect((await addPenalty(penalty, noon)).caseId).toBe(item.id);
    expect((await addPenalty({ ...penalty, platform: 'jd' }, noon)).caseId).toBeNull();
  });
});
