export type * from './answer/answer.js';
export { createEngine } from './create-engine.js';
export type * from './engine.js';
export type * from './notes/note.js';
export { type ReadNotes, readNotes, type SkippedNote } from './notes/read-notes.js';
export type * from './question/query.js';
export type * from './search/passage-index.js';
