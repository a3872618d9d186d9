import { readdirSync, readFileSync } from 'node:fs';
import type { NoteFile } from '../../src/index.js';
import { readNotes } from '../../src/notes/index.js';

const ROOT = new URL('../../', import.meta.url);

/** The notes that ship with the bot, as they stand on disk. */
export const shippedFiles: readonly NoteFile[] = namesIn('knowledge/', '.md').map((name) => ({
  path: `knowledge/${name}`,
  text: readFileSync(new URL(`knowledge/${name}`, ROOT), 'utf8'),
}));

/** The same, read. */
export const { notes: shippedNotes } = readNotes(shippedFiles);

/** A question as a person typed it, with the questions before it. */
export interface Asked {
  readonly id: string;
  readonly question: string;
  readonly context?: readonly string[];
}

/** Every question of every question file. */
export const askedOfShipped: readonly Asked[] = [
  ...namesIn('test/questions/', '.jsonl').map((name) => `test/questions/${name}`),
  'test/fixtures/dev.jsonl',
].flatMap((path) =>
  readFileSync(new URL(path, ROOT), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Asked),
);

function namesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(new URL(folder, ROOT))
    .filter((name) => name.endsWith(ending))
    .sort();
}
