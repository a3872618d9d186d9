import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Some tests start the built executable several times; a busy machine needs its time.
    testTimeout: 60_000,
    // As many files at once as there are processors: by default one is left for a person at the keyboard.
    maxWorkers: '100%',
  },
});
