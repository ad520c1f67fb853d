import { defineConfig } from 'vitest/config';

/**
 * unit = core and extension store; cli = the command line as built; server = the server over both its engines (with
 * the packages of server/package.json); host = the add-in over the real Excel client and the preview; e2e = the
 * production builds in Chromium, one file after the other and after all the rest; `npm test` runs them in three
 * processes beside the rest (test/run.mjs). The files of a project share one process and what it has read of our modules: to begin
 * anew for each file took a quarter of the time. A file that changes a global puts it back.
 */
export default defineConfig({
  test: {
    // What hangs is ended; LibreOffice, databases and whole processes take a minute on a slow machine.
    testTimeout: 180_000,
    // The first that needs a production build waits for it, on a busy machine for minutes.
    hookTimeout: 300_000,
    isolate: false,
    globalSetup: ['test/built-once.ts'],
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/unit/**/*.test.ts'] },
      },
      { extends: true, test: { name: 'cli', include: ['test/cli/**/*.test.ts'] } },
      { extends: true, test: { name: 'server', include: ['test/server/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'host',
          include: ['test/host/**/*.test.{ts,tsx}'],
          setupFiles: ['test/host/settle-imports.ts'],
          // Fluent's icons import their parts without file endings, which Node does not follow and a bundler does.
          deps: {
            optimizer: {
              ssr: { enabled: true, include: ['@fluentui/react-components'] },
              client: { enabled: true, include: ['@fluentui/react-components'] },
            },
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          maxWorkers: 1,
          expect: { poll: { timeout: 30_000 } },
          // A page on a busy machine may miss a click: npm test says which tests needed the second try, and why.
          retry: 1,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
