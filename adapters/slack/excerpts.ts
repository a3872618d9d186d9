import type { Answered, Citation, Excerpt, ExcerptPart } from '../../src/index.js';
import { cut } from '../chat/cut.js';
import { blocksOf, type ExcerptBlock } from '../chat/excerpt-blocks.js';
import { eventWords } from '../chat/wording.js';
import { LIMITS } from './limits.js';
import {
  bold,
  highlighted,
  italic,
  list,
  plain,
  preformatted,
  quote,
  type RichText,
  type Run,
  section,
} from './rich-text.js';

/**
 * The excerpts of an answer as visible quotes, matched words in bold, each followed by the number of its citation. Excerpts of
 * several events are told apart by a line before them.
 *
 * @param room UTF-16 code units for the words of all excerpts. Each is given its share and cut beyond it; what one leaves over
 *   goes to those after it. The citations' numbers are never cut.
 */
export function quoteExcerpts(
  { excerpts, citations }: Pick<Answered, 'excerpts' | 'citations'>,
  room: number,
): RichText[] {
  const events = new Map(citations.map((citation) => [citation.number, eventWords(citation)]));
  const areSeveral = new Set(events.values()).size > 1;
  let left = room;
  let shown = '';
  return excerpts.flatMap((excerpt, index) => {
    const budget = { left: Math.floor(left / (excerpts.length - index)) };
    const before = budget.left;
    const event = areSeveral ? (events.get(excerpt.citation) ?? '') : '';
    const heading = event !== '' && event !== shown ? [section(italic(cut(event, EVENT)))] : [];
    shown = event;
    const quoted = quoteExcerpt(excerpt, budget);
    left -= before - budget.left;
    return [...heading, ...quoted];
  });
}

/** The passages around a citation, as quotes. */
export function quotePassage(text: string, citation: Pick<Citation, 'number'>, room: number): RichText[] {
  return [quote(plain(cut(text.replaceAll('\t', ' '), room)), plain(` [${citation.number}]`))];
}

interface Budget {
  left: number;
}

const EVENT = 150;

function quoteExcerpt({ parts, label, citation }: Excerpt, budget: Budget): RichText[] {
  const mark = plain(` [${citation}]`);
  const blocks = blocksOf(parts);
  const elements: RichText[] = [];
  for (const [index, block] of blocks.entries()) {
    if (budget.left <= 0 && index > 0) break;
    elements.push(...quoteBlock(block, index === 0 && label !== undefined ? [italic(`${label}: `)] : [], budget));
  }
  const last = elements.at(-1);
  if (last?.type === 'rich_text_quote') last.elements.push(mark);
  else if (last?.type === 'rich_text_list') last.elements.at(-1)?.elements.push(mark);
  else elements.push(section(mark));
  return elements;
}

function quoteBlock({ form, groups }: ExcerptBlock, start: readonly Run[], budget: Budget): RichText[] {
  switch (form) {
    case 'text':
      return groups.map((parts) => quote(...start, ...sentences(parts, budget)));
    case 'list':
      return [...(start.length > 0 ? [quote(...start)] : []), ...lists(groups, budget)];
    case 'code':
      return [preformatted(plain(take(groups.flatMap((parts) => parts.map(({ text }) => text)).join('\n'), budget)))];
    case 'table':
      return table(groups.flat(), budget);
  }
}

function sentences(parts: readonly ExcerptPart[], budget: Budget): Run[] {
  return parts.flatMap((part, index) => {
    if (budget.left <= 0 && index > 0) return [];
    return [...(index > 0 ? [plain(' ')] : []), ...words(part, budget)];
  });
}

/** Runs of items of the same depth, each a list: Slack nests lists by their indent alone. */
function lists(items: readonly (readonly ExcerptPart[])[], budget: Budget): RichText[] {
  const runs: { depth: number; items: Run[][] }[] = [];
  for (const [index, parts] of items.entries()) {
    if (budget.left <= 0 && index > 0) break;
    const depth = Math.min(parts[0]?.depth ?? 0, LIMITS.listIndent);
    const item = sentences(parts, budget);
    const last = runs.at(-1);
    if (last?.depth === depth) last.items.push(item);
    else runs.push({ depth, items: [item] });
  }
  return runs.map(({ depth, items }) => list(items, depth)).filter(({ elements }) => elements.length > 0);
}

/** Columns side by side when they fit a phone's screen, else each row as an item with its cells named by the header. */
function table(rows: readonly ExcerptPart[], budget: Budget): RichText[] {
  const cells = rows.map(({ text }) => text.split('\t'));
  const widths = Array.from({ length: Math.max(...cells.map((row) => row.length)) }, (_, column) =>
    Math.max(...cells.map((row) => [...(row[column] ?? '')].length)),
  );
  const hasHeader = rows[0]?.role === 'header';
  if (widths.reduce((sum, width) => sum + width + GAP.length, 0) <= NARROW) {
    const lines = cells.map((row) =>
      row
        .map((cell, column) => pad(cell, widths[column] ?? 0))
        .join(GAP)
        .trimEnd(),
    );
    if (hasHeader) lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join(GAP));
    return [preformatted(plain(take(lines.join('\n'), budget)))];
  }
  const header = hasHeader ? (cells[0] ?? []) : [];
  const items = cells.slice(hasHeader ? 1 : 0).flatMap((row, index): Run[][] => {
    if (budget.left <= 0 && index > 0) return [];
    return [row.flatMap((cell, column) => namedCell(header[column] ?? '', cell, column, budget))];
  });
  return [list(items.length > 0 ? items : [header.map((name) => plain(`${name} `))])];
}

function namedCell(name: string, cell: string, column: number, budget: Budget): Run[] {
  if (budget.left <= 0 && column > 0) return [];
  const label = name === '' ? '' : `${name}: `;
  return [
    plain(column === 0 ? '' : '; '),
    ...(label === '' ? [] : [bold(take(label, budget))]),
    plain(take(cell, budget)),
  ];
}

const GAP = '  ';
/** Characters of a fixed width that fit a phone's screen without breaking. */
const NARROW = 48;

function pad(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - [...cell].length));
}

function words({ text, highlights }: ExcerptPart, budget: Budget): Run[] {
  const shown = take(text, budget);
  const end = shown === text ? text.length : shown.length - 1;
  return highlighted(
    shown,
    highlights.filter(([, to]) => to <= end),
  );
}

/** The beginning of a text that still fits, with an ellipsis where it is cut. */
function take(text: string, budget: Budget): string {
  const shown = cut(text, Math.max(budget.left, 1));
  budget.left -= shown === text ? text.length : budget.left;
  return shown;
}
