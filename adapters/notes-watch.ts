import { createHash } from 'node:crypto';
import { readlinkSync, realpathSync, statfsSync, statSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { reasonOf } from './errors.js';
import type { Log } from './log.js';
import { isLeftOut, isNoteName } from './note-search.js';
import { FOLDER_LIMITS, type NotesFolder } from './notes-folder.js';

/** Watches folders of notes. */
export interface NotesWatch {
  /** How often something has changed so far. */
  version(): number;
  /** Resolves to the version once nothing has changed for a while, or when waiting longer makes no sense. */
  settle(): Promise<number>;
  close(): Promise<void>;
}

/** How to watch. Times in milliseconds. */
export interface WatchOptions {
  readonly folders: readonly NotesFolder[];
  /** Whether to look at every file every so often, instead of being told by the system. */
  readonly poll: boolean;
  readonly log: Log;
  /** Called when something has changed and nothing has changed since for a while: once for a burst. */
  readonly onChange: () => void;
  /** How long nothing must change for a burst to be over. Defaults to 300: `git` and editors write without such pauses. */
  readonly quiet?: number;
  /** Longest burst; then what there is is taken. Defaults to 10,000. */
  readonly patience?: number;
  /** Time between two looks, at all files or at the folders themselves. Defaults to 2,000. */
  readonly interval?: number;
  /** So many folders below one are watched at most. Defaults to 5,000: the largest known notes repositories have some hundred. */
  readonly mostFolders?: number;
}

/**
 * Watches folders of notes for changed, new and deleted files.
 *
 * The system tells what happens in a folder, and nothing is opened. Where it does not (network file systems, folders shared with
 * a virtual machine, too many folders), every file is looked at every so often. The folder itself is always looked at: a
 * folder, or a link to it, that is put in the place of another is something that no system tells, as is the switch of `..data`
 * by which Kubernetes renews the files of a volume.
 */
export function watchNotes(options: WatchOptions): NotesWatch {
  const { folders, log, onChange, quiet = 300, patience = 10_000, interval = 2_000 } = options;
  const { mostFolders = 5_000 } = options;
  let poll = options.poll;
  let changes = 0;
  let lastChange = 0;
  let firstChange = 0;
  let isClosed = false;
  let burst: NodeJS.Timeout | undefined;
  let next: NodeJS.Timeout | undefined;
  let watchers: FSWatcher[] = [];
  let places = folders.map(placeOf);
  let print: string | undefined;

  function changed(): void {
    if (isClosed) return;
    changes++;
    lastChange = performance.now();
    if (burst === undefined) {
      firstChange = lastChange;
      burst = setTimeout(settleBurst, quiet);
    }
  }

  function settleBurst(): void {
    const left = restOf(firstChange);
    if (left > 0) {
      burst = setTimeout(settleBurst, left);
      return;
    }
    burst = undefined;
    onChange();
  }

  /** How long to wait until nothing has changed for a while, at most until a burst that began at `start` has lasted too long. */
  function restOf(start: number): number {
    const now = performance.now();
    return Math.min(lastChange + quiet - now, start + patience - now);
  }

  function watchAll(): void {
    watchers = poll ? [] : places.filter(({ root }) => root !== '').map(({ root }) => watchFolder(root));
  }

  /** The folders alone are watched, because they tell what happens to their files: a watch for each file takes ten times the memory. */
  function watchFolder(root: string): FSWatcher {
    const seen = new Set<string>();
    const isWatched = (path: string, isFolder: boolean) => {
      if (!isFolder || isHidden(relative(root, path))) return false;
      seen.add(path);
      if (seen.size > mostFolders) stopWatching(`more than ${mostFolders} folders`);
      return !poll;
    };
    const watcher = watch(root, {
      ignoreInitial: true,
      // What a link within the folder leads to is within it as well, or no note.
      followSymlinks: false,
      ignored: (path, stats) => !isWatched(path, stats === undefined || stats.isDirectory()),
    });
    watcher.on('raw', (_event, name) => {
      if (typeof name !== 'string' || !isHidden(name)) changed();
    });
    watcher.on('all', changed);
    watcher.on('error', (error) => stopWatching(reasonOf(error)));
    return watcher;
  }

  /** For a system that does not tell of changes, or not of so many: from now on, every file is looked at. */
  function stopWatching(why: string): void {
    if (poll || isClosed) return;
    poll = true;
    log.warn(`changes of the notes are not told (${why}), so every file is looked at every so often`);
    void closeAll();
  }

  async function closeAll(): Promise<void> {
    await Promise.all(watchers.splice(0).map((watcher) => watcher.close()));
  }

  async function look(): Promise<void> {
    const started = performance.now();
    try {
      lookAtPlaces();
      if (poll) await lookAtFiles();
    } catch (error) {
      log.debug({ err: error }, `the notes could not be looked at: ${reasonOf(error)}`);
    }
    // However many files there are, looking takes a fifth of the time at most.
    const pause = Math.max(interval, 4 * (performance.now() - started));
    if (!isClosed) next = setTimeout(() => void look(), pause).unref();
  }

  function lookAtPlaces(): void {
    const before = places;
    places = folders.map(placeOf);
    if (places.every(({ mark }, index) => mark === before[index]?.mark)) return;
    changed();
    if (places.every(({ identity }, index) => identity === before[index]?.identity)) return;
    // What was watched is no longer what is there.
    void closeAll();
    watchAll();
  }

  async function lookAtFiles(): Promise<void> {
    const hash = createHash('sha1');
    let left: number = FOLDER_LIMITS.entries;
    const add = (line: string) => {
      hash.update(line);
      return left-- > 0;
    };
    for (const { root } of places) if (root !== '') await addFiles(root, add);
    const seen = hash.digest('hex');
    // What has changed before the first look, where the system told of no more, is not known.
    if (print === undefined ? !options.poll : seen !== print) changed();
    print = seen;
  }

  watchAll();
  void look();
  return {
    version: () => changes,
    async settle() {
      const start = performance.now();
      for (let left = restOf(start); left > 0; left = restOf(start)) {
        await new Promise((resolve) => setTimeout(resolve, left));
      }
      return changes;
    },
    async close() {
      isClosed = true;
      clearTimeout(burst);
      clearTimeout(next);
      await closeAll();
    },
  };
}

/**
 * Whether a folder lies where the system does not tell what others change: file systems of the network, and those by which a
 * virtual machine sees the folders of its host.
 */
export function isUntold({ path }: NotesFolder): boolean {
  try {
    return UNTOLD.has(statfsSync(path).type);
  } catch {
    return false;
  }
}

/** `f_type` of Linux, https://man7.org/linux/man-pages/man2/statfs.2.html: NFS, SMB, SMB2, CIFS, 9P, FUSE (virtiofs, too), Ceph, VirtualBox. */
const UNTOLD: ReadonlySet<number> = new Set([
  ...[0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x01021997, 0x65735546, 0x00c36400, 0x786f4256],
]);

/** What a folder is right now; `root` is empty when it is not there. */
interface Place {
  readonly root: string;
  /** Which folder it is. */
  readonly identity: string;
  /** Which folder it is, and when something was last put in, taken out or renamed in it. */
  readonly mark: string;
}

function placeOf({ path }: NotesFolder): Place {
  try {
    const root = realpathSync(path);
    const { dev, ino, mtimeMs } = statSync(root);
    const identity = `${root} ${dev} ${ino} ${linkOf(join(root, '..data'))}`;
    return { root, identity, mark: `${identity} ${mtimeMs}` };
  } catch (error) {
    const reason = reasonOf(error);
    return { root: '', identity: reason, mark: reason };
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

/** Tells of each note, below a folder and behind links, what changes when it is written; stops when it is told to. */
async function addFiles(folder: string, add: (line: string) => boolean): Promise<boolean> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    if (isLeftOut(entry.name)) continue;
    const path = join(folder, entry.name);
    let goesOn = true;
    if (entry.isDirectory()) goesOn = add(`${path}\n`) && (await addFiles(path, add));
    else if (isNoteName(entry.name)) {
      const found = await stat(path).catch(() => undefined);
      goesOn = add(`${path} ${found === undefined ? '' : `${found.ino} ${found.size} ${found.mtimeMs}`}\n`);
    }
    if (!goesOn) return false;
  }
  return true;
}

/** Whether a path within a folder of notes is of no matter. */
function isHidden(path: string): boolean {
  return path.split(sep).some(isLeftOut);
}
