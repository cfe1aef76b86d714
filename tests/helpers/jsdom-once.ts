import { builtinEnvironments } from 'vitest/runtime';

// One window for all files of a worker, made before anything that looks for a document is loaded. A window for each
// file would cost a second, and React and antd would have to be loaded anew with it: two more.
if (globalThis.document === undefined) await builtinEnvironments.jsdom.setup(globalThis, {});
