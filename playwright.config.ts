import { defineConfig } from '@playwright/test';
import { findBrowser, sandboxArguments } from './scripts/find-browser.mjs';

// An installed Chromium, Chrome or Edge; where there is none, the one that Playwright itself keeps.
const executablePath = findBrowser();

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  // Bounds for what hangs; a slow machine fails no test.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: process.env['CI'] !== undefined,
  // Every test starts an application of its own: two at a time fill two cores.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    headless: true,
    viewport: { width: 1280, height: 800 },
    locale: 'fr-FR',
    // Recording every test takes half as long again; `npx playwright test --trace on` records one that fails.
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      args: sandboxArguments(),
      ...(executablePath === null ? {} : { executablePath }),
    },
  },
});
