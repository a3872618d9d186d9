import type { Answered, Citation, Excerpt, ExcerptPart } from '../../src/index.js';
import { type Budget, shareRoom, take, takePart, whileRoom } from '../chat/budget.js';
import { cut } from '../chat/cut.js';
import { blocksOf, type ExcerptBlock, withEvents } from '../chat/excerpt-blocks.js';
import { layOutTable } from '../chat/table-layout.js';
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
export function quoteExcerpts(answer: Pick<Answered, 'excerpts' | 'citations'>, room: number): RichText[] {
  return shareRoom(room, withEvents(answer), ({ excerpt, event }, budget) => [
    ...(event === undefined ? [] : [section(italic(cut(event, EVENT)))]),
    ...quoteExcerpt(excerpt, budget),
  ]).flat();
}

/** The passages around a citation, as quotes. */
export function quotePassage(text: string, citation: Pick<Citation, 'number'>, room: number): RichText[] {
  return [quote(plain(cut(text.replaceAll('\t', ' '), room)), plain(` [${citation.number}]`))];
}

const EVENT = 150;

function quoteExcerpt({ parts, label, citation }: Excerpt, budget: Budget): RichText[] {
  const mark = plain(` [${citation}]`);
  const elements = whileRoom(blocksOf(parts), budget, (block, index) =>
    quoteBlock(block, index === 0 && label !== undefined ? [italic(`${label}: `)] : [], budget),
  ).flat();
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
  return whileRoom(parts, budget, (part, index) => {
    const { text, highlights } = takePart(part, budget);
    return [...(index > 0 ? [plain(' ')] : []), ...highlighted(text, highlights)];
  }).flat();
}

/** Runs of items of the same depth, each a list: Slack nests lists by their indent alone. */
function lists(items: readonly (readonly ExcerptPart[])[], budget: Budget): RichText[] {
  const runs: { depth: number; items: Run[][] }[] = [];
  whileRoom(items, budget, (parts) => {
    const depth = Math.min(parts[0]?.depth ?? 0, LIMITS.listIndent);
    const item = sentences(parts, budget);
    const last = runs.at(-1);
    if (last?.depth === depth) last.items.push(item);
    else runs.push({ depth, items: [item] });
  });
  return runs.map(({ depth, items }) => list(items, depth)).filter(({ elements }) => elements.length > 0);
}

/** Columns side by side when they fit a phone's screen, else each row as an item with its cells named by the header. */
function table(parts: readonly ExcerptPart[], budget: Budget): RichText[] {
  const layout = layOutTable(parts);
  if (layout.form === 'lines') return [preformatted(plain(take(layout.lines.join('\n'), budget)))];
  return [list(whileRoom(layout.rows, budget, (row) => namedCells(layout.names, row, budget)))];
}

function namedCells(names: readonly string[], row: readonly string[], budget: Budget): Run[] {
  return whileRoom(row, budget, (cell, column) => {
    const name = names[column] ?? '';
    return [
      plain(column === 0 ? '' : '; '),
      ...(name === '' ? [] : [bold(take(`${name}: `, budget))]),
      plain(take(cell, budget)),
    ];
  }).flat();
}
