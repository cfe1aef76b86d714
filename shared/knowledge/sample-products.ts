import type { Activity } from '../domain/activity';
import type { ProductCard } from '../domain/product-card';

/** What the sample shop knows of its dress (R56). */
export const sampleProduct: Omit<ProductCard, 'id' | 'createdAt' | 'updatedAt' | 'sample'> = {
  name: '连衣裙 雾蓝',
  sku: 'DRS-01',
  sellingPoints: '雾面棉，不起球；腰后有抽绳，可收 4 cm。',
  sizeNotes: '偏小半码：平时穿 M 的拍 L。M 胸围 88、衣长 112；L 胸围 92、衣长 114。',
  faults: '袖口线头偶尔没剪净；同批深浅略有差别，属正常。',
  questions: [
    { ask: '会缩水吗', answer: '亲，第一次洗大约缩 1 cm，建议冷水手洗、平铺晾干。' },
    { ask: '有没有里衬', answer: '亲，裙身有一层里衬，不透。' },
  ],
  pictures: [],
};

/** A promotion of the sample shop that runs (R57); `days` from today on. */
export const sampleActivity: Omit<Activity, 'id' | 'from' | 'to' | 'createdAt' | 'sample'> & {
  readonly days: number;
} = {
  name: '满 300 减 40',
  platform: null,
  days: 4,
  steps: [
    { kind: 'percent', perMille: 950 },
    { kind: 'reduction', fromFen: 30_000, offFen: 4000, every: true },
  ],
  note: '会员先打 95 折，再每满 300 减 40；和店铺券可叠加，定金不参加。',
};
