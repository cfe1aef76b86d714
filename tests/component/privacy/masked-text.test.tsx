import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MaskContext, MaskedText } from '../../../renderer/ui/masked-text';
import { renderPlain } from '../../helpers/render-plain';

const text = '收件人：李小四 13912345678 浙江省杭州市西湖区文三路100号';

describe('masks on screen', () => {
  it('shows phone and address only after a click, and hides them again', () => {
    const { container } = renderPlain(<MaskedText text={text} />);
    expect(container).toHaveTextContent('139****5678');
    expect(container).not.toHaveTextContent('13912345678');
    expect(container).not.toHaveTextContent('文三路');
    fireEvent.click(screen.getByRole('button', { name: '显示' }));
    expect(container).toHaveTextContent(text);
    fireEvent.click(screen.getByRole('button', { name: '隐藏' }));
    expect(container).not.toHaveTextContent('13912345678');
  });

  it('has no button where there is nothing to mask, or when masks are off', () => {
    const { rerender, container } = renderPlain(<MaskedText text="袖口开线，换货" />);
    expect(screen.queryByRole('button')).toBeNull();
    rerender(
      <MaskContext value={false}>
        <MaskedText text={text} />
      </MaskContext>,
    );
    expect(screen.queryByRole('button')).toBeNull();
    expect(container).toHaveTextContent('13912345678');
  });
});
