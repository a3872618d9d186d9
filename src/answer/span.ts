import type { LineRange, Passage } from '../notes/note.js';
import type { IndexedPassage } from '../search/passage-index.js';

/** A contiguous run of a passage's sentences, chosen to be shown. */
export interface Span {
  readonly entry: IndexedPassage;
  /** Index of the first sentence. */
  readonly from: number;
  /** Index of the last sentence, `>= from`. */
  readonly to: number;
}

/** Length of a span as it is shown, in UTF-16 code units: its text, line breaks, and the marks and indents of list items. */
export function lengthOf({ entry, from, to }: Span): number {
  let length = to - from;
  for (let i = from; i <= to; i++) {
    const sentence = entry.passage.sentences[i];
    length += sentence?.text.length ?? 0;
    if (sentence?.role === 'item') length += 2 * (1 + (sentence.depth ?? 0));
  }
  return length;
}

/**
 * Length of several spans as they are shown: where they tell of different events, each stands under the name of its own.
 * In UTF-16 code units.
 */
export function shownLength(spans: readonly Span[]): number {
  const names = spans.map(eventName);
  const several = new Set(names).size > 1;
  return spans.reduce((sum, span, i) => sum + lengthOf(span) + 1 + (several ? (names[i]?.length ?? 0) + 2 : 0), -1);
}

function eventName({ entry: { note, section } }: Span): string {
  const day = section.day ?? note.day;
  return `${section.event ?? note.event ?? ''}${day === undefined ? '' : `, day ${day}`}`;
}

/** The lines of the note's file that hold a span. */
export function linesOf({ entry, from, to }: Span): LineRange {
  const lines = entry.passage.sentences.slice(from, to + 1).map((sentence) => sentence.lines);
  return { from: Math.min(...lines.map((own) => own.from)), to: Math.max(...lines.map((own) => own.to)) };
}

/** Whether a sentence lies in a span. */
export function covers(span: Span, entry: IndexedPassage, index: number): boolean {
  return span.entry.passage === entry.passage && span.from <= index && index <= span.to;
}

/** The span that two spans of a passage make together, if they touch or overlap. */
export function joined(a: Span, b: Span): Span | undefined {
  if (a.entry.passage !== b.entry.passage) return undefined;
  if (a.from > b.to + 1 || b.from > a.to + 1) return undefined;
  return { entry: a.entry, from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) };
}

/** Whether a passage is a list or table, whose parts belong together. */
export function isEnumeration({ kind }: Passage): boolean {
  return kind === 'list' || kind === 'table';
}
