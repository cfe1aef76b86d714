import { describe, expect, test } from 'vitest';
import { caseTypes } from '#shared/domain/case';
import { claimReasons } from '#shared/domain/claim-reason';
import { checkEvidence } from '#shared/domain/evidence-check';
import { checklistOf, reasonOf } from '#shared/knowledge/evidence-checklists';
import { evidenceSlots } from '#shared/knowledge/evidence-slots';
import type { Evidence } from '#shared/domain/evidence';

let count = 0;
function piece(part: Partial<Evidence>): Evidence {
  count += 1;
  return { id: `e${count}`, kind: 'photo', ...part } as Evidence;
}
const states = (type: (typeof caseTypes)[number], items: readonly Evidence[], risky = false) =>
  Object.fromEntries(
    checkEvidence(checklistOf(type, reasonOf(type, undefined), risky), items).map(({ slot, state }) => [
      slot.id,
      state,
    ]),
  );
const accepted = { state: 'accepted', reason: '', at: 1 } as const;
const askAgain = { state: 'askAgain', reason: '太糊', at: 1 } as const;

describe('the evidence checklist', () => {
  test('R131 every type with every reason gives known slots, each once', () => {
    for (const type of caseTypes) {
      for (const reason of [null, ...claimReasons]) {
        const ids = checklistOf(type, reason, true).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toContain('talk-record');
      }
    }
    expect(checklistOf('refundOnly', 'quality', false).map(({ id }) => id)).toContain('fault-photo');
    expect(checklistOf('refundOnly', 'missing', false).map(({ id }) => id)).toEqual([
      'talk-record',
      'packing-list',
      'received-all',
      'weighing',
      'outer-packing',
    ]);
    expect(new Set(evidenceSlots.map(({ id }) => id)).size).toBe(evidenceSlots.length);
  });

  test('every slot that is named in a list exists and is used', () => {
    const used = new Set(
      caseTypes.flatMap((type) =>
        [null, ...claimReasons].flatMap((reason) => checklistOf(type, reason, true).map(({ id }) => id)),
      ),
    );
    expect([...used].toSorted()).toEqual(evidenceSlots.map(({ id }) => id).toSorted());
  });

  test('R17 a photo of the fault has to be accepted; one asked again does not count', () => {
    const list = checklistOf('refundOnly', 'quality', false);
    const state = (items: readonly Evidence[]) =>
      checkEvidence(list, items).find(({ slot }) => slot.id === 'fault-photo')?.state;
    expect(state([])).toBe('missing');
    expect(state([piece({})])).toBe('toJudge');
    expect(state([piece({ verdict: askAgain })])).toBe('askAgain');
    expect(state([piece({ verdict: askAgain, slot: 'fault-photo' }), piece({})])).toBe('toJudge');
    expect(state([piece({ verdict: accepted })])).toBe('done');
  });

  test('R88 R96 R160 damage asks for outer box, damage and the liable party’s reply', () => {
    const chat = piece({ kind: 'chat' });
    expect(states('damage', [piece({}), piece({ verdict: accepted }), chat])).toMatchObject({
      'outer-packing': 'done',
      'inner-goods': 'done',
      'liable-confirmation': 'missing',
    });
    expect(states('damage', [{ ...chat, slot: 'liable-confirmation' }])).toMatchObject({
      'liable-confirmation': 'done',
    });
  });

  test('R81 a LOGO photo and the supplier’s reply are never guessed from the kind', () => {
    const items = [piece({ verdict: accepted }), piece({}), piece({ kind: 'chat' })];
    expect(states('wrongShipment', items)).toMatchObject({
      'logo-photo': 'missing',
      'supplier-reply': 'missing',
    });
    expect(states('wrongShipment', [piece({ slot: 'logo-photo', kind: 'video' })])['logo-photo']).toBe(
      'done',
    );
  });

  test('R87 a lost parcel asks for track, courier’s answer and confirmation of the loss', () => {
    expect(Object.keys(states('lost', []))).toEqual(['track', 'courier-reply', 'liable-confirmation']);
  });

  test('R11 a risky case has to have a chat screenshot', () => {
    expect(states('invoice', [])).toEqual({});
    expect(states('invoice', [], true)).toEqual({ 'talk-record': 'missing' });
    expect(states('invoice', [piece({ kind: 'chat' })], true)).toEqual({ 'talk-record': 'done' });
    const must = checklistOf('refundOnly', null, true).find(({ id }) => id === 'talk-record');
    expect(must?.need).toBe('must');
  });

  test('R33 only a weighing photo is taken for the scale, and a marked copy fills nothing', () => {
    expect(states('shortage', [piece({}), piece({}), piece({})])).toMatchObject({ weighing: 'missing' });
    expect(states('shortage', [piece({ kind: 'weighing' })])).toMatchObject({ weighing: 'done' });
    const copy = piece({ derivedFrom: { id: 'x', sha256: 'y', how: 'marked', atMs: null } as never });
    expect(states('shortage', [copy])).toMatchObject({ 'received-all': 'missing' });
  });
});
