import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { emptyDraft } from '../../../renderer/features/pack/pack-draft';
import { PackItems } from '../../../renderer/features/pack/pack-items';
import { packFormats } from '#shared/knowledge/pack-formats';
import { renderPlain } from '../../helpers/render-plain';

test('R66 a pack without evidence says so: no empty frame, nothing about an order', () => {
  const [format] = packFormats;
  if (format === undefined) throw new Error('no format');
  renderPlain(<PackItems pieces={[]} draft={emptyDraft} limits={format.limits} onChange={() => undefined} />);
  expect(screen.getByText('这张售后单还没有凭证，先把图片拖进来')).toBeVisible();
  expect(screen.queryByRole('list')).toBeNull();
  expect(screen.queryByText(/拖动排序/)).toBeNull();
});
