import { platforms, type Platform } from '#shared/domain/platform';
import {
  cleanAddress,
  emptyAddressDraft,
  findAddressProblems,
  isBlankAddress,
  type AddressDraft,
  type AddressProblems,
} from './address-draft';
import type { FirstRun } from '../../data/shop-repository';

/** What is typed during the first run, kept on every keystroke. */
export type SetupDraft = AddressDraft & {
  readonly platforms: readonly Platform[];
  /** Shop names the seller changed; the others follow the screen's language. */
  readonly names: Readonly<Partial<Record<Platform, string>>>;
  readonly signature: string;
};

export const emptySetupDraft: SetupDraft = { ...emptyAddressDraft, platforms: [], names: {}, signature: '' };

export type SetupProblems = {
  readonly platforms?: string;
  readonly names: Readonly<Partial<Record<Platform, string>>>;
  readonly address: AddressProblems;
};

/** Adds or removes a platform; the chosen ones stay in the order of the tiles. */
export function togglePlatform(chosen: readonly Platform[], platform: Platform): readonly Platform[] {
  const wanted = new Set(chosen);
  if (!wanted.delete(platform)) wanted.add(platform);
  return platforms.filter((one) => wanted.has(one));
}

/** What has to be mended before the shops can be kept, as text keys. An address may be left out as a whole. */
export function findSetupProblems(draft: SetupDraft): SetupProblems {
  const nameless = draft.platforms.filter((platform) => draft.names[platform]?.trim() === '');
  return {
    ...(draft.platforms.length === 0 ? { platforms: 'setup.noPlatform' } : {}),
    names: Object.fromEntries(nameless.map((platform) => [platform, 'setup.nameMissing'])),
    address: isBlankAddress(draft) ? {} : findAddressProblems(draft),
  };
}

/** True when nothing is left to mend. */
export function isReady({ platforms, names, address }: SetupProblems): boolean {
  return platforms === undefined && Object.keys(names).length === 0 && Object.keys(address).length === 0;
}

/**
 * The shops and the address to keep.
 * @param nameOf the name a shop gets when the seller typed none
 */
export function toFirstRun(
  draft: SetupDraft,
  addressLabel: string,
  nameOf: (platform: Platform) => string,
): FirstRun {
  return {
    shops: draft.platforms.map((platform) => ({
      platform,
      name: draft.names[platform]?.trim() ?? nameOf(platform),
      signature: draft.signature.trim(),
    })),
    address: isBlankAddress(draft) ? null : { label: addressLabel, ...cleanAddress(draft) },
  };
}
