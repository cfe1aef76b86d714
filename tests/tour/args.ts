import { parseArgs } from 'node:util';
import { platforms, type Platform } from '#shared/domain/platform';

export type TourArgs = {
  readonly photos: string;
  readonly out: string;
  readonly buyerId: string;
  readonly platform: Platform;
  readonly orderNo: string;
};

const usage =
  'npm run tour -- --photos DIR --out DIR [--buyer-id X] [--platform P] [--order-no N]\n' +
  `  P is one of: ${platforms.join(' ')}`;

/** Reads the command line; throws a sentence that names what is wrong. */
export function readArgs(argv: readonly string[]): TourArgs {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      photos: { type: 'string' },
      out: { type: 'string' },
      'buyer-id': { type: 'string', default: '小鱼爱吃猫' },
      platform: { type: 'string', default: 'pdd' },
      'order-no': { type: 'string', default: '261119-023188420017' },
    },
  });
  const platform = platforms.find((one) => one === values.platform);
  if (platform === undefined) throw new Error(`unknown platform ${values.platform}\n${usage}`);
  if (values.photos === undefined || values.out === undefined)
    throw new Error(`--photos and --out are needed\n${usage}`);
  return {
    photos: values.photos,
    out: values.out,
    buyerId: values['buyer-id'],
    platform,
    orderNo: values['order-no'],
  };
}
