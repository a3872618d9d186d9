import type { Announcement, EditionSummary } from '../../../src/index.js';
import { client } from './client.js';
import { button, byId, drawn, element } from './element.js';
import type { OpenNote } from './note-view.js';
import { layOut, type PlacedEdition } from './timeline-layout.js';

/** The editions in order of time, and what each announced. */
export async function showTimeline(open: OpenNote): Promise<void> {
  const place = byId('timeline');
  try {
    const { editions } = await client.editions();
    place.replaceChildren(
      ...(editions.length === 0
        ? [element('p', { class: 'lead' }, 'No note names an event.')]
        : [overview(editions), details(editions, open)]),
    );
  } catch (error) {
    place.replaceChildren(element('p', { class: 'fault' }, (error as Error).message));
  }
}

/** The drawing: a line of years, and on it a circle for each edition, the larger the more it announced. */
function overview(editions: readonly EditionSummary[]): HTMLElement {
  const { placed, years, height } = layOut(editions);
  const picture = drawn(
    'svg',
    {
      viewBox: `0 0 1000 ${height}`,
      role: 'group',
      'aria-label': `${editions.length} editions from ${years.at(0)?.year} to ${(years.at(-1)?.year ?? 1) - 1}`,
    },
    drawn('line', { class: 'axis', x1: 0, x2: 1000, y1: height / 2, y2: height / 2 }),
    ...years.flatMap(({ year, x }) => [
      drawn('line', { class: 'tick', x1: x, x2: x, y1: 0, y2: height - 18 }),
      drawn('text', { class: 'year', x, y: height - 4, 'text-anchor': 'middle' }, String(year)),
    ]),
    ...placed.flatMap((edition) => markOf(edition, height / 2)),
  );
  return element(
    'div',
    { class: 'overview wide', tabindex: 0, role: 'group', 'aria-label': 'Overview' },
    element('div', { class: 'picture' }, picture as unknown as HTMLElement),
  );
}

function markOf({ edition, x, radius, label, labelY, isGuess }: PlacedEdition, middle: number): SVGElement[] {
  // A fragment that is no page's leads to the edition below.
  const group = drawn(
    'a',
    { class: isGuess ? 'mark guess' : 'mark', href: `#${idOf(edition)}` },
    drawn('title', {}, `${edition.event}: ${edition.announcements.length} announcements`),
    drawn('line', { class: 'stem', x1: x, x2: x, y1: middle, y2: labelY < middle ? labelY + 6 : labelY - 14 }),
    drawn('circle', { cx: x, cy: middle, r: radius }),
    drawn('text', { x, y: labelY, 'text-anchor': label.anchor }, label.text),
  );
  return [group];
}

function details(editions: readonly EditionSummary[], open: OpenNote): HTMLElement {
  return element('ol', { class: 'editions' }, ...editions.map((edition) => editionView(edition, open)));
}

function editionView(edition: EditionSummary, open: OpenNote): HTMLElement {
  const { event, year, dates, city, from, announcements, notes } = edition;
  const first = announcements.slice(0, SHOWN);
  const rest = announcements.slice(SHOWN);
  return element(
    'li',
    { class: 'edition', id: idOf(edition) },
    element('p', { class: 'when' }, String(year ?? from?.slice(0, 4) ?? '')),
    element(
      'div',
      {},
      element('h2', {}, event),
      element('p', { class: 'over' }, [dates ?? from ?? '', city ?? ''].filter(Boolean).join(' · ')),
      announcements.length === 0
        ? element('p', { class: 'hint' }, 'The notes name no announcement.')
        : announcedView(first, open),
      rest.length === 0
        ? undefined
        : element('details', {}, element('summary', {}, `${rest.length} more`), announcedView(rest, open)),
      element(
        'p',
        { class: 'edition-notes' },
        ...notes.flatMap((path, index) => [
          index > 0 ? ' ' : '',
          button({ class: 'quiet' }, () => open({ note: path }), path.split('/').at(-1) ?? path),
        ]),
      ),
    ),
  );
}

/** What is announced first is what matters most; more is there on demand. */
const SHOWN = 6;

function announcedView(announcements: readonly Announcement[], open: OpenNote): HTMLElement {
  return element(
    'ul',
    { class: 'announced' },
    ...announcements.map(({ text, note, lines }) =>
      element(
        'li',
        {},
        button({ class: 'said' }, () => open({ note, lines }), text.replace(/[;,]$/, '')),
      ),
    ),
  );
}

function idOf({ event }: EditionSummary): string {
  return `edition-${event.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`;
}
