import type { Answered, Excerpt, ExcerptPart } from '../../src/index.js';
import { type Budget, shareRoom, take, takePart, whileRoom } from '../chat/budget.js';
import { cut } from '../chat/cut.js';
import { blocksOf, type ExcerptBlock, withEvents } from '../chat/excerpt-blocks.js';
import { layOutTable } from '../chat/table-layout.js';
import { codeBlock, escapeLine, escapeMarkdown, highlighted, quoted } from './markdown.js';

/**
 * The excerpts of an answer as quotes, matched words in bold, each followed by the number of its citation. Excerpts of several
 * events are told apart by a line before them.
 *
 * @param room UTF-16 code units for the words of all excerpts, before they are escaped. Each is given its share and cut beyond
 *   it; what one leaves over goes to those after it. The citations' numbers are never cut.
 */
export function quoteExcerpts(answer: Pick<Answered, 'excerpts' | 'citations'>, room: number): string {
  return shareRoom(room, withEvents(answer), ({ excerpt, event }, budget) => {
    const heading = event === undefined ? '' : `*${escapeLine(cut(event, EVENT))}*\n`;
    return heading + quoteExcerpt(excerpt, budget);
  }).join('\n\n');
}

/** A passage as a quote. */
export function quotePassage(text: string, number: number, room: number): string {
  return quoted(`${escapeLine(cut(text, room))} \\[${number}\\]`);
}

const EVENT = 100;

function quoteExcerpt({ parts, label, citation }: Excerpt, budget: Budget): string {
  const text = whileRoom(blocksOf(parts), budget, (block) => quoteBlock(block, budget)).join('\n');
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
  return whileRoom(parts, budget, (part) => {
    const { text, highlights } = takePart({ ...part, text: flat(part.text) }, budget);
    return highlighted(text, highlights);
  }).join(' ');
}

function list(items: readonly (readonly ExcerptPart[])[], budget: Budget): string {
  return whileRoom(items, budget, (parts) => {
    const depth = Math.min(parts[0]?.depth ?? 0, DEEPEST);
    return `${'  '.repeat(depth)}- ${sentences(parts, budget)}`;
  }).join('\n');
}

/** Discord shows lists that are nested deeper as if they were not. */
const DEEPEST = 10;

/** Columns side by side when they fit a phone's screen, else each row as an item with its cells named by the header. */
function table(parts: readonly ExcerptPart[], budget: Budget): string {
  const layout = layOutTable(parts);
  if (layout.form === 'lines') return fixed(layout.lines, budget);
  return whileRoom(layout.rows, budget, (row) => `- ${namedCells(layout.names, row, budget)}`).join('\n');
}

function namedCells(names: readonly string[], row: readonly string[], budget: Budget): string {
  return whileRoom(row, budget, (cell, column) => {
    const name = escapeMarkdown(take(names[column] ?? '', budget)).trim();
    return `${name === '' ? '' : `*${name}:* `}${escapeMarkdown(take(cell, budget))}`;
  }).join('; ');
}

/** Lines of a fixed width; where they would end the code block that shows them, plain lines. */
function fixed(lines: readonly string[], budget: Budget): string {
  const text = take(lines.join('\n'), budget);
  return codeBlock(text) ?? escapeMarkdown(text);
}

/** On one line, no character more or less. */
function flat(text: string): string {
  return text.replace(/\s/g, ' ');
}
