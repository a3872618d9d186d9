import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: 'test/built.ts',
    // Some tests start the built executable several times; a busy machine needs its time.
    testTimeout: 60_000,
    // A shared machine may stand still for a moment; what fails twice in a row there is wrong.
    retry: process.env.CI ? 1 : 0,
    // As many files at once as there are processors: by default one is left for a person at the keyboard.
    maxWorkers: '100%',
  },
});
