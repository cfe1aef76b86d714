/** Somebody in the contact book of the sample shop; names and numbers are made up. */
export type SamplePerson = {
  readonly role: string;
  readonly name: string;
  readonly phone: string;
  readonly company: string;
  readonly courier: string;
  readonly note: string;
};

/** One for each party that a case of the sample waits for. */
export const samplePeople: readonly SamplePerson[] = [
  {
    role: 'packer',
    name: '阿宁',
    phone: '',
    company: '示例仓库',
    courier: '',
    note: '下午四点前的单当天发',
  },
  {
    role: 'courier',
    name: '小周',
    phone: '13800000001',
    company: '示例网点',
    courier: '中通',
    note: '拦截先打电话，再在群里发单号',
  },
  {
    role: 'supplier',
    name: '陈厂长',
    phone: '13800000002',
    company: '示例竹编厂',
    courier: '',
    note: '少件当天补，坏件要开箱视频',
  },
];
