import type { NoteFile, Problem, ReadNotes } from '../src/index.js';
import { OperatorError } from './errors.js';
import type { FolderContents } from './notes-folder.js';

/** Notes as they were last read well. */
export interface LastGood {
  /** In order of path. */
  readonly files: readonly NoteFile[];
  /** The folders that they were read from, by name: which folder it was. */
  readonly roots: Readonly<Record<string, string>>;
}

/** A note whose last good version stays, and what is wrong with the one that is there now. */
export type KeptNote = Pick<Problem, 'path' | 'line' | 'message'>;

/** What is answered from. */
export interface KeptNotes {
  readonly read: ReadNotes;
  readonly good: LastGood;
  /** In order of path. */
  readonly kept: readonly KeptNote[];
}

/**
 * Puts the last good version in the place of each note that an edit has broken.
 *
 * An edit has broken a note when the file can no longer be read, when the note has an error of a kind that the version before
 * did not have (so that something of it is lost that was there), or when all its text is gone. A note that is new is taken as it
 * is, as at the start, and so is one that was no better before. A deleted note is gone, and one that has become a draft, too.
 *
 * @param now what the files of the folders were read into.
 * @param read reads files.
 * @throws OperatorError when another folder, without notes, has taken the place of one with notes.
 */
export async function keepGood(
  contents: FolderContents,
  now: ReadNotes,
  before: LastGood | undefined,
  read: (files: readonly NoteFile[]) => Promise<ReadNotes>,
): Promise<KeptNotes> {
  const { files, roots } = contents;
  if (before !== undefined) refuseEmptied(before, contents);
  const changed = before === undefined ? [] : changedFiles(before.files, files);
  if (changed.length === 0) return { read: now, good: { files, roots }, kept: [] };

  const then = await read(changed);
  const present = new Set(files.map(({ path }) => path));
  const faultOfEdit = editFaults(now, then);
  const kept = changed.flatMap(({ path }): KeptNote[] => {
    const fault = present.has(path) ? faultOfEdit(path) : faultOfFile(path, contents.problems);
    return fault === undefined ? [] : [{ path, line: fault.line, message: fault.message }];
  });
  const broken = new Set(kept.map(({ path }) => path));
  const isBroken = ({ path }: { readonly path: string }) => broken.has(path);
  const put = <T extends { readonly path: string }>(old: readonly T[], current: readonly T[]): T[] =>
    [...current.filter((one) => !isBroken(one)), ...old.filter(isBroken)].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    // Problems stay those of the files as they are: they are what is to be mended.
    read: { notes: put(then.notes, now.notes), skipped: put(then.skipped, now.skipped), problems: now.problems },
    good: { files: put(changed, files), roots },
    kept,
  };
}

/**
 * A folder without notes in the place of one with notes is a volume that is not mounted, or a deployment half done. In the same
 * folder, all notes may well have been deleted.
 */
function refuseEmptied(before: LastGood, { files, roots }: FolderContents): void {
  const holds = (all: readonly NoteFile[], name: string) => all.some(({ path }) => path.startsWith(`${name}/`));
  for (const [name, identity] of Object.entries(before.roots)) {
    if (roots[name] === identity || holds(files, name) || !holds(before.files, name)) continue;
    throw new OperatorError(
      'notes-folder',
      `the folder ${JSON.stringify(name)} is another than before, and holds no notes.`,
    );
  }
}

/** The old versions of all files that are not as they were. */
function changedFiles(before: readonly NoteFile[], files: readonly NoteFile[]): NoteFile[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return before.filter(({ path, text }) => texts.get(path) !== text);
}

/** Tells what an edit has broken in a note that can be read. */
function editFaults(now: ReadNotes, then: ReadNotes) {
  const errors = errorsByPath(now);
  const known = errorsByPath(then);
  const [textNow, textThen] = [withText(now), withText(then)];
  const present = new Set(now.notes.map(({ path }) => path));
  return (path: string): Pick<Problem, 'line' | 'message'> | undefined => {
    const rules = new Set(known.get(path)?.map(({ rule }) => rule));
    const error = errors.get(path)?.find(({ rule }) => !rules.has(rule));
    if (error !== undefined) return error;
    const isEmptied = textThen.has(path) && present.has(path) && !textNow.has(path);
    return isEmptied ? { line: 1, message: 'all its text is gone.' } : undefined;
  };
}

function errorsByPath({ problems }: ReadNotes): ReadonlyMap<string, readonly Problem[]> {
  const errors = new Map<string, Problem[]>();
  for (const problem of problems) {
    if (problem.severity !== 'error') continue;
    const known = errors.get(problem.path);
    if (known === undefined) errors.set(problem.path, [problem]);
    else known.push(problem);
  }
  return errors;
}

function withText({ notes }: ReadNotes): ReadonlySet<string> {
  return new Set(notes.filter(({ passages }) => passages.some(({ kind }) => kind !== 'field')).map(({ path }) => path));
}

/** Why a file is not among those that were read; `undefined` when it is no longer there. */
function faultOfFile(path: string, problems: readonly Problem[]): Problem | undefined {
  return problems.find((problem) => path === problem.path || path.startsWith(`${problem.path}/`));
}
