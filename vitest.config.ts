import { defineConfig } from 'vitest/config';

/** unit = core and command line; host = the add-in over the real Excel client and the preview. */
export default defineConfig({
  test: {
    testTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      { extends: true, test: { name: 'host', include: ['test/host/**/*.test.{ts,tsx}'] } },
    ],
  },
});
