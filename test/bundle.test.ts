import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

describe('what is run', () => {
  it('holds all that a question in the terminal needs, which is answered where no package is installed', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    try {
      for (const path of ['package.json', 'knowledge', 'dist/adapters', 'dist/src', 'dist/notes.snapshot'])
        cpSync(join(ROOT, path), join(folder, path), { recursive: true });
      const answer = spawnSync(process.execPath, ['dist/adapters/main.js', 'ask', 'what is Project Orca'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, FORCE_COLOR: '1', FORCE_HYPERLINK: '1' },
      });
      expect(answer).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('integrated stack') });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('has the code of the engine in one folder, by which a snapshot of the notes knows whether it is its own', () => {
    const maps = (folder: string) =>
      readdirSync(join(ROOT, 'dist', folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.map'),
      );
    const sources = (folder: string): string[] =>
      maps(folder).flatMap((name) => JSON.parse(readFileSync(join(ROOT, 'dist', folder, name), 'utf8')).sources);
    expect(sources('src').filter((path) => path.includes('modules/src/'))).not.toEqual([]);
    expect(sources('adapters').filter((path) => path.includes('modules/src/'))).toEqual([]);
  });
});
