import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../', import.meta.url));

it('holds all that a question in the terminal needs: it is answered where no package is installed', () => {
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
