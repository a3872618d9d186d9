import stringWidth from 'fast-string-width';
import type { Excerpt, ExcerptPart } from '../../src/index.js';
import type { Style } from './style.js';

/**
 * An excerpt on a screen: running text wrapped, list items with hanging bullets, tables in columns, code as it stands, a
 * front-matter field with its label. `mark`, the number of its citation, ends the last line.
 */
export function showExcerpt({ parts, label }: Excerpt, mark: string, style: Style, width: number): string {
  const blocks = blocksOf(parts);
  return blocks
    .map((block, index) => {
      const isFirst = index === 0 && label !== undefined;
      const start = isFirst ? `${style.dim(`${style.plain(label)}:`)} ` : '';
      return showBlock(block, start, index === blocks.length - 1 ? ` ${mark}` : '', style, width);
    })
    .join('\n');
}

function showBlock({ form, parts }: Block, start: string, end: string, style: Style, width: number): string {
  const texts = () => parts.map(({ text, highlights }) => style.marked(text, highlights));
  switch (form) {
    case 'text':
      return style.wrap(start + texts().join(' ') + end);
    case 'item': {
      const indent = '  '.repeat(Math.min(parts[0]?.depth ?? 0, MAX_DEPTH));
      return style.wrap(texts().join(' ') + end, `${indent}  `, `${indent}- `);
    }
    case 'code':
      return texts()
        .map((line) => `    ${line.replaceAll('\t', '  ')}`)
        .join('\n')
        .concat('\n   ', end); // apart from the code, which is there to be copied
    case 'table':
      return showTable(parts, style, width) + end;
  }
}

/** Deeper lists are shown no deeper, so that there is room for their words. */
const MAX_DEPTH = 6;

interface Block {
  readonly form: 'text' | 'item' | 'code' | 'table';
  readonly parts: readonly ExcerptPart[];
}

/** Parts that are laid out together: sentences of a paragraph, of a list item, lines of code, rows of a table. */
function blocksOf(parts: readonly ExcerptPart[]): readonly Block[] {
  const blocks: { form: Block['form']; parts: ExcerptPart[] }[] = [];
  for (const part of parts) {
    const form = formOf(part);
    const last = blocks.at(-1);
    if (last?.form === form && (form !== 'item' || part.continues)) last.parts.push(part);
    else blocks.push({ form, parts: [part] });
  }
  return blocks;
}

function formOf({ role }: ExcerptPart): Block['form'] {
  switch (role) {
    case 'item':
      return 'item';
    case 'line':
      return 'code';
    case 'header':
    case 'row':
      return 'table';
    case 'sentence':
    case 'lead-in':
    case 'field':
      return 'text';
  }
}

/** Columns side by side when they fit the screen; otherwise each row as its cells, one a line, under their headings. */
function showTable(rows: readonly ExcerptPart[], style: Style, width: number): string {
  const header = rows[0]?.role === 'header' ? rows[0] : undefined;
  const table = rows.map((row) => style.marked(row.text, row.highlights).split('\t'));
  const columns = Math.max(...table.map((cells) => cells.length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...table.map((cells) => stringWidth(cells[column] ?? ''))),
  );
  const isNarrow = widths.reduce((sum, column) => sum + column + COLUMN_GAP, -COLUMN_GAP) <= width;
  if (!isNarrow) return stackRows(table, header !== undefined, style);

  const lines = table.map((cells) =>
    widths
      .map((column, index) => padded(cells[index] ?? '', column))
      .join(' '.repeat(COLUMN_GAP))
      .trimEnd(),
  );
  if (header !== undefined) lines.splice(1, 0, widths.map((column) => '-'.repeat(column)).join(' '.repeat(COLUMN_GAP)));
  return lines.join('\n');
}

const COLUMN_GAP = 2;

function stackRows(table: readonly (readonly string[])[], hasHeader: boolean, style: Style): string {
  const names = hasHeader ? (table[0] ?? []) : [];
  return (hasHeader ? table.slice(1) : table)
    .map((cells) =>
      cells
        .map((cell, column) => {
          const name = names[column] ? `${names[column]}: ` : '';
          return style.wrap(`${name}${cell}`, '  ', column === 0 ? '- ' : '  ');
        })
        .join('\n'),
    )
    .join('\n');
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(width - stringWidth(text));
}
