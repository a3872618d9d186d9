import {
  type Answer,
  createEngine,
  type NoteFile,
  type OpenEngine,
  type Problem,
  type ReadNotes,
  readNotes,
} from '../src/index.js';
import type { Config } from './config.js';
import { type KeptNote, keepGood, type LastGood } from './last-good.js';
import { type FolderContents, type NotesFolder, readNotesFolders, shippedNotes } from './notes-folder.js';
import { createSnapshot, type PreparedNotes } from './snapshot.js';

/** Notes read from disk, with what was wrong with them. */
export interface Corpus {
  /** In order of path and line; paths can be opened from the current directory. */
  readonly problems: readonly Problem[];
  readonly counts: { readonly notes: number; readonly passages: number };
  /** Files that are no notes, and why: drafts, and what could not be read. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  /** Builds the index and what else answering needs. Notes are named by paths that can be opened from the current directory. */
  openEngine(): OpenEngine;
}

/** Notes that were read with an eye on what they were before. */
export interface FreshCorpus extends Corpus {
  /** Notes whose last good version is answered from, because an edit has broken them. */
  readonly kept: readonly KeptNote[];
  /** What is answered from, for the next reading. */
  readonly good: LastGood;
}

/**
 * Reads folders of notes.
 *
 * @throws OperatorError when a folder cannot be read.
 */
export async function readCorpus(folders: readonly NotesFolder[], config: Config): Promise<Corpus> {
  return corpusOf(folders, readNotesFolders(folders), config);
}

/** The same of folders whose files are there already. With `before`, the last good version stays of notes that an edit has broken. */
export async function corpusOf(
  folders: readonly NotesFolder[],
  folder: FolderContents,
  config: Config,
  before?: LastGood,
): Promise<FreshCorpus> {
  const now = await readFiles(folders, folder.files, config.notesBaseUrl);
  const { read, good, kept } = await keepGood(folder, now.read, before, (files) => readAll(files, config.notesBaseUrl));
  const { notes, skipped, problems } = read;
  // What is prepared is of the notes as they are.
  const prepared = read === now.read ? now.prepared : undefined;
  return {
    problems: [...folder.problems, ...problems]
      .map((problem) => ({ ...problem, path: folder.locate(problem.path) }))
      .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line)),
    counts: {
      notes: notes.length,
      passages: notes.reduce((sum, note) => sum + note.passages.length, 0),
    },
    skipped: skipped.map(({ path, reason }) => ({ path: folder.locate(path), reason })),
    kept: kept.map((note) => ({ ...note, path: folder.locate(note.path) })),
    good,
    openEngine() {
      const engine = createEngine(notes, {
        ...(config.minConfidence !== undefined && { minConfidence: config.minConfidence }),
        ...(prepared !== undefined && { prepared }),
      });
      return withPaths(engine, folder.locate);
    },
  };
}

/** The notes of the files; prepared where there is a snapshot of them. */
async function readFiles(
  folders: readonly NotesFolder[],
  files: readonly NoteFile[],
  baseUrl: string | undefined,
): Promise<Pick<PreparedNotes, 'read'> & Partial<PreparedNotes>> {
  const areShipped = folders.length === 1 && folders[0]?.path === shippedNotes().path;
  const snapshot = areShipped && baseUrl === undefined ? createSnapshot().load(files) : undefined;
  return snapshot ?? { read: await readAll(files, baseUrl) };
}

function readAll(files: readonly NoteFile[], baseUrl: string | undefined): Promise<ReadNotes> {
  return readNotes(files, baseUrl === undefined ? {} : { baseUrl });
}

/** A note of which something is lost, told by its first error. */
export interface BadNote extends Pick<Problem, 'path' | 'line' | 'message'> {
  /** Further errors in the same note. */
  readonly more: number;
}

/** The notes with errors, one entry for each, so that a note with many does not hide the others. */
export function badNotes({ problems }: Pick<Corpus, 'problems'>): readonly BadNote[] {
  const bad = new Map<string, BadNote>();
  for (const { path, line, severity, message } of problems) {
    if (severity !== 'error') continue;
    const first = bad.get(path);
    bad.set(path, first === undefined ? { path, line, message, more: 0 } : { ...first, more: first.more + 1 });
  }
  return [...bad.values()];
}

/** The folders to read: those given with an option, else those of `NOTES_DIR`, else the notes that ship with the bot. */
export function chooseFolders(given: readonly string[], origin: string, config: Config): readonly NotesFolder[] {
  if (given.length > 0) return given.map((path) => ({ path, origin }));
  if (config.notes.length > 0) return config.notes.map((path) => ({ path, origin: 'NOTES_DIR' }));
  return [shippedNotes()];
}

/** The same engine, with each note named by the path that `locate` gives. */
function withPaths(engine: OpenEngine, locate: (path: string) => string): OpenEngine {
  const place = <T extends { readonly note: string }>(item: T): T => ({ ...item, note: locate(item.note) });
  const placeAll = (answer: Answer): Answer => {
    const explanation = answer.explanation && { ...answer.explanation, hits: answer.explanation.hits.map(place) };
    const explained = explanation && { explanation };
    return answer.answered
      ? { ...answer, citations: answer.citations.map(place), ...explained }
      : { ...answer, nearest: answer.nearest.map(place), ...explained };
  };
  return {
    ask: async (question, options) => placeAll(await engine.ask(question, options)),
    suggest: (prefix, limit) => engine.suggest(prefix, limit),
    suggestions: async () =>
      (await engine.suggestions()).map((suggested) => ({ ...suggested, places: suggested.places.map(place) })),
    notes: () => engine.notes().map((note) => ({ ...note, path: locate(note.path) })),
    async note(path) {
      const own = engine.notes().find((note) => locate(note.path) === path)?.path;
      const note = own === undefined ? undefined : await engine.note(own);
      return note && { ...note, path };
    },
    editions: async () =>
      (await engine.editions()).map((edition) => ({
        ...edition,
        notes: edition.notes.map(locate),
        announcements: edition.announcements.map(place),
      })),
  };
}
