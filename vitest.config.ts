import { defineConfig } from 'vitest/config';

// What can be tested without a window. `npm test` reads the JSON report.
export default defineConfig({
  cacheDir: 'node_modules/.cache/vitest',
  test: {
    include: ['tests/unit/**/*.test.ts'],
    environment: 'node',
    reporters: ['default', ['json', { outputFile: 'out/test-results/unit.json' }]],
  },
});
