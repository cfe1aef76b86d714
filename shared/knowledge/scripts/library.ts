import { calmScripts } from './calm';
import { evidenceScripts } from './evidence';
import { freightScripts } from './freight';
import { interceptScripts } from './intercept';
import { logisticsScripts } from './logistics';
import { refundScripts } from './refund';
import { repairScripts } from './repair';
import { returningScripts } from './returning';
import { reviewScripts } from './review';
import { ruleScripts } from './rules';
import type { Script } from '../../domain/script';

/** Every shipped message (REQUIREMENTS 1O: M1 to M33 with their variants). Rises with each change of a text. */
export const scriptsVersion = 4;
export const shippedScripts: readonly Script[] = [
  ...calmScripts,
  ...evidenceScripts,
  ...returningScripts,
  ...freightScripts,
  ...refundScripts,
  ...interceptScripts,
  ...logisticsScripts,
  ...repairScripts,
  ...ruleScripts,
  ...reviewScripts,
];
