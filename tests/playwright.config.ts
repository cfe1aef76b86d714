import { defineConfig } from '@playwright/test';

/** Files with the longest tests begin, so that no worker is left alone with one of them at the end. */
const longest = ['vault', 'vault-work', 'archive', 'pack', 'lock', 'reminders', 'privacy'].map(
  (name) => `**/${name}.spec.ts`,
);

/** The specs start the app themselves (`launchApp()` in tests/host); LIUDI_HOST says on which host. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '.results',
  workers: 2,
  // A test that passes only the second time is a fault to be found, not to be hidden.
  retries: 0,
  // Generous, because the machine may be slow or shared: what is waited for is a state, and one that never comes still ends.
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: true,
  fullyParallel: true,
  projects: [
    { name: 'long', testMatch: longest },
    { name: 'rest', testIgnore: longest },
  ],
  reporter: 'list',
});
