import { freshDatabase, noon, hour } from './fresh-database';
import { describe, expect, test } from 'vitest';
import { saveBuyer } from '../../renderer/data/buyer-repository';
import { createCase, updateCase } from '../../renderer/data/case-repository';
import {
  findMissingEvidence,
  judgeEvidence,
  readEvidenceCheck,
  readSlotTimes,
  setClaimReason,
  setEvidenceSlot,
} from '../../renderer/data/evidence-check-repository';
import { fileEvidence, listEvidenceOfCase } from '../../renderer/data/evidence-repository';
import { findBrokenLink, listEvents } from '../../renderer/data/timeline-repository';
import { makeCaseInput } from '../helpers/make-case-input';
import { checkedFile } from '../helpers/checked-file';
import type { CaseInput } from '#shared/domain/case';
import type { CaseId } from '#shared/domain/ids';

freshDatabase();

const open = async (part: Partial<CaseInput> = {}): Promise<CaseId> =>
  (await createCase(makeCaseInput(part), noon)).id;
const missing = async (id: CaseId): Promise<string[]> =>
  (await findMissingEvidence(id)).map(({ slot, state }) => `${slot} ${state}`);

describe('what a case still has to prove', () => {
  test('R17 R131 follows the reason, the photo and what the seller thinks of it', async () => {
    const id = await open({ type: 'damage' });
    expect(await missing(id)).toEqual([
      'outer-packing missing',
      'inner-goods missing',
      'liable-confirmation missing',
      'waybill-label missing',
    ]);
    await fileEvidence(id, checkedFile('aa'), noon);
    const { evidence: second } = await fileEvidence(id, checkedFile('bb'), noon);
    expect(await missing(id)).toContain('inner-goods toJudge');
    await judgeEvidence(second.id, 'askAgain', ' 太糊 ', noon);
    expect(await missing(id)).toContain('inner-goods askAgain');
    await judgeEvidence(second.id, 'accepted', '', noon);
    expect((await missing(id)).filter((one) => one.startsWith('inner-goods'))).toEqual([]);
    await setClaimReason(id, 'noReason', noon);
    expect(await missing(id)).toEqual(['inspected missing']);
    expect(await readSlotTimes(id)).toEqual({ inspected: [] });
    const events = await listEvents(id);
    expect(events.map(({ kind }) => kind).slice(-3)).toEqual([
      'evidenceRefused',
      'evidenceAccepted',
      'caseEdited',
    ]);
    expect(events.at(-3)?.data).toMatchObject({ reason: '太糊' });
    expect(findBrokenLink(events)).toBeNull();
  });

  test('R81 a piece put into a slot fills it, and leaves it again', async () => {
    const id = await open({ type: 'outOfStock' });
    const { evidence } = await fileEvidence(id, checkedFile('aa', { kind: 'chat' }), noon);
    expect(await missing(id)).toContain('supplier-reply missing');
    await setEvidenceSlot(evidence.id, 'supplier-reply', noon);
    expect(await missing(id)).toEqual(['talk-record missing']);
    expect(await readSlotTimes(id)).toMatchObject({ 'supplier-reply': [noon], 'talk-record': [] });
    await setEvidenceSlot(evidence.id, null, noon);
    expect(await missing(id)).toContain('supplier-reply missing');
  });

  test('R81 a chat that came in as a photo becomes one when it is put where a chat belongs', async () => {
    const id = await open({ type: 'outOfStock' });
    const { evidence } = await fileEvidence(id, checkedFile('aa'), noon);
    await setEvidenceSlot(evidence.id, 'supplier-reply', noon);
    expect(await listEvidenceOfCase(id)).toMatchObject([
      { kind: 'chat', fileName: '小鱼爱吃猫_20261121_聊天_01.jpg', formerNames: [evidence.fileName] },
    ]);
    const { evidence: video } = await fileEvidence(
      id,
      checkedFile('bb', { kind: 'video', ext: 'mp4' }),
      noon,
    );
    await setEvidenceSlot(video.id, 'supplier-reply', noon);
    expect((await listEvidenceOfCase(id))[1]).toMatchObject({ kind: 'video', fileName: video.fileName });
  });

  test('R11 the third case of a buyer wants a chat screenshot; R66 the clock that ends first is told', async () => {
    const first = await open({ type: 'invoice' });
    expect(await missing(first)).toEqual([]);
    const wary = await open({ type: 'invoice', buyerId: '丙' });
    await saveBuyer('pdd', '丙', { caution: 'careful', reason: '多次投诉', note: '' }, noon);
    expect(await missing(wary)).toEqual(['talk-record missing']);
    await open();
    const third = await open({ type: 'invoice' });
    expect(await missing(third)).toEqual(['talk-record missing']);
    expect((await readEvidenceCheck(third))?.risky).toBe(true);
    const asked = await open({
      type: 'refundOnly',
      buyerId: '乙',
      events: { 'aftersale.applied': noon - hour },
    });
    expect((await readEvidenceCheck(asked))?.before?.dueAt).toBeGreaterThan(noon);
    await updateCase(asked, { type: 'intervention' }, noon);
    expect((await readEvidenceCheck(asked))?.risky).toBe(true);
  });
});
