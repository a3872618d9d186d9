import { MARKS, markOf } from '../text/terms.js';

/** A set of marks, one bit for each: small enough to be made for every question. */
export type MarkSet = Int32Array;

/** The marks that terms have. */
export function marksOf(terms: Iterable<string>): MarkSet {
  const marks = noMarks();
  for (const term of terms) addMark(marks, markOf(term));
  return marks;
}

/** A set without any. */
export function noMarks(): MarkSet {
  return new Int32Array(MARKS / BITS);
}

/** Adds a mark, below {@link MARKS}. */
export function addMark(marks: MarkSet, mark: number): void {
  marks[mark >>> SHIFT] = (marks[mark >>> SHIFT] as number) | (1 << (mark & (BITS - 1)));
}

/** Whether a mark, below {@link MARKS}, is in the set. */
export function hasMark(marks: MarkSet, mark: number): boolean {
  return ((marks[mark >>> SHIFT] as number) & (1 << (mark & (BITS - 1)))) !== 0;
}

const BITS = 32;
const SHIFT = 5;
