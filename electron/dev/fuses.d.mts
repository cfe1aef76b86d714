import type { FuseV1Config } from '@electron/fuses';

type PackContext = {
  readonly appOutDir: string;
  readonly electronPlatformName: string;
  readonly packager: {
    readonly appInfo: { readonly productFilename: string };
    readonly executableName?: string;
  };
};

export const fuses: FuseV1Config & { readonly strictlyRequireAllFuses: true };
export function programOf(context: PackContext): string;
export function afterPack(context: PackContext): Promise<void>;
