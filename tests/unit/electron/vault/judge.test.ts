import { describe, expect, test } from 'vitest';
import { judgeStore, type StoreEvidence } from '../../../../electron/main/vault/judge';
import { facts, fresh, vaultOf } from './store-facts';

describe('the verdict on an opened database', () => {
  const judge = (part: Partial<StoreEvidence>) =>
    judgeStore({ found: facts(), known: facts(), vault: null, look: 'sound', ...part });

  test.each<[string, Partial<StoreEvidence>, ReturnType<typeof judgeStore>]>([
    ['a first run', { found: fresh, known: null }, null],
    ['nothing changed', {}, null],
    ['more than was noted', { found: facts({ headSeq: 60 }) }, null],
    ['everything deleted by the seller', { found: facts({ headSeq: 60, counts: { cases: 0 } }) }, null],
    ['made anew', { found: fresh }, 'empty'],
    [
      'made anew, counts were never noted',
      { found: fresh, known: facts({ counts: {} }), vault: vaultOf(facts().storeId, 50) },
      'empty',
    ],
    ['behind the sentinel', { found: facts({ headSeq: 49 }) }, 'older'],
    ['behind the vault', { known: null, vault: vaultOf(facts().storeId, 51) }, 'older'],
    ['ahead of the vault', { vault: vaultOf(facts().storeId, 10) }, null],
    ['half of another one', { found: facts({ storeId: fresh.storeId }) }, 'older'],
    ['another computer', { found: fresh, known: null, vault: vaultOf(facts().storeId, 50) }, 'vaultOnly'],
    ["another shop's vault", { known: null, vault: vaultOf(fresh.storeId, 50) }, null],
    ['all rows there, files damaged before', { look: 'damaged' }, 'damaged'],
    ['a layout nobody knows', { look: 'unknown' }, null],
    [
      'begun anew, and then the old vault chosen',
      { found: fresh, known: fresh, vault: vaultOf(facts().storeId, 50) },
      'vaultOnly',
    ],
    [
      'begun anew, with a vault of its own',
      { found: fresh, known: fresh, vault: vaultOf(fresh.storeId, 1) },
      null,
    ],
  ])('%s', (_name, part, verdict) => {
    expect(judge(part)).toBe(verdict);
  });
});
