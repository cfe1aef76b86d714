import type { WaitingOn } from '../domain/case';
import type { PersonDetail } from '../domain/person';
import type { Words } from '../domain/playbook';

/** What somebody of the contact book does (R58, R109), and whose move it is while the case waits for them. */
export type PersonRole = {
  readonly id: string;
  readonly title: Words;
  readonly waitingOn: WaitingOn;
  readonly rows: readonly string[];
  /** What else is kept of them (R125); nothing when left out. */
  readonly details?: readonly PersonDetail[];
};

const role = (id: string, zh: string, en: string, waitingOn: WaitingOn, rows: string): PersonRole => ({
  id,
  title: { zh, en },
  waitingOn,
  rows: rows.split(' '),
});

export const personRoles: readonly PersonRole[] = [
  role('warehouse', '仓库', 'Warehouse', 'us', 'R58'),
  role('packer', '打包员', 'Packer', 'us', 'R58'),
  role('orderEntry', '下单/做单人', 'Order entry', 'us', 'R75 R109'),
  role('service', '客服/接待', 'Customer service', 'us', 'R58 R109'),
  role('supervisor', '主管', 'Supervisor', 'us', 'R72 R109'),
  role('operator', '运营', 'Shop operation', 'us', 'R57 R58'),
  role('finance', '财务', 'Finance', 'us', 'R67 R104 R109'),
  role('courier', '快递员', 'Courier', 'courier', 'R90 R109'),
  {
    ...role('outlet', '快递网点/物流商', 'Courier outlet', 'courier', 'R82 R109'),
    details: ['returnAddress', 'terms'],
  },
  {
    ...role('supplier', '厂商/供应商', 'Maker, supplier', 'supplier', 'R76 R109 R125'),
    details: ['returnAddress', 'terms', 'licence'],
  },
  role('technician', '安装/维修师傅', 'Technician', 'supplier', 'R94 R97 R109'),
  role('thirdParty', '第三方', 'Third party', 'supplier', 'R109'),
  role('clerk', '平台小二', 'Platform clerk', 'platform', 'R58 R73'),
  role('other', '其他', 'Other', 'us', 'R109'),
];

/** A role by its id; an unknown one (from a newer version) is `other`. */
export function roleOf(id: string): PersonRole {
  const found = personRoles.find((one) => one.id === id) ?? personRoles.at(-1);
  if (found === undefined) throw new Error('There are no roles');
  return found;
}
