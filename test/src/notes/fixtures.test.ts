import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readNote } from '../../../src/notes/index.js';

const FOLDER = new URL('../../fixtures/notes/', import.meta.url);

/** Notes as people write them, each beside what it is read into. `UPDATE_FIXTURES=1` records the latter anew. */
describe('a note is read as recorded', () => {
  const paths = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.md'))
    .sort();

  it.each(paths)('%s', (path) => {
    const { problems, ...result } = readNote({ path, text: readFileSync(new URL(path, FOLDER), 'utf8') });
    const read = { problems, ...('note' in result ? { note: result.note } : { skipped: result.skipped }) };
    const recorded = new URL(path.replace(/md$/, 'json'), FOLDER);
    if (process.env.UPDATE_FIXTURES === '1') writeFileSync(recorded, `${JSON.stringify(read, null, 1)}\n`);
    expect(existsSync(recorded), `${recorded} is recorded by UPDATE_FIXTURES=1`).toBe(true);
    expect(read).toEqual(JSON.parse(readFileSync(recorded, 'utf8')));
  });
});
