import { defineConfig } from '@playwright/test';

// User stories in real Electron. `npm test -- e2e` sets KYHOP_ELECTRON_PATH, KYHOP_PACKAGED_APP and, where there is none, DISPLAY.
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'out/test-results/e2e',
  // Windows share one screen, one keyboard focus and one clipboard.
  workers: 1,
  retries: 0,
  timeout: 60_000,
  globalTimeout: process.env['CI'] ? 45 * 60_000 : 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list'], ['json', { outputFile: 'out/test-results/e2e.json' }]],
});
