import type { Passage } from '../notes/note.js';
import type { QuestionKind } from '../question/query.js';
import type { RankedSentence } from '../search/ranking.js';
import { isEnumeration, lengthOf, type Span } from './span.js';

/**
 * The smallest run of sentences around a chosen one that can be understood: a list with its lead-in, a list item with all
 * its sentences, a row with its header, a sentence with the one that its pronoun points back to.
 */
export function spanOf({ passage, index }: RankedSentence, kind: QuestionKind): Span {
  const { entry } = passage.candidate;
  const alone: Span = { entry, from: index, to: index };
  if (isEnumeration(entry.passage)) return enumerationSpan(alone, kind);
  if (entry.passage.kind === 'code') return { entry, from: 0, to: entry.passage.sentences.length - 1 };
  const sentence = entry.passage.sentences[index];
  if (index > 0 && POINTS_BACK.test(sentence?.text ?? '')) {
    const withBefore: Span = { entry, from: index - 1, to: index };
    if (lengthOf(withBefore) <= LONGEST_PAIR) return withBefore;
  }
  if (kind === 'reason' && GIVES_REASON.test(entry.passage.sentences[index + 1]?.text ?? '')) {
    return { entry, from: index, to: index + 1 };
  }
  return endsOpen(sentence?.text ?? '') ? withWhatFollows(alone) : alone;
}

/** A sentence that begins so says little without the one before it. */
const POINTS_BACK = /^(?:it|its|he|she|they|this|these|those|that|his|her|their|such|then|also|there)\b/i;
/** A sentence that begins so tells why what stands before it is so. */
const GIVES_REASON =
  /^(?:(?:this|that|it)(?:['’]s| is| was)(?: mainly| partly| simply| probably| largely)? (?:because|due to|so that|to)|because|the reasons?\b|otherwise|why\b)/i;
const LONGEST_PAIR = 500;
/** Longest list that is shown whole although one item was asked for, and longest list at all, in characters. */
const SHORT_LIST = 420;
const LONG_LIST = 900;

/** A sentence that announces another, or asks what the next ones answer. */
function endsOpen(text: string): boolean {
  return /[:：?？]["'”’)\]]?$/.test(text);
}

/** What leads into the list that a span is an item of, where it is not shown with it: an item alone seldom says what it is one of. */
export function leadIn({ entry, from }: Span): Span | undefined {
  const { sentences } = entry.passage;
  if (sentences[from]?.role !== 'item') return undefined;
  const at = sentences.findLastIndex(
    ({ role, text }, i) => i < from && role === 'lead-in' && text.length <= LONGEST_LEAD_IN,
  );
  return at === -1 ? undefined : { entry, from: at, to: at };
}

const LONGEST_LEAD_IN = 250;

/** What a span announces, where it is the end of its passage: the list or paragraph that comes next in the section. */
export function continuation({ entry, to }: Span): Span | undefined {
  const { note, section, passage } = entry;
  if (to < passage.sentences.length - 1 || !endsOpen(passage.sentences[to]?.text ?? '')) return undefined;
  const next = note.passages[note.passages.indexOf(passage) + 1];
  if (next === undefined || note.sections[next.section] !== section) return undefined;
  return cut({ entry: { note, section, passage: next }, from: 0, to: next.sentences.length - 1 }, SHORT_LIST);
}

/** As much of a span's beginning as fits. */
function cut(span: Span, longest: number): Span {
  let { to } = span;
  while (to > span.from && lengthOf({ ...span, to }) > longest) to--;
  return { ...span, to };
}

function withWhatFollows(span: Span): Span {
  const to = Math.min(span.entry.passage.sentences.length - 1, span.from + MOST_FOLLOWING);
  return cut({ ...span, to }, SHORT_LIST);
}

const MOST_FOLLOWING = 4;

function enumerationSpan(found: Span, kind: QuestionKind): Span {
  const { passage } = found.entry;
  const whole: Span = { entry: found.entry, from: 0, to: passage.sentences.length - 1 };
  const role = passage.sentences[found.from]?.role;
  const asksForAll = kind === 'list' || role === 'lead-in' || role === 'header';
  if (lengthOf(whole) <= (asksForAll ? LONG_LIST : SHORT_LIST)) return whole;
  if (!asksForAll) return itemSpan(found, passage);
  return cut({ ...found, to: passage.sentences.length - 1 }, LONG_LIST);
}

/** All sentences of an item, and the items nested in it; a row or lead-in is itself. */
function itemSpan(found: Span, passage: Passage): Span {
  const own = passage.sentences[found.from];
  if (own?.role !== 'item') return found;
  let { from, to } = found;
  while (passage.sentences[from - 1]?.item === own.item && from > 0) from--;
  for (let next = passage.sentences[to + 1]; next !== undefined; next = passage.sentences[to + 1]) {
    if (next.item !== own.item && (next.depth ?? 0) <= (own.depth ?? 0)) break;
    if (lengthOf({ entry: found.entry, from, to: to + 1 }) > SHORT_LIST) break;
    to++;
  }
  return { entry: found.entry, from, to };
}
