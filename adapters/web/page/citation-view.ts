import type { Citation } from '../../../src/index.js';
import { shownSources } from '../../chat/citation-sources.js';
import { linePlace, placeWords } from '../../chat/wording.js';
import { button, element } from './element.js';
import { outward } from './link.js';

/** Opens the note of a citation at its lines. */
export type OpenCitation = (citation: Citation) => void;

/** Where the words of an answer stand and who says so, numbered. */
export function citationsView(citations: readonly Citation[], open: OpenCitation): HTMLElement {
  return element('ol', { class: 'citations' }, ...citations.map((citation) => citationView(citation, open)));
}

function citationView(citation: Citation, open: OpenCitation): HTMLElement {
  return element(
    'li',
    { value: citation.number },
    element('span', { class: 'number', 'aria-hidden': 'true' }, String(citation.number)),
    element(
      'div',
      {},
      button(
        { class: 'place', 'aria-label': `[${citation.number}] ${placeWords(citation)}: open the note` },
        () => open(citation),
        placeWords(citation),
      ),
      element('span', { class: 'file' }, linePlace(citation)),
      sourcesView(citation),
    ),
  );
}

/** The sources of a citation, each with who wrote it and when. */
export function sourcesView(citation: Citation): HTMLElement | undefined {
  const { shown } = shownSources(citation, ROOM);
  if (shown.length === 0) return undefined;
  return element(
    'ul',
    { class: 'sources' },
    ...shown.map(({ name, address, by }) => element('li', {}, outward(address, name), by === '' ? '' : `, ${by}`)),
  );
}

const ROOM = { most: 8, name: 200, address: 4_000 };
