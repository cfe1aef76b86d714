/** Packages whose description is missing or useless to us. */
/** The part of libheif-js we use; the package describes only its raw functions. */
declare module 'libheif-js/libheif-wasm/libheif.js' {
  type HeifImage = {
    readonly is_primary: () => boolean;
    readonly get_width: () => number;
    readonly get_height: () => number;
    readonly display: (into: ImageData, done: (shown: ImageData | null) => void) => void;
    readonly free: () => void;
  };
  export type HeifLibrary = {
    readonly HeifDecoder: new () => { readonly decode: (bytes: Uint8Array) => readonly HeifImage[] };
  };
  const load: (options: {
    readonly wasmBinary: ArrayBuffer;
    readonly print: () => void;
    readonly printErr: () => void;
  }) => HeifLibrary;
  export { load as default };
}
declare module 'libheif-js/libheif-wasm/libheif.wasm?url' {
  const url: string;
  export { url as default };
}
/** The small edition of exifr: pictures of phones and cameras, without what only archives have. */
declare module 'exifr/dist/lite.esm.mjs' {
  export const parse: (bytes: Uint8Array, options: object) => Promise<unknown>;
}
