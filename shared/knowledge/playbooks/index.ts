import { unshippedRefund } from './unshipped-refund';
import { inTransitRefund } from './in-transit-refund';
import { returnRefund } from './return-refund';
import { refundOnly } from './refund-only';
import { partialRefund } from './partial-refund';
import { exchange } from './exchange';
import { undeliverable } from './undeliverable';
import { refused } from './refused';
import { repair } from './repair';
import { damage } from './damage';
import { intervention } from './intervention';
import { complaint } from './complaint';
import { review } from './review';
import { outOfStock } from './out-of-stock';
import { invoice } from './invoice';
import { message } from './message';
import { reship } from './reship';
import { wrongShipment } from './wrong-shipment';
import { shortage } from './shortage';
import { lost } from './lost';
import type { Playbook } from '../../domain/playbook';

/** The shipped procedures, one per case type, in the order of REQUIREMENTS 1S. */
export const shippedPlaybooks: readonly Playbook[] = [
  unshippedRefund,
  inTransitRefund,
  returnRefund,
  refundOnly,
  partialRefund,
  exchange,
  reship,
  wrongShipment,
  shortage,
  damage,
  lost,
  undeliverable,
  refused,
  repair,
  intervention,
  complaint,
  review,
  outOfStock,
  invoice,
  message,
];
