import type { Citation, CitedSource } from '../../src/index.js';
import { cut } from '../chat/cut.js';
import { webAddress } from '../chat/web-address.js';
import { placeWords } from '../chat/wording.js';
import { addressOf, bareLink, escapeLine, link } from './markdown.js';

/** How much of a citation is told: everything, the best source only, where it stands, or its number alone beside its note. */
export type CitationDetail = 'full' | 'one-source' | 'bare' | 'numbers';

/** Where the excerpts stand and who says so: a line each, numbered, with links to the sources. None is ever left out. */
export function citationLines(citations: readonly Citation[], detail: CitationDetail): readonly string[] {
  return citations.map(
    (citation) => `\\[${citation.number}\\] ${[place(citation, detail), ...sources(citation, detail)].join(' · ')}`,
  );
}

function place(citation: Citation, detail: CitationDetail): string {
  const { note, lines, title, event } = citation;
  const at = `${note}:${lines.from === lines.to ? lines.from : `${lines.from}-${lines.to}`}`;
  const name = event === undefined || title.startsWith(event) ? '' : `, ${title}`;
  return escapeLine(
    cut(
      detail === 'bare' || detail === 'numbers' ? placeWords(citation) : `${placeWords(citation)}${name} (${at})`,
      PLACE[detail],
    ),
  );
}

function sources({ sources, url, title }: Citation, detail: CitationDetail): readonly string[] {
  if (detail === 'bare' || detail === 'numbers') return [];
  const own = fitting(url);
  const isNamed = sources.some((source) => fitting(source.url) === own);
  const all: readonly CitedSource[] =
    own === undefined || isNamed ? sources : [{ title, ...(url !== undefined && { url }) }, ...sources];
  const shown = all.slice(0, detail === 'full' ? MOST_SOURCES : 1);
  const left = all.length - shown.length;
  return [...shown.map(source), ...(left > 0 ? [`and ${left} more`] : [])];
}

function source({ title, url, author, date }: CitedSource): string {
  const address = fitting(url);
  const by = [author, date]
    .filter((text) => text !== undefined && text.trim() !== '')
    .map((text) => `, ${escapeLine(cut(text ?? '', NAME))}`);
  return `${named(cut(title.trim() === '' ? 'source' : title, NAME), address)}${by.join('')}`;
}

function named(title: string, address: string | undefined): string {
  if (address === undefined) return escapeLine(title);
  return LIKE_ADDRESS.test(title) ? bareLink(address) : link(address, title);
}

/** An address that is safe to link and not so long that nothing else fits. */
function fitting(url: string | undefined): string | undefined {
  const address = webAddress(url);
  return address === undefined || addressOf(address).length > LONGEST ? undefined : address;
}

/** A title that reads like an address could show another than it leads to, and Discord would not link it; then the address is shown. */
const LIKE_ADDRESS = /:\/\/|^www\./i;

const PLACE: Readonly<Record<CitationDetail, number>> = { full: 250, 'one-source': 160, bare: 60, numbers: 20 };
const NAME = 90;
const MOST_SOURCES = 3;
/** Room of a link in UTF-16 code units. */
const LONGEST = 500;
