import type { Citation, CitedSource } from '../../src/index.js';
import { cut } from '../chat/cut.js';
import { webAddress } from '../chat/web-address.js';
import { placeWords } from '../chat/wording.js';
import { LIMITS } from './limits.js';
import { link, plain, type RichText, type Run, section } from './rich-text.js';

/** How much of a citation is told: everything, the best source only, or where it stands and nothing else. */
export type CitationDetail = 'full' | 'one-source' | 'bare';

/** Where the excerpts stand and who says so: a line each, numbered, with links to the sources. None is ever left out. */
export function citationLines(citations: readonly Citation[], detail: CitationDetail): RichText[] {
  const lines = citations.map((citation, index): Run[] => [
    plain(`${index === 0 ? '' : '\n'}[${citation.number}] ${cut(place(citation), PLACE[detail])}`),
    ...sources(citation, detail),
  ]);
  return [section(...lines.flat())];
}

/** The same as text: for notifications and screen readers. */
export function citationText(citation: Citation, detail: CitationDetail): string {
  const address = detail === 'bare' ? undefined : linkOf(citation);
  return `[${citation.number}] ${cut(place(citation), PLACE[detail])}${address === undefined ? '' : `, ${address}`}`;
}

/** The address that a citation leads to, if any. */
export function linkOf({ url, sources }: Citation): string | undefined {
  return fitting(url) ?? sources.map((source) => fitting(source.url)).find((address) => address !== undefined);
}

function place(citation: Citation): string {
  const { note, lines, title, event } = citation;
  const at = `${note}:${lines.from === lines.to ? lines.from : `${lines.from}-${lines.to}`}`;
  const name = event === undefined || title.startsWith(event) ? '' : `, ${title}`;
  return `${placeWords(citation)}${name} (${at})`;
}

function sources({ sources, url, title }: Citation, detail: CitationDetail): Run[] {
  if (detail === 'bare') return [];
  const own = fitting(url);
  const isNamed = sources.some((source) => fitting(source.url) === own);
  const all: readonly CitedSource[] = own === undefined || isNamed ? sources : [{ title, url: own }, ...sources];
  const shown = all.slice(0, detail === 'full' ? MOST_SOURCES : 1);
  const left = all.length - shown.length;
  return [
    ...shown.flatMap((source) => [plain(' · '), ...sourceRuns(source)]),
    ...(left > 0 ? [plain(` · and ${left} more`)] : []),
  ];
}

function sourceRuns({ title, url, author, date }: CitedSource): Run[] {
  const address = fitting(url);
  const name = cut(title.trim() === '' || LIKE_ADDRESS.test(title) ? (address ?? title) : title, NAME) || 'source';
  const by = [author, date]
    .filter((text) => text !== undefined && text !== '')
    .map((text) => `, ${cut(text ?? '', NAME)}`);
  return [address === undefined ? plain(name) : link(address, name), plain(by.join(''))];
}

/** An address that is safe to link and not so long that nothing else fits. */
function fitting(url: string | undefined): string | undefined {
  const address = webAddress(url);
  return address === undefined || address.length > Math.min(LIMITS.url, LONGEST) ? undefined : address;
}

/** A title that reads like an address could show another than it leads to; then the address itself is shown. */
const LIKE_ADDRESS = /:\/\/|^www\./i;

const PLACE: Readonly<Record<CitationDetail, number>> = { full: 300, 'one-source': 200, bare: 80 };
const NAME = 100;
const MOST_SOURCES = 3;
const LONGEST = 1_000;
