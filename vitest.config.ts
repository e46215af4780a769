import { defineConfig } from 'vitest/config';

// What can be tested without a window. `npm test` reads the JSON report.
export default defineConfig({
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    include: ['tests/unit/**/*.test.ts'],
    environment: 'node',
    // A busy machine must fail no test that starts a process; no test asserts on time.
    testTimeout: 30_000,
    reporters: ['default', ['json', { outputFile: 'out/test-results/unit.json' }]],
  },
});
