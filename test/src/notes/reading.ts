import type { ReadOptions } from '../../../src/notes/index.js';
import { readNote } from '../../../src/notes/index.js';
import type { Note, Passage, Problem } from '../../../src/notes/note.js';

/** Reads a text that is a note. */
export function noteOf(text: string, path = 'notes/a.md', options?: ReadOptions): Note {
  const result = readNote({ path, text }, options);
  if (!('note' in result)) throw new Error(`no note: ${result.skipped}`);
  return result.note;
}

/** The problems of a text, as `line severity rule`. */
export function problemsOf(text: string, path = 'dockercon-2015/a.md', options?: ReadOptions): readonly string[] {
  return readNote({ path, text }, options).problems.map(brief);
}

export function brief({ line, severity, rule }: Problem): string {
  return `${line} ${severity} ${rule}`;
}

/** The passages of a text: kind, and each sentence with its role, item and lines where they tell something. */
export function passagesOf(text: string): readonly string[] {
  return noteOf(text).passages.map(passageLine);
}

export function passageLine({ kind, label, sentences }: Passage): string {
  const parts = sentences.map(({ text, role, item, depth, lines }) => {
    const place = lines.from === lines.to ? `${lines.from}` : `${lines.from}-${lines.to}`;
    const what = role === 'item' ? `${'>'.repeat((depth ?? 0) + 1)}${item}` : role === 'lead-in' ? ':' : '';
    return `${what}${place} ${text}`;
  });
  return `${label ?? kind}: ${parts.join(' | ')}`;
}
