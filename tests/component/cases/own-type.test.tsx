import { fireEvent, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readOwnTypeNames } from '../../../renderer/app/own-type-names';
import { createCase } from '../../../renderer/data/case-repository';
import { dropPlaybook, savePlaybooks } from '../../../renderer/data/playbook-repository';
import { completeStep } from '../../../renderer/data/step-repository';
import { StandingWords } from '../../../renderer/features/cases/case-status-chip';
import { useCaseFilter } from '../../../renderer/features/cases/case-filter-store';
import { StandingTags } from '../../../renderer/features/cases/standing-tags';
import { caseTypeWords, setOwnTypeNames } from '../../../renderer/text/case-type-words';
import { CaseSearchRow } from '../../../renderer/ui/case-search-dialog';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { press, renderPlain } from '../../helpers/render-plain';
import { shippedPlaybooks } from '#shared/knowledge/playbooks/index';

const now = Date.UTC(2026, 10, 22, 3);
const hostile = '退押金 {{count}} $t(app.screen.cases) $&';
const plain = useCaseFilter.getState().filter;

beforeEach(() => {
  installFakeDesktop();
});
afterEach(() => {
  setOwnTypeNames(new Map());
  useCaseFilter.setState({ filter: plain });
});

function invoice() {
  const found = shippedPlaybooks.find(({ key }) => key === 'invoice');
  if (found === undefined) throw new Error('no invoice');
  return found;
}

it('1S a type of the seller’s own is called by its name, letter by letter; gone, by the type it is like', async () => {
  const t = i18next.t;
  await savePlaybooks([{ ...invoice(), key: 'own-deposit', name: { zh: hostile, en: 'Deposit' } }], now);
  await readOwnTypeNames();
  const item = await createCase(makeCaseInput({ type: 'invoice', playbook: 'own-deposit' }), now);
  expect(caseTypeWords(t, item)).toBe(hostile);
  expect(caseTypeWords(t, item, 'en')).toBe('Deposit');
  const { container } = renderPlain(
    <>
      <CaseSearchRow item={item} />
      <StandingWords item={item} />
    </>,
  );
  await waitFor(() => expect(container).toHaveTextContent('· 待确认'));
  expect(container).toHaveTextContent(hostile);
  await dropPlaybook('own-deposit');
  await readOwnTypeNames();
  expect(caseTypeWords(t, item)).toBe('发票');
});

it('1S a shipped type the seller gave another name is called by it; an untouched copy keeps its name', async () => {
  const t = i18next.t;
  await savePlaybooks([{ ...invoice(), about: { zh: '改了说明', en: 'changed' } }], now);
  await readOwnTypeNames();
  expect(caseTypeWords(t, { type: 'invoice' })).toBe(t('domain.caseType.invoice'));
  await savePlaybooks([{ ...invoice(), name: { zh: '开票', en: 'Billing' } }], now);
  await readOwnTypeNames();
  expect(caseTypeWords(t, { type: 'invoice' })).toBe('开票');
  await dropPlaybook('invoice');
});

it('R104 one click lists the invoices that stand so, a second lets go', async () => {
  const { id } = await createCase(makeCaseInput({ type: 'invoice', buyerId: '只此一家' }), now);
  await completeStep(id, 'logged', { values: { to: '小陈' } }, now);
  useCaseFilter.setState({ filter: { status: 'open', type: 'invoice', text: '只此一家' } });
  renderPlain(<StandingTags />);
  const tags = await screen.findByRole('group', { name: '状态' });
  await waitFor(() => expect(tags).toHaveTextContent('待开 1'));
  expect(tags).toHaveTextContent('已寄 0');
  press(/待开/);
  expect(useCaseFilter.getState().filter.standing).toBe('toIssue');
  await waitFor(() =>
    expect(screen.getByText(/待开/).closest('button')).toHaveAttribute('aria-pressed', 'true'),
  );
  fireEvent.click(screen.getByText(/待开/));
  expect(useCaseFilter.getState().filter.standing).toBeUndefined();
});
