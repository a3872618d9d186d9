import type { Metadata } from './metadata.js';
import type { Note, NoteFile, Problem } from './note.js';
import { inOrder, seen } from './problems.js';
import { type ReadOptions, readNote } from './read-note.js';

/** What a folder of notes was read into. */
export interface ReadNotes {
  /** In order of path. */
  readonly notes: readonly Note[];
  /** Files without a note, in order of path. */
  readonly skipped: readonly SkippedNote[];
  /** In order of path and line. */
  readonly problems: readonly Problem[];
}

/** A file that made no note. */
export interface SkippedNote {
  readonly path: string;
  /** What its author said ("draft: true", "hidden: true", "published: false"), or why it cannot be read. */
  readonly reason: string;
}

/** Reads Markdown files into notes. Never throws: a file that cannot be read is skipped, with a problem. */
export function readNotes(files: readonly NoteFile[], options: ReadOptions = {}): ReadNotes {
  const notes: Note[] = [];
  const skipped: SkippedNote[] = [];
  const problems: Problem[] = [];
  const sessions = new Map<string, string>();
  for (const file of [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
    const result = readNote(file, options);
    problems.push(...result.problems);
    if ('note' in result) {
      notes.push(result.note);
      problems.push(...sameSession(result.note, result.metadata, sessions));
    } else skipped.push({ path: file.path, reason: result.skipped });
  }
  return { notes, skipped, problems: inOrder(problems) };
}

/** Two notes on one session are well where they are two people's accounts; where both say so themselves, one may be a copy. */
function sameSession(note: Note, metadata: Metadata, sessions: Map<string, string>): readonly Problem[] {
  if (metadata.event === undefined || metadata.day === undefined) return [];
  const session = `${note.event}, day ${note.day}`;
  const other = sessions.get(session);
  if (other === undefined) {
    sessions.set(session, note.path);
    return [];
  }
  const message = `saw ${seen(session)} in ${seen(other)} too; expected one note for a session.`;
  return [{ path: note.path, line: 1, severity: 'warning', rule: 'same-session', message }];
}
