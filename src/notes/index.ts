export { type NoteResult, type ReadOptions, readNote } from './read-note.js';
export { type ReadNotes, readNotes, type SkippedNote } from './read-notes.js';
