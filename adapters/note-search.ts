import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, relative, sep } from 'node:path';
import { reasonOf } from './errors.js';

/** A note's file, not yet read. */
export interface FoundFile {
  /** Within its folder, with forward slashes. */
  readonly path: string;
  /** Where the file itself is, links resolved. */
  readonly absolute: string;
}

/** Something that looks like a note or a folder of notes and cannot be read. */
export interface UnreadableEntry extends FoundFile {
  readonly rule: string;
  readonly message: string;
}

/** What a folder holds. */
export interface NoteSearch {
  /** In no particular order. */
  readonly files: readonly FoundFile[];
  readonly problems: readonly UnreadableEntry[];
  /** Set when the folder itself cannot be listed: why. */
  readonly unlisted?: string;
}

/**
 * Finds the Markdown files in a folder and below, without opening one.
 *
 * `root` is a real path (no links in it). `seen` holds the real paths of folders and files found so far and is added to:
 * nothing is found twice, so a link that leads back up ends nowhere. After `limit` directory entries the search stops and
 * says so.
 */
export function findNotes(root: string, seen: Set<string>, limit: number): NoteSearch {
  const files: FoundFile[] = [];
  const problems: UnreadableEntry[] = [];
  const links: FoundFile[] = [];
  const folders: FoundFile[] = [{ path: '', absolute: root }];
  let unlisted: string | undefined;
  let entriesLeft = limit;

  const fault = (at: FoundFile, rule: string, message: string) => problems.push({ ...at, rule, message });

  const visitFolder = (folder: FoundFile) => {
    if (seen.has(folder.absolute)) return;
    seen.add(folder.absolute);
    let entries: Dirent[];
    try {
      entries = readdirSync(folder.absolute, { withFileTypes: true });
    } catch (error) {
      if (folder.absolute === root) unlisted = reasonOf(error);
      else
        fault(folder, 'folder-unreadable', `the folder cannot be listed (${reasonOf(error)}); its notes are not read.`);
      return;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entriesLeft-- <= 0) {
        fault(folder, 'folder-too-large', `more than ${limit} files and folders; the rest is not read.`);
        folders.length = 0;
        links.length = 0;
        return;
      }
      visitEntry(entry, {
        path: folder.path === '' ? entry.name : `${folder.path}/${entry.name}`,
        absolute: join(folder.absolute, entry.name),
      });
    }
  };

  const visitEntry = (entry: Dirent, at: FoundFile) => {
    if (isLeftOut(entry.name)) return;
    if (entry.isDirectory()) folders.push(at);
    else if (entry.isSymbolicLink()) links.push(at);
    else if (!isNoteName(entry.name)) return;
    else if (entry.isFile()) add(at);
    else fault(at, 'not-a-file', 'is a pipe, socket or device, expected a regular file; it is not read.');
  };

  const add = (file: FoundFile) => {
    if (!seen.has(file.absolute)) files.push(file);
    seen.add(file.absolute);
  };

  const visitLink = (link: FoundFile) => {
    let target: string;
    let isFolder: boolean;
    try {
      target = realpathSync(link.absolute);
      isFolder = statSync(target).isDirectory();
    } catch (error) {
      if (isNoteName(link.path)) fault(link, 'link-broken', `the link leads nowhere (${reasonOf(error)}).`);
      return;
    }
    if (!isFolder && !isNoteName(link.path)) return;
    if (!isWithin(root, target)) {
      fault(link, 'link-outside', 'the link leaves the notes folder; what it leads to is not read.');
    } else if (isFolder) {
      folders.push({ path: link.path, absolute: target });
    } else if (statSync(target).isFile()) {
      add({ path: link.path, absolute: target });
    } else {
      fault(link, 'not-a-file', 'leads to a pipe, socket or device, expected a regular file; it is not read.');
    }
  };

  // Links come after everything that is really there, so that a file is known by its own name rather than a link's.
  while (folders.length > 0 || links.length > 0) {
    const folder = folders.shift();
    if (folder !== undefined) visitFolder(folder);
    else for (const link of links.splice(0)) visitLink(link);
  }
  return { files, problems, ...(unlisted !== undefined && { unlisted }) };
}

/** Whether files and folders of that name are left alone. */
export function isLeftOut(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/** Whether a file of that name is a note. */
export function isNoteName(name: string): boolean {
  return /\.(?:md|markdown)$/i.test(name);
}

function isWithin(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
