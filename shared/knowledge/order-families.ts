import type { Platform } from '../domain/platform';

/** Platforms that number their orders together and whose exports look alike, under the one they are filed as (R127). */
const filedAs: Partial<Readonly<Record<Platform, Platform>>> = { tmall: 'taobao' };

/** The platform that orders of this one are filed as: itself, for most. */
export function orderFamily(platform: Platform): Platform {
  return filedAs[platform] ?? platform;
}
