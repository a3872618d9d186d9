import type { Readable, Writable } from 'node:stream';
import type { Config } from '../config.js';
import { badNotes, type Corpus } from '../corpus.js';
import { printable } from './printable.js';

/** What a command works with. */
export interface Terminal {
  readonly config: Config;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  /**
   * Reads the notes: of the folders given by an option of that name, else those of the configuration.
   *
   * @throws OperatorError when a folder cannot be read.
   */
  readCorpus(folders: readonly string[], origin?: string): Promise<Corpus>;
}

export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };

/** What an output can show. */
export interface Screen {
  /** Columns to fill. */
  readonly width: number;
  readonly colour: boolean;
  /** Whether it understands hyperlinks (OSC 8). */
  readonly links: boolean;
}

/** How a command ends. `ask` ends like grep. */
export const EXIT = { answered: 0, done: 0, abstained: 1, failed: 1, fault: 2 } as const;

/** Lines longer than this are hard to read, however wide the terminal is. */
const MAX_WIDTH = 100;
/** Below this, wrapping leaves single words a line. */
const MIN_WIDTH = 20;
/** What a terminal is taken for that does not say how wide it is, and what goes to a file or pipe. */
const USUAL_WIDTH = 80;

/** What an output can show, given what it is and what the operator asked for. */
export async function screenOf(output: Output, config: Config): Promise<Screen> {
  const isTerminal = output.isTTY === true;
  const colour = config.colour ?? isTerminal;
  return {
    width: Math.max(MIN_WIDTH, Math.min(MAX_WIDTH, output.columns || USUAL_WIDTH)),
    colour,
    links: colour && isTerminal && (await understandsLinks()),
  };
}

/** Loaded only on a terminal: elsewhere there are no links, and it takes time to load. */
async function understandsLinks(): Promise<boolean> {
  const { createSupportsHyperlinks } = await import('supports-hyperlinks');
  return createSupportsHyperlinks({ isTTY: true });
}

/** Writes, and resolves once the output can take more or is gone. */
export async function print(output: Output, text: string): Promise<void> {
  if (output.write(text) || output.destroyed) return;
  await new Promise<void>((resolve) => {
    const settle = () => {
      output.off('drain', settle).off('close', settle).off('error', settle);
      resolve();
    };
    output.on('drain', settle).on('close', settle).on('error', settle);
  });
}

/** Warns, in one line each, of notes that could not be read as they stand. */
export async function warnOfErrors(corpus: Corpus, output: Output): Promise<void> {
  for (const { path, line, message, more } of badNotes(corpus)) {
    const others = more === 0 ? '' : ` (and ${more} more; the command check lists all)`;
    await print(output, `${printable(`warning: ${path}:${line}: ${message}${others}`)}\n`);
  }
}
