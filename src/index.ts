export type * from './answer/answer.js';
export type * from './engine.js';
export type * from './notes/note.js';
export type * from './question/query.js';
