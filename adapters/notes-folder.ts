import { closeSync, constants, fstatSync, openSync, readSync, realpathSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import type { NoteFile, Problem } from '../src/index.js';
import { OperatorError, reasonOf } from './errors.js';
import { type FoundFile, findNotes } from './note-search.js';
import { packageRoot } from './package-root.js';
import { decodeText } from './text-file.js';

/** A folder of notes, and what named it, e.g. "NOTES_DIR" or "--notes": errors say so. */
export interface NotesFolder {
  readonly path: string;
  readonly origin: string;
}

/** What was read from one or more folders. */
export interface FolderContents {
  /** In order of path. A path is the folder's name and the path within the folder, e.g. "knowledge/2015/day-1.md". */
  readonly files: readonly NoteFile[];
  /** Files that were left out although they look like notes; each an error. */
  readonly problems: readonly Problem[];
  /** The folders by the name that paths in them begin with: which folder it is, by device and number. */
  readonly roots: Readonly<Record<string, string>>;
  /** Turns the path of a note or problem into one that can be opened from `directory`. */
  locate(path: string): string;
}

/**
 * Bounds on what is read, so that a wrong folder ("/") or a hostile one cannot take all memory or run for ever.
 * The largest known notes repositories hold some thousand files of some ten kilobytes.
 */
export const FOLDER_LIMITS = {
  /** Bytes of one file. */
  fileBytes: 2 * 1024 * 1024,
  /** Bytes of all files together. */
  totalBytes: 256 * 1024 * 1024,
  /** Files that are read. */
  files: 20_000,
  /** Directory entries that are looked at. */
  entries: 200_000,
} as const;
export type FolderLimits = { readonly [limit in keyof typeof FOLDER_LIMITS]: number };

/** The notes that ship with the bot. */
export function shippedNotes(): NotesFolder {
  return { path: join(packageRoot(), 'knowledge'), origin: 'the notes that ship with the bot' };
}

/**
 * Reads the notes of folders: every `.md` and `.markdown` file within, at any depth.
 *
 * Left out are folders and files whose name begins with a dot, and `node_modules`. Links are followed while they stay
 * within their folder, and a file that can be reached in two ways is read once. Only regular files are opened.
 *
 * @throws OperatorError naming the folder's origin when a folder is missing, is no folder, or cannot be listed.
 */
export function readNotesFolders(
  folders: readonly NotesFolder[],
  directory: string = process.cwd(),
  limits: FolderLimits = FOLDER_LIMITS,
): FolderContents {
  const found: FoundFile[] = [];
  const problems: Problem[] = [];
  const places = new Map<string, string>();
  const report = (path: string, absolute: string, rule: string, message: string, line = 1) => {
    places.set(path, absolute);
    problems.push({ path, line, severity: 'error', rule, message });
  };

  const names = new Set<string>();
  const roots: Record<string, string> = {};
  const seen = new Set<string>();
  for (const folder of folders) {
    const root = realFolder(folder, directory);
    if (seen.has(root)) continue;
    const prefix = uniqueName(basename(resolve(directory, folder.path)), names);
    roots[prefix] = identityOf(root);
    const search = findNotes(root, seen, limits.entries);
    if (search.unlisted !== undefined) throw folderError(folder, `cannot be listed (${search.unlisted})`);
    for (const file of search.files) found.push({ ...file, path: pathWithin(prefix, file.path) });
    for (const { path, absolute, rule, message } of search.problems)
      report(pathWithin(prefix, path), absolute, rule, message);
  }
  found.sort((a, b) => (a.path < b.path ? -1 : 1));

  const [excess] = found.splice(limits.files);
  if (excess !== undefined) {
    report(
      excess.path,
      excess.absolute,
      'too-many-notes',
      `only the first ${limits.files} notes are read, from here on none.`,
    );
  }

  const files: NoteFile[] = [];
  let bytesLeft = limits.totalBytes;
  for (const { path, absolute } of found) {
    const read = readBounded(absolute, Math.min(limits.fileBytes, bytesLeft));
    if ('fault' in read) {
      report(path, absolute, read.rule, read.fault);
      continue;
    }
    bytesLeft -= read.bytes.length;
    const decoded = decodeText(read.bytes);
    if ('fault' in decoded) {
      report(path, absolute, 'file-encoding', `${decoded.fault}. Save the file as UTF-8.`, decoded.line);
      continue;
    }
    places.set(path, absolute);
    files.push({ path, text: decoded.text });
  }
  return { files, problems, roots, locate: (path) => fromDirectory(places.get(path) ?? path, directory) };
}

function realFolder(folder: NotesFolder, directory: string): string {
  try {
    const root = realpathSync(resolve(directory, folder.path));
    if (!statSync(root).isDirectory()) throw folderError(folder, 'is not a folder');
    return root;
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    const reason = reasonOf(error);
    throw folderError(folder, reason === 'ENOENT' ? 'does not exist' : `cannot be opened (${reason})`, error);
  }
}

function identityOf(root: string): string {
  const { dev, ino } = statSync(root);
  return `${dev}:${ino}`;
}

function folderError({ path, origin }: NotesFolder, fault: string, cause?: unknown): OperatorError {
  return new OperatorError(
    'notes-folder',
    `${origin}: ${JSON.stringify(path)} ${fault}. Expected a folder of Markdown notes.`,
    { cause },
  );
}

/** Two folders may share their name: the second becomes "posts-2". */
function uniqueName(name: string, taken: Set<string>): string {
  let unique = name;
  for (let count = 2; taken.has(unique); count++) unique = `${name}-${count}`;
  taken.add(unique);
  return unique;
}

function pathWithin(prefix: string, path: string): string {
  return prefix === '' ? path : path === '' ? prefix : `${prefix}/${path}`;
}

/** The shorter of the relative and the absolute path. */
function fromDirectory(absolute: string, directory: string): string {
  const path = relative(directory, absolute);
  return path !== '' && path.length < absolute.length ? path : absolute;
}

type Bounded = { readonly bytes: Uint8Array } | { readonly rule: string; readonly fault: string };

/**
 * Reads a regular file of at most `limit` bytes. The file is looked at once it is open, without waiting for a writer: what
 * was a file when it was found may be a pipe or a larger file by now.
 */
function readBounded(path: string, limit: number): Bounded {
  let descriptor: number | undefined;
  try {
    // Windows has neither flag, and no pipes in folders.
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
    const { size } = fstatSync(descriptor);
    if (!fstatSync(descriptor).isFile()) return { rule: 'not-a-file', fault: 'is not a regular file; it is not read.' };
    const tooLarge = { rule: 'file-too-large', fault: `${size} bytes, expected at most ${limit}; it is not read.` };
    if (size > limit) return tooLarge;
    const bytes = Buffer.alloc(size + 1);
    let length = 0;
    for (let count = -1; count !== 0 && length < bytes.length; length += count) {
      count = readSync(descriptor, bytes, length, bytes.length - length, null);
    }
    return length > size && length > limit ? tooLarge : { bytes: bytes.subarray(0, length) };
  } catch (error) {
    const hint = path.includes('\uFFFD') ? '; its name may not be valid UTF-8' : '';
    return { rule: 'file-unreadable', fault: `cannot be read (${reasonOf(error)}${hint}).` };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
