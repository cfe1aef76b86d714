import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ProductOverlay } from '../../../renderer/app/screens/product-overlay';
import { createCase } from '../../../renderer/data/case-repository';
import { setFoundReason } from '../../../renderer/data/decide-repository';
import { listProductCards } from '../../../renderer/data/product-repository';
import { useScreen } from '../../../renderer/state/screen-store';
import { installFakeDesktop } from '../../helpers/fake-desktop';
import { makeCaseInput } from '../../helpers/make-case-input';
import { press, renderPlain } from '../../helpers/render-plain';

const now = Date.UTC(2026, 10, 21, 3);

describe('product cards', { timeout: 30_000 }, () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    installFakeDesktop();
    return () => {
      vi.useRealTimers();
      useScreen.setState({ screen: 'today', caseId: null, overlay: null });
    };
  });

  it('R56 from a case: written once, it answers with selling points, sizes, questions and counted faults', async () => {
    const item = await createCase(makeCaseInput(), now);
    await setFoundReason(item.id, 'quality', now);
    renderPlain(<ProductOverlay name={item.product} onClose={() => undefined} />);
    expect(await screen.findByText(/这个货品还没有卡/)).toBeInTheDocument();
    press('建一张货品卡');
    expect(await screen.findByLabelText('货品名称')).toHaveValue('连衣裙 雾蓝 M');
    expect(screen.getByText('添加图片')).toBeInTheDocument();
    fireEvent.change(screen.getByLabelText('货品名称'), { target: { value: '' } });
    press(/保存/);
    expect(await screen.findByText('写上货品名称。')).toBeInTheDocument();
    fireEvent.change(screen.getByLabelText('货品名称'), { target: { value: '连衣裙 雾蓝' } });
    fireEvent.change(screen.getByLabelText('卖点'), { target: { value: '不起球' } });
    press('加一个问题');
    fireEvent.change(screen.getByLabelText('第 1 个问题'), { target: { value: '缩水吗' } });
    fireEvent.change(screen.getByLabelText('第 1 个问题的回答'), { target: { value: '不缩' } });
    press(/保存/);
    expect(await screen.findByText('不起球')).toBeInTheDocument();
    expect(screen.getByText('不缩')).toBeInTheDocument();
    expect(await screen.findByText('1 次')).toBeInTheDocument();
    press('看最近一张');
    expect(useScreen.getState().caseId).toBe(item.id);
    await waitFor(async () => {
      expect((await listProductCards()).map(({ name }) => name)).toEqual(['连衣裙 雾蓝']);
    });
  });
});
