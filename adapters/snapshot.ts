import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NoteFile, ReadNotes } from '../src/index.js';
import { packageRoot } from './package-root.js';

/**
 * The notes that ship with the bot as they were read when it was built. Reading them takes most of a start.
 *
 * A snapshot is taken by the build (`take-snapshot.ts`), never by the bot, which writes no file. It is used only where it is
 * certain to hold what reading would give: its first line is a hash of the notes' files, of the code that reads them and of the
 * snapshot itself. Any other, also none at all, is passed over, and the notes are read.
 */
export interface Snapshot {
  /** What the files were read into; undefined when the snapshot is of other files or other code, broken or missing. */
  load(files: readonly NoteFile[]): ReadNotes | undefined;
  /** @throws when the file cannot be written. */
  save(files: readonly NoteFile[], read: ReadNotes): void;
}

/** The snapshot in a file; in that of the build, if no other is named. */
export function createSnapshot(path: string = join(packageRoot(), 'dist', 'notes.snapshot')): Snapshot {
  return {
    load(files) {
      try {
        const text = readFileSync(path, 'utf8');
        const end = text.indexOf('\n');
        const body = text.slice(end + 1);
        return text.slice(0, end) === hashOf(files, body) ? (JSON.parse(body) as ReadNotes) : undefined;
      } catch {
        return undefined;
      }
    },
    save(files, read) {
      const body = JSON.stringify(read);
      const unfinished = `${path}.${process.pid}`;
      writeFileSync(unfinished, `${hashOf(files, body)}\n${body}`);
      renameSync(unfinished, path);
    },
  };
}

/** Everything that the outcome of reading depends on, and the outcome. */
function hashOf(files: readonly NoteFile[], body: string): string {
  const hash = createHash('sha256');
  const add = (text: string) => hash.update(`${text.length}\n${text}\n`);
  // Which characters are letters depends on the release of Node.
  add(process.version);
  add(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  for (const folder of READING_CODE) {
    for (const name of readdirSync(folder).sort()) {
      if (/\.[jt]s$/.test(name) && !name.endsWith('.d.ts')) add(readFileSync(new URL(name, folder), 'utf8'));
    }
  }
  for (const { path, text } of files) {
    add(path);
    add(text);
  }
  add(body);
  return hash.digest('hex');
}

const READING_CODE = [new URL('../src/notes/', import.meta.url), new URL('../src/text/', import.meta.url)];
