import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { createCase, getCase } from '../../../renderer/data/case-repository';
import { answerStep } from '../../../renderer/data/step-repository';
import { CloseDialog } from '../../../renderer/features/playbook/close-dialog';
import { useScreen } from '../../../renderer/state/screen-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { openDialog, renderPlain } from '../../helpers/render-plain';
import { ruleSnippets } from '#shared/knowledge/rule-snippets';

const now = Date.UTC(2026, 10, 22, 3);

it('R108 R120 settled by the platform’s rule, the closing takes the rule from those to quote', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  installFakeDesktop();
  const item = await createCase(
    makeCaseInput({ type: 'refundOnly', platform: 'pdd', liability: 'shop', goods: 'received' }),
    now,
  );
  await answerStep(item.id, 'claim-kind', 'noReason', now);
  await answerStep(item.id, 'verdict', 'platformRule', now);
  const onClose = vi.fn();
  renderPlain(<CloseDialog caseId={item.id} onClose={onClose} />);
  const dialog = await openDialog();
  // The outcome is the one the decision speaks for: the field for the rule is there.
  const pick = await dialog.findByLabelText('选一条规则引用');
  fireEvent.change(dialog.getByLabelText('真实原因'), { target: { value: '不想要了' } });
  fireEvent.mouseDown(pick);
  const first = ruleSnippets.find(({ platform }) => platform === 'pdd');
  // Those of the case's own platform come first.
  await waitFor(() => {
    expect(document.querySelector('.ant-select-item-option')).toHaveTextContent(first?.title.zh ?? '');
  });
  fireEvent.click(document.querySelector('.ant-select-item-option') ?? document.body);
  await screen.findByDisplayValue(first?.text.zh ?? '');
  fireEvent.keyDown(dialog.getByLabelText('真实原因'), { key: 'Enter', ctrlKey: true });
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect((await getCase(item.id))?.closing).toMatchObject({
    outcome: 'platformRule',
    ruleQuote: first?.text.zh,
  });
  vi.useRealTimers();
});

it('R69 a content buyer can be asked for a review in neutral words; nobody else is', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  installFakeDesktop();
  const item = await createCase(makeCaseInput({ type: 'message', liability: 'shop' }), now);
  renderPlain(<CloseDialog caseId={item.id} onClose={() => undefined} />);
  const dialog = await openDialog();
  const stars = () => [...document.querySelectorAll('.ant-rate [role="radio"]')];
  await waitFor(() => expect(stars().length).toBe(5));
  fireEvent.click(stars()[2] ?? document.body);
  await dialog.findByText('3 分');
  expect(dialog.queryByText('结案后请买家评价')).toBeNull();
  fireEvent.click(stars()[4] ?? document.body);
  fireEvent.click(await dialog.findByLabelText(/结案后请买家评价/));
  const reason = dialog.getByLabelText('真实原因');
  fireEvent.change(reason, { target: { value: '问使用方法' } });
  fireEvent.keyDown(reason, { key: 'Enter', ctrlKey: true });
  await waitFor(() =>
    expect(useScreen.getState().overlay).toEqual({ kind: 'scripts', caseId: item.id, scriptId: 'M32' }),
  );
  expect((await getCase(item.id))?.status).toBe('closed');
  useScreen.setState({ overlay: null });
  vi.useRealTimers();
});
