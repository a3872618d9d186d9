import { type Report, seen } from './problems.js';

/** A note's text as lines, ready to be read. */
export interface FileText {
  readonly lines: readonly string[];
  /** Set when this is no text: why. */
  readonly unreadable?: string;
}

/**
 * Brings a file's text into one form: no byte order mark, lines ended by LF, CRLF or CR cut alike.
 *
 * Characters that stand for bytes that were no text (NUL, U+FFFD) are reported; where they are many, the file is no text.
 */
export function fileText(text: string, report: Report): FileText {
  const lines = text.replace(/^\uFEFF+/, '').split(/\r\n|\r|\n/);
  if (!isBroken(text)) return { lines };
  let broken = 0;
  let line = 0;
  for (const [index, content] of lines.entries()) {
    const count = content.match(BROKEN)?.length ?? 0;
    if (count > 0 && broken === 0) line = index + 1;
    broken += count;
  }
  if (broken * TOLERATED > text.length) {
    const unreadable = 'not a text in UTF-8';
    report(line, 'error', 'encoding', `saw ${broken} characters that are no text; expected a text in UTF-8.`);
    return { lines: [], unreadable };
  }
  report(
    line,
    'error',
    'encoding',
    `saw ${broken} characters that are no text, first in ${seen(lines[line - 1] ?? '')}; expected a text in UTF-8. Passages that hold them are left out.`,
  );
  return { lines };
}

/** Whether a plain text holds what is no text: markdown-it turns NUL into U+FFFD. */
export function isBroken(text: string): boolean {
  return text.includes('\uFFFD') || text.includes('\0');
}

/** Drops what is no text, where a flaw is no reason to lose the rest: headings and sources are not quoted. */
export function withoutBroken(text: string): string {
  return isBroken(text) ? text.replace(BROKEN, '') : text;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what marks a file that is no text.
const BROKEN = /[\u0000\uFFFD]/g;
/** One such character in this many is still a text with a flaw. */
const TOLERATED = 200;
