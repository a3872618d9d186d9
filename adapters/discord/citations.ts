import type { Citation } from '../../src/index.js';
import { type ShownSource, type SourceRoom, shownSources } from '../chat/citation-sources.js';
import { cut } from '../chat/cut.js';
import { fullPlaceWords, placeWords } from '../chat/wording.js';
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
  const words = isBare(detail) ? placeWords(citation) : fullPlaceWords(citation);
  return escapeLine(cut(words, PLACE[detail]));
}

function sources(citation: Citation, detail: CitationDetail): readonly string[] {
  if (isBare(detail)) return [];
  const { shown, left } = shownSources(citation, { ...ROOM, most: detail === 'full' ? ROOM.most : 1 });
  return [...shown.map(source), ...(left > 0 ? [`and ${left} more`] : [])];
}

/** Discord would not link an address that is the name of a link to itself. */
function source({ name, address, by, isAddress }: ShownSource): string {
  const named = address === undefined ? escapeLine(name) : isAddress ? bareLink(address) : link(address, name);
  return by === '' ? named : `${named}, ${escapeLine(by)}`;
}

function isBare(detail: CitationDetail): boolean {
  return detail === 'bare' || detail === 'numbers';
}

const PLACE: Readonly<Record<CitationDetail, number>> = { full: 250, 'one-source': 160, bare: 60, numbers: 20 };
const ROOM: SourceRoom = { most: 3, name: 90, address: 500, lengthOf: (address) => addressOf(address).length };
