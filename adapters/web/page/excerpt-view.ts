import type { Answered, Excerpt, ExcerptPart } from '../../../src/index.js';
import { blocksOf, type ExcerptBlock, withEvents } from '../../chat/excerpt-blocks.js';
import { button, type Child, element } from './element.js';

/** The excerpts of an answer as quotes, matched words marked, each followed by the number of its citation. */
export function excerptsView(answer: Answered, open: (citation: number) => void): HTMLElement {
  return element(
    'div',
    { class: 'excerpts' },
    ...withEvents(answer).flatMap(({ excerpt, event }) => [
      event === undefined ? undefined : element('p', { class: 'event' }, event),
      excerptView(excerpt, () => open(excerpt.citation)),
    ]),
  );
}

function excerptView({ parts, citation, label }: Excerpt, open: () => void): HTMLElement {
  const quote = element('blockquote', { class: 'excerpt' }, ...blocksOf(parts).map(blockView));
  if (label !== undefined) quote.prepend(element('span', { class: 'label' }, `${label} `));
  const mark = button({ class: 'ref', 'aria-label': `Citation ${citation}: open the note` }, open, String(citation));
  const last = quote.lastElementChild;
  const end = last instanceof HTMLUListElement ? last.lastElementChild : last;
  if (end instanceof HTMLParagraphElement || end instanceof HTMLLIElement) end.append(' ', mark);
  else quote.append(mark);
  return quote;
}

function blockView({ form, groups }: ExcerptBlock): HTMLElement {
  switch (form) {
    case 'text':
      return element(
        'p',
        {},
        ...groups.flatMap((parts, index) => (index > 0 ? [' ', ...joined(parts)] : joined(parts))),
      );
    case 'list':
      return element(
        'ul',
        {},
        ...groups.map((parts) => element('li', { 'data-depth': Math.min(parts[0]?.depth ?? 0, 5) }, ...joined(parts))),
      );
    case 'code':
      return element(
        'pre',
        {},
        element(
          'code',
          {},
          groups
            .flat()
            .map(({ text }) => text)
            .join('\n'),
        ),
      );
    case 'table':
      return tableView(groups.flat());
  }
}

function tableView(rows: readonly ExcerptPart[]): HTMLElement {
  const cells = rows.map((row) =>
    element('tr', {}, ...row.text.split('\t').map((text) => element(row.role === 'header' ? 'th' : 'td', {}, text))),
  );
  return element(
    'div',
    { class: 'wide', tabindex: 0, role: 'group', 'aria-label': 'Table' },
    element('table', {}, element('tbody', {}, ...cells)),
  );
}

function joined(parts: readonly ExcerptPart[]): Child[] {
  return parts.flatMap((part, index) => [index > 0 ? ' ' : undefined, ...marked(part)]);
}

/** A text with its highlights, those with nothing but spaces between as one; those that make no sense are left out. */
function marked({ text, highlights }: ExcerptPart): Child[] {
  const stretches: [number, number][] = [];
  for (const [from, to] of highlights) {
    const last = stretches.at(-1);
    if (from < (last?.[1] ?? 0) || to > text.length || to <= from) continue;
    if (last !== undefined && text.slice(last[1], from).trim() === '') last[1] = to;
    else stretches.push([from, to]);
  }
  const pieces: Child[] = [];
  let end = 0;
  for (const [from, to] of stretches) {
    pieces.push(text.slice(end, from), element('mark', {}, text.slice(from, to)));
    end = to;
  }
  return [...pieces, text.slice(end)].filter((piece) => piece !== '');
}
