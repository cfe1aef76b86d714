/** A parcel of the sample shop that comes back. Times are minutes from loading, negative is the past. */
export type SampleParcel = {
  /** The order of its case; null for one that nobody knows. */
  readonly orderNo: string | null;
  readonly waybill: string;
  readonly carrier: string;
  readonly note: string;
  readonly expectedIn: number | null;
  readonly arrivedIn: number | null;
};

const hours = (n: number): number => n * 60;
const days = (n: number): number => n * 24 * 60;

/** One on its way, one to inspect, one that nobody knows. */
export const sampleParcels: readonly SampleParcel[] = [
  {
    orderNo: 'P702611140088123456',
    waybill: 'YT2611193308842',
    carrier: '圆通',
    note: '',
    expectedIn: days(-8),
    arrivedIn: null,
  },
  {
    orderNo: '6932188420171209881',
    waybill: 'SF1402611193308',
    carrier: '顺丰',
    note: '外箱完好',
    expectedIn: days(-3),
    arrivedIn: hours(-17),
  },
  {
    orderNo: null,
    waybill: '773061188420017',
    carrier: '申通',
    note: '灰色卫衣一件，里面没有纸条',
    expectedIn: null,
    arrivedIn: hours(-20),
  },
];
