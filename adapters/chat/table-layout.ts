import type { ExcerptPart } from '../../src/index.js';

/**
 * A table as a chat can show it, which has no tables in a quote: lines of a fixed width where all columns fit a phone's screen
 * side by side, else its rows, whose cells are each named by the header. A cell is one line.
 */
export type TableLayout =
  | { readonly form: 'lines'; readonly lines: readonly string[] }
  | {
      readonly form: 'rows';
      /** The header's cells; empty without a header. */
      readonly names: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

/** Lays out the rows of a table: parts whose cells are separated by tabs, the header first if there is one. */
export function layOutTable(parts: readonly ExcerptPart[]): TableLayout {
  const cells = parts.map(({ text }) => text.split('\t').map((cell) => cell.replace(/\s/g, ' ')));
  const hasHeader = parts[0]?.role === 'header';
  const widths = Array.from({ length: Math.max(0, ...cells.map((row) => row.length)) }, (_, column) =>
    Math.max(...cells.map((row) => width(row[column] ?? ''))),
  );
  if (widths.reduce((sum, one) => sum + one + GAP.length, 0) <= NARROW) {
    const lines = cells.map((row) =>
      row
        .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell)))
        .join(GAP)
        .trimEnd(),
    );
    if (hasHeader) lines.splice(1, 0, widths.map((one) => '-'.repeat(one)).join(GAP));
    return { form: 'lines', lines };
  }
  const isNamed = hasHeader && cells.length > 1;
  return { form: 'rows', names: isNamed ? (cells[0] ?? []) : [], rows: isNamed ? cells.slice(1) : cells };
}

const GAP = '  ';
/** Characters of a fixed width that fit a phone's screen without breaking. */
const NARROW = 48;

function width(cell: string): number {
  return [...cell].length;
}
