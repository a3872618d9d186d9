import stringWidth from 'fast-string-width';
import { wrapAnsi } from 'fast-wrap-ansi';
import pc from 'picocolors';
import { printable } from './printable.js';
import type { Screen } from './terminal.js';

/** Turns text into what a screen shows of it. Everything that comes from a note or question goes through `plain` or `marked`. */
export interface Style {
  /** Text without anything that steers the terminal. */
  plain(text: string): string;
  /** The same, with the given stretches in bold: [from, to) offsets, ascending, not overlapping. */
  marked(text: string, stretches: readonly (readonly [from: number, to: number])[]): string;
  bold(text: string): string;
  dim(text: string): string;
  /** For the bot's own remarks. */
  remark(text: string): string;
  /** Text that opens a web address where the terminal can do that; elsewhere the text alone. */
  link(text: string, url: string): string;
  /** Wraps to the screen; every line is indented, the first one by `first` instead. Long words and addresses stay whole. */
  wrap(text: string, indent?: string, first?: string): string;
}

/** The style for a screen. */
export function createStyle({ width, colour, links }: Screen): Style {
  const colours = pc.createColors(colour);
  return {
    plain: printable,
    marked(text, stretches) {
      let shown = '';
      let end = 0;
      for (const [from, to] of stretches) {
        shown += printable(text.slice(end, from)) + colours.bold(printable(text.slice(from, to)));
        end = to;
      }
      return shown + printable(text.slice(end));
    },
    bold: colours.bold,
    dim: colours.dim,
    remark: colours.yellow,
    link: (text, url) => (links ? `${LINK_START}${webAddress(url)}${LINK_END}${text}${LINK_START}${LINK_END}` : text),
    wrap(text, indent = '', first = indent) {
      const wrapped = wrapAnsi(text.replaceAll(LINK_END, BELL), Math.max(1, width - stringWidth(indent)));
      const lines = wrapped.replaceAll(BELL, LINK_END).split('\n');
      return lines.map((line, index) => `${index === 0 ? first : indent}${line}`).join('\n');
    },
  };
}

/**
 * A web address in printable ASCII, as it is both shown and opened; empty when it is none.
 * What the address holds beyond that is percent-encoded (https://url.spec.whatwg.org/#url-serializing).
 */
export function webAddress(url: string): string {
  return /^https?:/i.test(url) && URL.canParse(url) ? new URL(url).href : '';
}

/** OSC 8, https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda: a link without address ends one. */
const LINK_START = '\u001B]8;;';
const LINK_END = '\u001B\\';
/** The older end: by it alone, the wrapper knows a link, which it closes at the end of each line and opens again. */
const BELL = '\u0007';
