import type { Order } from '../domain/order';
import type { Platform } from '../domain/platform';

/** Facts of a sample order; times are minutes from loading. */
export type SampleOrder = Pick<Order, 'platform' | 'orderNo' | 'title' | 'sku' | 'status'> &
  Partial<Pick<Order, 'quantity' | 'paidFen' | 'freightFen' | 'refund' | 'kind' | 'courier' | 'waybill'>> & {
    readonly createdIn: number;
  };

const days = (n: number): number => n * 24 * 60;

/** What platforms call an order whose goods have reached the buyer. */
export const sampleStatus: Readonly<Partial<Record<Platform, string>>> = {
  taobao: '卖家已发货，等待买家确认',
  tmall: '卖家已发货，等待买家确认',
  pdd: '已发货，待收货',
  jd: '等待确认收货',
  kuaishou: '已发货',
};

/** Orders of the sample shop nobody has a question about yet. */
export const sampleOrders: readonly SampleOrder[] = [
  {
    platform: 'kuaishou',
    orderNo: '2632411200150088',
    title: '陶瓷马克杯 到店兑换券',
    sku: '两只装',
    quantity: 1,
    paidFen: 3_980,
    freightFen: 0,
    status: '待发货',
    kind: 'eVoucher',
    createdIn: -240,
  },
  {
    platform: 'kuaishou',
    orderNo: '2632411200163321',
    title: '棉麻连衣裙',
    sku: '米白 M',
    quantity: 1,
    paidFen: 12_900,
    freightFen: 0,
    status: '已发货',
    courier: '中通快递',
    waybill: '78880012345601',
    createdIn: days(-2),
  },
  {
    platform: 'taobao',
    orderNo: '2612003318842011763',
    title: '定制窗帘（来尺寸）',
    sku: '雾蓝 2.6×2.4 米',
    quantity: 2,
    paidFen: 45_600,
    freightFen: 1_200,
    status: '买家已付款，等待卖家发货',
    createdIn: -90,
  },
];
