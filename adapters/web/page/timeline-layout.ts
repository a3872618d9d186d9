import type { EditionSummary } from '../../../src/index.js';

/** An edition with its place in the drawing, whose width is 1000. */
export interface PlacedEdition {
  readonly edition: EditionSummary;
  readonly x: number;
  readonly radius: number;
  readonly label: { readonly text: string; readonly anchor: 'start' | 'middle' | 'end' };
  readonly labelY: number;
  /** Whether only its year is known, so that it stands in the middle of it. */
  readonly isGuess: boolean;
}

/** Where the parts of the timeline's drawing stand. */
export interface TimelineLayout {
  readonly placed: readonly PlacedEdition[];
  /** The first of January of each year. */
  readonly years: readonly { readonly year: number; readonly x: number }[];
  readonly height: number;
}

const WIDTH = 1_000;
const MARGIN = 60;
const ROW = 20;
/** Least distance between two labels of a row, by their letters. */
const LETTER = 7.2;

/**
 * Lays out the editions along the time from the first year to the last. Labels stand above and below the line in turn, and
 * further out where they would touch.
 */
export function layOut(editions: readonly EditionSummary[]): TimelineLayout {
  const times = editions.flatMap((edition) => {
    const time = timeOf(edition);
    return time === undefined ? [] : [{ edition, ...time }];
  });
  const first = Math.floor(Math.min(...times.map(({ at }) => at)));
  const end = Math.floor(Math.max(...times.map(({ at }) => at))) + 1;
  const xOf = (at: number) => MARGIN + ((at - first) / Math.max(1, end - first)) * (WIDTH - 2 * MARGIN);
  const most = Math.max(1, ...editions.map(({ announcements }) => announcements.length));

  const rows: { readonly side: 1 | -1; readonly row: number; end: number }[] = [];
  const placedRows = times.map(({ edition, at }, index) => {
    const x = xOf(at);
    const half = (edition.event.length * LETTER) / 2;
    const side = index % 2 === 0 ? -1 : 1;
    for (let row = 0; ; row++) {
      let taken = rows.find((one) => one.side === side && one.row === row);
      if (taken === undefined) {
        taken = { side, row, end: Number.NEGATIVE_INFINITY };
        rows.push(taken);
      }
      if (taken.end > x - half) continue;
      taken.end = x + half + LETTER;
      return { side, row };
    }
  });
  const depth = Math.max(0, ...placedRows.map(({ row }) => row)) + 1;
  const height = 2 * (44 + depth * ROW);
  return {
    height,
    years: Array.from({ length: end - first + 1 }, (_, index) => ({ year: first + index, x: xOf(first + index) })),
    placed: times.map(({ edition, at, isGuess }, index) => {
      const { side, row } = placedRows[index] ?? { side: 1, row: 0 };
      const x = xOf(at);
      return {
        edition,
        x,
        isGuess,
        radius: 5 + 8 * Math.sqrt(edition.announcements.length / most),
        label: { text: edition.event, anchor: x < 2 * MARGIN ? 'start' : x > WIDTH - 2 * MARGIN ? 'end' : 'middle' },
        labelY: height / 2 + side * (30 + row * ROW) + (side > 0 ? 8 : 0),
      };
    }),
  };
}

/** A point in time as a year with a fraction; `undefined` where not even the year is known. */
function timeOf({ from, year }: EditionSummary): { readonly at: number; readonly isGuess: boolean } | undefined {
  if (from === undefined) return year === undefined ? undefined : { at: year + 0.5, isGuess: true };
  // Of a month alone, its middle.
  const [y = 0, month = 1, day = 15] = from.split('-').map(Number);
  return { at: y + (month - 1) / 12 + (day - 1) / 365, isGuess: false };
}
