import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { NoteFile, Preparation, ReadNotes } from '../src/index.js';
import { packageRoot } from './package-root.js';

/** Notes as they were read, and what the engine found out about them. */
export interface PreparedNotes {
  readonly read: ReadNotes;
  readonly prepared: Preparation;
}

/**
 * The notes that ship with the bot as they were read and prepared when it was built. To do that anew takes most of a start.
 *
 * A snapshot is taken by the build (`take-snapshot.ts`), never by the bot, which writes no file. It is used only where it is
 * certain to hold what reading would give: it begins with a hash of the notes' files, of the code that reads and prepares them
 * and of the rest of the snapshot. Any other, also none at all, is passed over, and the notes are read.
 */
export interface Snapshot {
  /** What became of the files; undefined when the snapshot is of other files or other code, broken or missing. */
  load(files: readonly NoteFile[]): PreparedNotes | undefined;
  /** @throws when the file cannot be written. */
  save(files: readonly NoteFile[], notes: PreparedNotes): void;
}

/** The snapshot in a file; in that of the build, if no other is named. */
export function createSnapshot(path: string = join(packageRoot(), 'dist', 'notes.snapshot')): Snapshot {
  return {
    load(files) {
      try {
        const bytes = readFileSync(path);
        const body = bytes.subarray(HASH_BYTES);
        return bytes.subarray(0, HASH_BYTES).equals(hashOf(files, body)) ? unpacked(body) : undefined;
      } catch {
        return undefined;
      }
    },
    save(files, notes) {
      const body = packed(notes);
      const unfinished = `${path}.${process.pid}`;
      writeFileSync(unfinished, Buffer.concat([hashOf(files, body), body]));
      renameSync(unfinished, path);
    },
  };
}

/** The notes as JSON, which is the quickest to read of objects with much text; the rest, mostly numbers, as V8 copies it. */
function packed({ read, prepared }: PreparedNotes): Buffer {
  return serialize([JSON.stringify(read), prepared]);
}

function unpacked(body: Uint8Array): PreparedNotes {
  const [read, prepared] = deserialize(body) as [string, Preparation];
  return { read: JSON.parse(read) as ReadNotes, prepared };
}

/** Everything that the outcome of reading depends on, and the outcome. */
function hashOf(files: readonly NoteFile[], body: Uint8Array): Buffer {
  const hash = createHash('sha256');
  const add = (text: string) => hash.update(`${text.length}\n${text}\n`);
  // Which characters are letters depends on the release of Node.
  add(process.version);
  add(readFileSync(join(packageRoot(), 'package.json'), 'utf8'));
  for (const path of codeIn(ENGINE)) hash.update(readFileSync(path));
  for (const { path, text } of files) {
    add(path);
    add(text);
  }
  hash.update(body);
  return hash.digest();
}

/** The modules in a folder, at any depth. (Node's own recursive listing takes twenty times as long.) */
function codeIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return codeIn(path);
      return /\.[jt]s$/.test(entry.name) && !entry.name.endsWith('.d.ts') ? [path] : [];
    });
}

const ENGINE = fileURLToPath(new URL('../src/', import.meta.url));
/** Of SHA-256. */
const HASH_BYTES = 32;
