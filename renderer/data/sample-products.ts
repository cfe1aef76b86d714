import { startOfDay } from '#shared/domain/shanghai-time';
import { sampleActivity, sampleProduct } from '#shared/knowledge/sample-products';
import { database } from './database';
import { makeId } from './make-id';
import type { ActivityId } from '#shared/domain/activity';
import type { ProductCardId } from '#shared/domain/product-card';

/** The sample's product card and promotion, the latter around `now` (epoch ms). Call inside its transaction. */
export async function addSampleShopKnowledge(now: number): Promise<void> {
  const { products, activities } = database();
  await products.add({
    ...sampleProduct,
    id: makeId<'productCard'>(now) as ProductCardId,
    createdAt: now,
    updatedAt: now,
    sample: true,
  });
  const { days, ...activity } = sampleActivity;
  await activities.add({
    ...activity,
    id: makeId<'activity'>(now) as ActivityId,
    from: startOfDay(now, -1),
    to: startOfDay(now, days),
    createdAt: now,
    sample: true,
  });
}
