import {
  douyinOrder,
  douyinAftersale,
  kuaishouOrder,
  kuaishouAftersale,
  xhsOrder,
  wechatOrder,
} from './signatures-live';
import { taobaoMain, taobaoSub, taobaoRefund, pddOrder, pddAftersale, jdOrder } from './signatures-shelf';
import type { Signature } from './signature';

/** All known exports. Adding one is adding data here. */
export const signatures: readonly Signature[] = [
  taobaoMain,
  taobaoSub,
  taobaoRefund,
  pddOrder,
  pddAftersale,
  jdOrder,
  douyinOrder,
  douyinAftersale,
  kuaishouOrder,
  kuaishouAftersale,
  xhsOrder,
  wechatOrder,
];
