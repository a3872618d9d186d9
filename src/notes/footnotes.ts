import { partialDate } from './calendar.js';
import { withoutBroken } from './file-text.js';
import type { Block, Tree } from './markdown.js';
import type { Source } from './note.js';
import { plainText } from './plain-text.js';
import { type Report, seen } from './problems.js';
import type { Resolve } from './sentences-of.js';
import { webAddress } from './web-address.js';

/** The sources of a note, and how its footnote marks find them. */
export interface Footnotes {
  readonly resolve: Resolve;
  /** All sources, in order of definition; complete once every mark was resolved. */
  sources(): readonly Source[];
  /** Reports definitions that no mark names. */
  reportUnused(): void;
}

/**
 * Reads the footnote definitions of a note: `[Title](https://...), Author, 2015-06-23`, or what there is of it. A mark
 * without a definition is reported once; a footnote written in the text, `^[...]`, is a source of its own.
 */
export function readFootnotes(tree: Tree, report: Report): Footnotes {
  const sources: Source[] = [];
  const lines = new Map<string, number>();
  const labels = new Map<string, string>();
  const used = new Set<string>();
  const unresolved = new Set<string>();
  let inText = 0;

  for (const definition of definitionsOf(tree.blocks)) {
    const line = definition.lines[0] + 1;
    if (lines.has(definition.label)) {
      report(
        line,
        'warning',
        'footnote-twice',
        `saw ${seen(definition.label)} defined again; the first definition is used.`,
      );
      continue;
    }
    lines.set(definition.label, line);
    labels.set(definition.label.toLowerCase(), definition.label);
    sources.push(sourceOf(definition.label, definition.children, line, report));
  }

  return {
    resolve({ label, id, line }) {
      if (label === undefined) {
        inText++;
        const name = `inline-${inText}`;
        sources.push(sourceOf(name, tree.parse(tree.footnote(id ?? -1), line - 1), line, report));
        used.add(name);
        return name;
      }
      // GFM finds a definition whatever the case of its label.
      const known = lines.has(label) ? label : labels.get(label.toLowerCase());
      if (known !== undefined) {
        used.add(known);
        return known;
      }
      if (!unresolved.has(label)) {
        report(
          line,
          'error',
          'footnote-undefined',
          `saw ${seen(`[^${label}]`)}; expected a definition ${seen(`[^${label}]: …`)}.`,
        );
        unresolved.add(label);
      }
      return undefined;
    },
    sources: () => sources,
    reportUnused() {
      for (const [label, line] of lines) {
        if (used.has(label)) continue;
        report(
          line,
          'warning',
          'footnote-unused',
          `saw no mark ${seen(`[^${label}]`)}; expected the text to name this source.`,
        );
      }
    },
  };
}

function definitionsOf(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.type === 'definition' ? [block] : definitionsOf(block.children)));
}

function sourceOf(label: string, blocks: readonly Block[], line: number, report: Report): Source {
  const inlines = textsOf(blocks);
  const plain = inlines.map((block) => (block.inline ? plainText(block.inline, block.lines[0] + 1).text : ''));
  const text = withoutBroken(plain.join(' ').trim());
  const link = inlines.map(linkOf).find((found) => found !== undefined);
  const bare = link === undefined ? /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]]/.exec(text) : null;
  const written = link?.address ?? bare?.[0];
  const url = written === undefined ? undefined : webAddress(written);
  if (written !== undefined && (url === undefined || url === 'relative')) {
    report(
      line,
      'error',
      'url',
      `saw ${seen(written)}; expected a http or https address without user name, white space or |.`,
    );
  }
  return {
    label,
    text,
    ...(text.length > LONGEST ? {} : link ? afterTitle(link.title, link.after) : fromText(text, bare?.[0])),
    ...(url === undefined || url === 'relative' ? {} : { url }),
  };
}

function textsOf(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.inline !== undefined ? [block] : textsOf(block.children)));
}

/** The first link of a text: its address, what it marks, and the plain text behind it. */
function linkOf({ inline }: Block): { address: string; title: string; after: string } | undefined {
  if (inline === undefined) return undefined;
  const open = inline.tokens.findIndex(({ type }) => type === 'link_open');
  const close = inline.tokens.findIndex(({ type }, index) => index > open && type === 'link_close');
  const address = inline.tokens[open]?.attrGet('href')?.toString();
  if (open === -1 || close === -1 || address === undefined) return undefined;
  const auto = inline.tokens[open]?.markup === 'autolink';
  const part = (from: number, to?: number): string =>
    withoutBroken(plainText({ source: inline.source, tokens: inline.tokens.slice(from, to) }, 1).text);
  return { address, title: auto ? '' : part(open + 1, close), after: part(close + 1) };
}

/** `, Author, 2015-06-23` behind a link. */
function afterTitle(title: string, after: string): Pick<Source, 'title' | 'author' | 'date'> {
  const { rest, date } = withoutDate(after);
  const author = rest
    .replace(/^[\s,;:.–—-]+/, '')
    .replace(/[\s,;]+$/, '')
    .replace(OWN_STOP, '');
  return {
    ...(title === '' ? {} : { title }),
    ...(author === '' || UNKNOWN.test(author) ? {} : { author }),
    ...(date === undefined ? {} : { date }),
  };
}

/** `Title, Author, 2015-06-23` without a link; without a date, everything is the title. */
function fromText(text: string, address: string | undefined): Pick<Source, 'title' | 'author' | 'date'> {
  const plain = address === undefined ? text : text.replace(address, '');
  const { rest, date } = withoutDate(plain);
  const words = rest.replace(/[\s,;:.()<>-]+$/, '').replace(/^[\s,;:.()<>-]+/, '');
  const comma = date === undefined ? -1 : lastComma(words);
  if (comma === -1) return afterTitle(words, date ?? '');
  return afterTitle(words.slice(0, comma), `${words.slice(comma)}, ${date}`);
}

/** The comma before the author. */
function lastComma(words: string): number {
  let comma = words.lastIndexOf(', ');
  while (comma > 0 && OF_NAME.test(words.slice(comma, comma + 8))) comma = words.lastIndexOf(', ', comma - 1);
  return comma;
}

/** Takes the date off the end, behind a comma or in brackets. */
function withoutDate(text: string): { rest: string; date?: string } {
  const end = text.trimEnd().replace(/\.$/, '');
  const last = /(?:^|[\s,(])((?:\d{4}(?:-\d{2}){0,2})|\d{1,2} \p{L}+ \d{4}|\p{L}+ \d{1,2}, \d{4})\)?$/u.exec(end);
  const date = last?.[1] === undefined ? undefined : partialDate(last[1]);
  return last === null || date === undefined ? { rest: text } : { rest: end.slice(0, last.index), date };
}

/** A full stop at the end, save where it belongs to the name. */
const OWN_STOP = /(?<!\b(?:Inc|Ltd|Co|Corp|Jr|Sr|al))\.$/;
/** What stands behind a comma within a company's name. */
const OF_NAME = /^, (?:Inc|Ltd|LLC|Corp|Jr|Sr)\b/;
/** Characters of a definition that names title, author and date; a longer one is prose, and is not taken apart. */
const LONGEST = 1000;
const UNKNOWN = /^(?:an? )?(?:unknown|anonymous)(?: authors?)?$|^author (?:unknown|not known)$/i;
