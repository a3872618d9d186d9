import type { NoteFile } from './notes/note.js';
import type { ReadOptions } from './notes/read-note.js';
import type { ReadNotes } from './notes/read-notes.js';

export type * from './answer/answer.js';
export { createEngine } from './create-engine.js';
export type * from './engine.js';
export type * from './notes/chronicle.js';
export type * from './notes/note.js';
export type { ReadOptions } from './notes/read-note.js';
export type { ReadNotes, SkippedNote } from './notes/read-notes.js';
export { type Preparation, prepare } from './preparation.js';
export type * from './question/query.js';
export type * from './search/passage-index.js';
export { contentTerms } from './text/content-terms.js';

/**
 * Reads Markdown files into notes. Never throws: a file that cannot be read is skipped, with a problem.
 *
 * The code that reads Markdown is loaded when it is first used, because a start from notes that were read before does without.
 */
export async function readNotes(files: readonly NoteFile[], options?: ReadOptions): Promise<ReadNotes> {
  const reader = await import('./notes/index.js');
  return reader.readNotes(files, options);
}
