import type { Citation } from '../../src/index.js';
import { type SourceRoom, shownSources } from '../chat/citation-sources.js';
import { cut } from '../chat/cut.js';
import { fullPlaceWords } from '../chat/wording.js';
import { link, plain, type RichText, type Run, section } from './rich-text.js';

/** How much of a citation is told: everything, the best source only, or where it stands and nothing else. */
export type CitationDetail = 'full' | 'one-source' | 'bare';

/** Where the excerpts stand and who says so: a line each, numbered, with links to the sources. None is ever left out. */
export function citationLines(citations: readonly Citation[], detail: CitationDetail): RichText[] {
  const lines = citations.map((citation, index): Run[] => [
    plain(`${index === 0 ? '' : '\n'}[${citation.number}] ${place(citation, detail)}`),
    ...sources(citation, detail),
  ]);
  return [section(...lines.flat())];
}

/** The same as text: for notifications and screen readers. */
export function citationText(citation: Citation, detail: CitationDetail): string {
  const [source] = detail === 'bare' ? [] : shownSources(citation, { ...ROOM, most: 1 }).shown;
  const address = source?.address;
  return `[${citation.number}] ${place(citation, detail)}${address === undefined ? '' : `, ${address}`}`;
}

function place(citation: Citation, detail: CitationDetail): string {
  return cut(fullPlaceWords(citation), PLACE[detail]);
}

function sources(citation: Citation, detail: CitationDetail): Run[] {
  if (detail === 'bare') return [];
  const { shown, left } = shownSources(citation, { ...ROOM, most: detail === 'full' ? ROOM.most : 1 });
  return [
    ...shown.flatMap(({ name, address, by }) => [
      plain(' · '),
      address === undefined ? plain(name) : link(address, name),
      plain(by === '' ? '' : `, ${by}`),
    ]),
    ...(left > 0 ? [plain(` · and ${left} more`)] : []),
  ];
}

const PLACE: Readonly<Record<CitationDetail, number>> = { full: 300, 'one-source': 200, bare: 80 };
/** An address may have 3,000 characters in Slack; ours are so short that something else fits beside them. */
const ROOM: SourceRoom = { most: 3, name: 100, address: 1_000 };
