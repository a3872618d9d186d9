import { appendFile, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { OperatorError, reasonOf } from './errors.js';
import type { Gap, GapNotes, NotedGap } from './gaps.js';
import type { Log } from './log.js';

/** A file of gaps: one JSON object a line, oldest first. */
export interface GapsFile extends GapNotes {
  /** Resolves when all is written. */
  close(): Promise<void>;
}

/** How a file of gaps is kept. */
export interface GapsFileOptions {
  readonly path: string;
  /** Most bytes; the oldest lines go first. */
  readonly maxBytes: number;
  /** How long a line is kept, in milliseconds. */
  readonly retention: number;
  readonly log: Log;
  /** The time in milliseconds since 1970. */
  readonly now?: () => number;
}

/** Lines that wait to be written; more are lost, so that a disk that hangs does not fill the memory. */
const MOST_WAITING = 1_000;
/** Longest question that is noted, in UTF-16 code units. */
const LONGEST_QUESTION = 1_000;
/** Time between two looks for lines that are too old, in milliseconds. */
const TIDY_EVERY = 6 * 60 * 60 * 1_000;
/** How far below its limit a file is cut that has reached it, so that it is not cut again at once. */
const CUT_TO = 0.8;

/**
 * Opens a file of gaps, and makes it where there is none.
 *
 * Nothing waits for it. A file that cannot be written to (a full disk, missing rights) is told once in the log, and once more
 * when it can be written to again; what comes meanwhile is lost. The file is never left half written: what is kept of it is
 * written beside it and put in its place.
 */
export function openGapsFile({ path, maxBytes, retention, log, now = Date.now }: GapsFileOptions): GapsFile {
  let waiting: string[] = [];
  let work: Promise<void> = Promise.resolve();
  let isBroken = false;
  let tidied = Number.NEGATIVE_INFINITY;

  function enqueue(act: () => Promise<void>): void {
    work = work.then(act).then(
      () => {
        if (isBroken) log.info('the gaps can be written to GAPS_FILE again');
        isBroken = false;
      },
      (error: unknown) => {
        if (!isBroken) log.warn(`GAPS_FILE cannot be written to (${reasonOf(error)}); answers are not affected`);
        isBroken = true;
      },
    );
  }

  async function write(): Promise<void> {
    const lines = waiting;
    waiting = [];
    if (lines.length === 0 && tidied > now() - TIDY_EVERY) return;
    const text = lines.join('');
    const size = await sizeOf(path);
    if (size + Buffer.byteLength(text) > maxBytes || tidied <= now() - TIDY_EVERY) {
      await tidy(maxBytes - Buffer.byteLength(text));
      tidied = now();
    }
    await append(path, text);
  }

  /** Leaves out lines that are too old or none, and the oldest of the others until they fit. */
  async function tidy(room: number): Promise<void> {
    const before = await readIfThere(path);
    const oldest = now() - retention;
    const lines = before.split('\n').filter((line) => Date.parse(readLine(line)?.time ?? '') >= oldest);
    let bytes = lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
    let first = 0;
    if (bytes > room) {
      while (first < lines.length && bytes > room * CUT_TO) bytes -= Buffer.byteLength(lines[first++] ?? '') + 1;
    }
    const after = lines
      .slice(first)
      .map((line) => `${line}\n`)
      .join('');
    if (after !== before) await replace(path, after);
  }

  enqueue(write);
  const timer = setInterval(() => enqueue(write), TIDY_EVERY).unref();
  return {
    note(gap) {
      if (waiting.length >= MOST_WAITING) return;
      waiting.push(`${JSON.stringify({ time: new Date(now()).toISOString(), ...anonymous(gap) })}\n`);
      if (waiting.length === 1) enqueue(write);
    },
    close() {
      clearInterval(timer);
      return work;
    },
  };
}

/**
 * The gaps of a file, oldest first. Lines that are none, e.g. one cut short by a full disk, are passed over.
 *
 * @throws OperatorError when the file cannot be read.
 */
export async function readGapsFile(path: string): Promise<readonly NotedGap[]> {
  try {
    return (await readFile(path, 'utf8')).split('\n').flatMap((line) => readLine(line) ?? []);
  } catch (error) {
    const reason = reasonOf(error);
    const fault = reason === 'ENOENT' ? 'does not exist' : `cannot be read (${reason})`;
    throw new OperatorError('usage', `${JSON.stringify(path)} ${fault}. Expected the file that GAPS_FILE names.`);
  }
}

function readLine(line: string): NotedGap | undefined {
  try {
    const gap: unknown = JSON.parse(line);
    if (typeof gap !== 'object' || gap === null) return undefined;
    const { time, kind, question, platform } = gap as Partial<Record<string, unknown>>;
    const isGap = kind === 'unanswered' || kind === 'helpful' || kind === 'unhelpful';
    const isText = [time, question, platform].every((value) => typeof value === 'string');
    return isGap && isText && !Number.isNaN(Date.parse(String(time))) ? (gap as NotedGap) : undefined;
  } catch {
    return undefined;
  }
}

/** Without what a platform writes for a person. */
function anonymous(gap: Gap): Gap {
  const question = gap.question
    .replace(/<[@#][!&]?\w+(?:\|[^>]*)?>/g, '@…')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_QUESTION);
  return { ...gap, question };
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return 0;
    throw error;
  }
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return '';
    throw error;
  }
}

/** Appends whole lines, also to a file whose last line was cut short. For the owner's eyes alone. */
async function append(path: string, text: string): Promise<void> {
  const file = await open(path, 'a+', 0o600);
  try {
    const { size } = await file.stat();
    const last = size === 0 ? undefined : (await file.read(Buffer.alloc(1), 0, 1, size - 1)).buffer.toString();
    const isCut = last !== undefined && last !== '\n';
    if (text !== '') await appendFile(file, isCut ? `\n${text}` : text);
  } finally {
    await file.close();
  }
}

/** Puts other content in the place of a file, all at once. */
async function replace(path: string, text: string): Promise<void> {
  const beside = `${path}.${process.pid}.new`;
  try {
    await writeFile(beside, text, { mode: 0o600, flush: true });
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw error;
  }
}
