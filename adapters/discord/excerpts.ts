import type { Answered, Excerpt, ExcerptPart } from '../../src/index.js';
import { cut } from '../chat/cut.js';
import { blocksOf, type ExcerptBlock } from '../chat/excerpt-blocks.js';
import { eventWords } from '../chat/wording.js';
import { codeBlock, escapeLine, escapeMarkdown, highlighted, quoted } from './markdown.js';

/**
 * The excerpts of an answer as quotes, matched words in bold, each followed by the number of its citation. Excerpts of several
 * events are told apart by a line before them.
 *
 * @param room UTF-16 code units for the words of all excerpts, before they are escaped. Each is given its share and cut beyond
 *   it; what one leaves over goes to those after it. The citations' numbers are never cut.
 */
export function quoteExcerpts({ excerpts, citations }: Pick<Answered, 'excerpts' | 'citations'>, room: number): string {
  const events = new Map(citations.map((citation) => [citation.number, eventWords(citation)]));
  const areSeveral = new Set(events.values()).size > 1;
  let left = room;
  let shown = '';
  const quotes = excerpts.map((excerpt, index) => {
    const budget = { left: Math.floor(left / (excerpts.length - index)) };
    const before = budget.left;
    const event = areSeveral ? (events.get(excerpt.citation) ?? '') : '';
    const heading = event === '' || event === shown ? '' : `*${escapeLine(cut(event, EVENT))}*\n`;
    shown = event;
    const quote = quoteExcerpt(excerpt, budget);
    left -= before - budget.left;
    return heading + quote;
  });
  return quotes.join('\n\n');
}

/** A passage as a quote. */
export function quotePassage(text: string, number: number, room: number): string {
  return quoted(`${escapeLine(cut(text, room))} \\[${number}\\]`);
}

interface Budget {
  left: number;
}

const EVENT = 100;

function quoteExcerpt({ parts, label, citation }: Excerpt, budget: Budget): string {
  const blocks: string[] = [];
  for (const [index, block] of blocksOf(parts).entries()) {
    if (budget.left <= 0 && index > 0) break;
    blocks.push(quoteBlock(block, budget));
  }
  const text = blocks.join('\n');
  const mark = `\\[${citation}\\]`;
  const start = label === undefined ? '' : `*${escapeLine(label)}:* `;
  return quoted(`${start}${text}${text.endsWith('```') ? '\n' : ' '}${mark}`);
}

function quoteBlock({ form, groups }: ExcerptBlock, budget: Budget): string {
  switch (form) {
    case 'text':
      return groups.map((parts) => sentences(parts, budget)).join('\n');
    case 'list':
      return list(groups, budget);
    case 'code':
      return fixed(
        groups.flatMap((parts) => parts.map(({ text }) => text)),
        budget,
      );
    case 'table':
      return table(groups.flat(), budget);
  }
}

function sentences(parts: readonly ExcerptPart[], budget: Budget): string {
  const shown: string[] = [];
  for (const [index, part] of parts.entries()) {
    if (budget.left <= 0 && index > 0) break;
    shown.push(words(part, budget));
  }
  return shown.join(' ');
}

function list(items: readonly (readonly ExcerptPart[])[], budget: Budget): string {
  const lines: string[] = [];
  for (const [index, parts] of items.entries()) {
    if (budget.left <= 0 && index > 0) break;
    const depth = Math.min(parts[0]?.depth ?? 0, DEEPEST);
    lines.push(`${'  '.repeat(depth)}- ${sentences(parts, budget)}`);
  }
  return lines.join('\n');
}

/** Discord shows lists that are nested deeper as if they were not. */
const DEEPEST = 10;

/** Columns side by side when they fit a phone's screen, else each row as an item with its cells named by the header. */
function table(rows: readonly ExcerptPart[], budget: Budget): string {
  const cells = rows.map(({ text }) => text.split('\t').map(flat));
  const widths = Array.from({ length: Math.max(...cells.map((row) => row.length)) }, (_, column) =>
    Math.max(...cells.map((row) => [...(row[column] ?? '')].length)),
  );
  const hasHeader = rows[0]?.role === 'header';
  if (widths.reduce((sum, width) => sum + width + GAP.length, 0) <= NARROW) {
    const lines = cells.map((row) =>
      row
        .map((cell, column) => cell.padEnd((widths[column] ?? 0) + cell.length - [...cell].length))
        .join(GAP)
        .trimEnd(),
    );
    if (hasHeader) lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join(GAP));
    return fixed(lines, budget);
  }
  const header = hasHeader ? (cells[0] ?? []) : [];
  const body = cells.slice(hasHeader && cells.length > 1 ? 1 : 0);
  const lines: string[] = [];
  for (const [index, row] of body.entries()) {
    if (budget.left <= 0 && index > 0) break;
    lines.push(`- ${namedCells(body.length === cells.length ? [] : header, row, budget)}`);
  }
  return lines.join('\n');
}

function namedCells(names: readonly string[], row: readonly string[], budget: Budget): string {
  const shown: string[] = [];
  for (const [column, cell] of row.entries()) {
    if (budget.left <= 0 && column > 0) break;
    const name = escapeMarkdown(take(names[column] ?? '', budget)).trim();
    shown.push(`${name === '' ? '' : `*${name}:* `}${escapeMarkdown(take(cell, budget))}`);
  }
  return shown.join('; ');
}

const GAP = '  ';
/** Characters of a fixed width that fit a phone's screen without breaking. */
const NARROW = 48;

/** Lines of a fixed width; where they would end the code block that shows them, plain lines. */
function fixed(lines: readonly string[], budget: Budget): string {
  const text = take(lines.join('\n'), budget);
  return codeBlock(text) ?? escapeMarkdown(text);
}

function words({ text, highlights }: ExcerptPart, budget: Budget): string {
  const line = flat(text);
  const shown = take(line, budget);
  const end = shown === line ? line.length : shown.length - 1;
  return highlighted(
    shown,
    highlights.filter(([, to]) => to <= end),
  );
}

/** On one line, no character more or less. */
function flat(text: string): string {
  return text.replace(/\s/g, ' ');
}

/** The beginning of a text that still fits, with an ellipsis where it is cut. */
function take(text: string, budget: Budget): string {
  const shown = cut(text, Math.max(budget.left, 1));
  budget.left -= shown === text ? text.length : budget.left;
  return shown;
}
