import 'fake-indexeddb/auto';
import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import * as React from 'react';
import { afterAll, afterEach, beforeEach } from 'vitest';
import { closeTestDatabase, openTestDatabase } from './test-db';
import { rememberWorld } from './give-back';
import { startTexts } from '../../renderer/text/i18n';

// jsdom knows neither; antd asks for both.
globalThis.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addListener: () => undefined,
  removeListener: () => undefined,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  dispatchEvent: () => false,
})) as typeof globalThis.matchMedia;
globalThis.ResizeObserver ??= class {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
};

// jsdom works out computed styles in JavaScript, from thousands of antd's rules: half a second for one query by role.
// No stylesheet of ours is loaded here, so an element's own style says all that a test can ask for.
globalThis.getComputedStyle = (element) => (element as HTMLElement).style;

// What is waited for comes within milliseconds; the rest is for a machine that is busy with other things.
configure({
  asyncUtilTimeout: 15_000,
  // Each miss would print the whole page, wanted or not; `DEBUG_PRINT_LIMIT=9999` prints it.
  ...(process.env['DEBUG_PRINT_LIMIT'] === '0' ? { getElementError: plainError } : {}),
});

function plainError(message: string | null): Error {
  const error = new Error(message ?? 'not found');
  error.name = 'TestingLibraryElementError';
  return error;
}

// For its warnings React notes the call stack of each element it makes, which takes longer than making it. It leaves
// that out when it has noted many in a short time: here it always has. The warnings themselves still come.
const internals = (React as unknown as Record<string, object | undefined>)[
  '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE'
];
if (internals !== undefined) {
  Object.defineProperty(internals, 'recentlyCreatedOwnerStacks', {
    get: () => Infinity,
    set() {
      // React counts them down; they stay many.
    },
    configurable: true,
  });
}

// jsdom has no layout, so there is nothing to scroll.
Object.assign(Element.prototype, { scrollIntoView: () => undefined });

beforeEach(async () => {
  await startTexts('zh-CN');
  await openTestDatabase();
});

afterEach(async () => {
  cleanup();
  await closeTestDatabase();
});

afterAll(rememberWorld());
