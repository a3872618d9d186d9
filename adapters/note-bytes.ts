import { createHash } from 'node:crypto';
import type { LastGood } from './last-good.js';
import type { FolderContents } from './notes-folder.js';

/**
 * Notes in a form that one thread hands to the next without copying, and that takes no room in a heap: what one reading of the
 * notes leaves to the next.
 */
export type NoteBytes = SharedArrayBuffer;

/** Packs notes. */
export function packNotes(notes: LastGood): NoteBytes {
  const bytes = Buffer.from(JSON.stringify(notes));
  const packed = new SharedArrayBuffer(bytes.length);
  new Uint8Array(packed).set(bytes);
  return packed;
}

/** Unpacks what {@link packNotes} packed. */
export function unpackNotes(packed: NoteBytes): LastGood {
  return JSON.parse(Buffer.from(packed).toString()) as LastGood;
}

/** Tells whether folders still hold the same: the same folders, files and faults give the same fingerprint. */
export function fingerprintOf({ files, problems, roots }: FolderContents): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([roots, problems]));
  for (const { path, text } of files) hash.update(JSON.stringify([path, text]));
  return hash.digest('base64url');
}
