import type { DeadlineRule } from '../rule';
import { ali1688Rules } from './ali1688';
import { douyinRules } from './douyin';
import { houseRules } from './house';
import { jdRules } from './jd';
import { kuaishouRules } from './kuaishou';
import { lawRules } from './law';
import { pddRules } from './pdd';
import { taobaoRefundRules } from './taobao';
import { taobaoReceiptRules } from './taobao-receipt';
import { tmallRules } from './tmall';
import { wechatRules } from './wechat';
import { xhsRules } from './xhs';
import { xianyuRules } from './xianyu';

/** Every rule that ships with the app; sellers edit copies, never these. */
export const shippedRules: readonly DeadlineRule[] = [
  ...taobaoRefundRules,
  ...taobaoReceiptRules,
  ...tmallRules,
  ...jdRules,
  ...pddRules,
  ...douyinRules,
  ...kuaishouRules,
  ...xhsRules,
  ...ali1688Rules,
  ...wechatRules,
  ...xianyuRules,
  ...lawRules,
  ...houseRules,
];
