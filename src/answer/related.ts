import type { LineRange } from '../notes/note.js';
import type { Query } from '../question/query.js';
import { forEachWord } from '../text/terms.js';
import { TRAIT } from '../text/traits.js';
import type { Citation } from './answer.js';
import { type Catalogue, type CatalogueEntry, contentTerms } from './catalogue.js';

/** How many questions are offered beside an answer. */
export const MOST_RELATED = 3;
/** How many are tried for that. Of questions found in real notes nineteen in twenty are answered, so that more are seldom needed. */
const MOST_TRIED = MOST_RELATED;

/**
 * Questions to ask after an answer: those that hold most of what was asked about or a rare name in it, those of the shown sections, and those about a name that
 * the answer shows, in this order. Rather none than one about something else. Neither the question itself in other words, nor one
 * that the shown lines answer; no two alike.
 */
export function relatedToAnswer(
  catalogue: Catalogue,
  { standalone }: Query,
  citations: readonly Citation[],
): Promise<string[]> {
  const asked = contentTerms(standalone);
  const shown = contentTerms(citations.map(({ quote }) => quote.slice(0, MAX_QUOTE)).join('\n'));
  // Most terms are in no question at all.
  const isRareName = (term: string) =>
    catalogue.holding(term).length > 0 && catalogue.isName(term) && catalogue.rarity(term) >= RARE;
  const scores = new Map<CatalogueEntry, number>();
  const raise = (entry: CatalogueEntry, score: number) => scores.set(entry, (scores.get(entry) ?? 0) + score);
  const named = new Set([...asked].filter(isRareName).flatMap(catalogue.naming));
  for (const entry of new Set([...named, ...mostTelling(asked, catalogue).flatMap(catalogue.holding)])) {
    const part = share(asked, entry.terms, catalogue);
    if (part >= MOST_OF_SUBJECT || named.has(entry)) raise(entry, SAME_SUBJECT * part);
  }
  for (const entry of new Set(citations.flatMap(({ note, section }) => catalogue.under(note, section)))) {
    // The section itself has just been shown.
    if (entry.kind === 'question') raise(entry, SAME_SECTION - distance(entry, citations));
  }
  for (const entry of new Set([...shown].filter(isRareName).flatMap(catalogue.naming))) {
    if ([...entry.terms].every((term) => shown.has(term) || asked.has(term))) raise(entry, SHOWN_NAME);
  }
  const scored = [...scores]
    .filter(([entry]) => !asksTheSame(entry, asked) && !isShown(entry, citations))
    .map(([entry, score]) => ({ entry, score: score - entry.question.length / LONG_QUESTION }));
  return chosen(scored, catalogue);
}

/**
 * Questions that share a rare name, or two telling words, with a question that was not answered; examples where there are
 * none.
 */
export async function relatedToQuestion(catalogue: Catalogue, { terms, standalone }: Query): Promise<string[]> {
  const asked = contentTerms(standalone);
  const telling = terms.flatMap(({ term, weight }) => (weight >= TELLING ? [term] : []));
  const near = new Set(telling.flatMap((term) => catalogue.holding(term)));
  const words = new Set(telling);
  const scored = [...near]
    .filter(({ terms: own }) => !isSame(own, asked))
    .filter(({ question, terms: own }) => {
      const held = telling.filter((term) => own.has(term));
      const isHelpful = (term: string) => catalogue.isName(term) && catalogue.rarity(term) >= RARE_NAME;
      return (
        held.some((term) => isHelpful(term) && !isGivenNameOfAnother(term, question, asked)) ||
        held.filter((term) => catalogue.rarity(term) >= RARE).length > 1
      );
    })
    .map((entry) => ({ entry, score: shared(entry, words, catalogue) - entry.question.length / LENGTH_COUNTS }));
  const found = await chosen(scored, catalogue);
  return found.length > 0 ? found : [...(await catalogue.examples(MOST_RELATED))];
}

/** Part of what was asked about, by what its terms tell, from which on a question is about the same. */
const MOST_OF_SUBJECT = 0.6;
/** What holding all that was asked about counts, standing in a shown section, and being about a name that is shown. */
const SAME_SUBJECT = 6;
const SAME_SECTION = 4;
const SHOWN_NAME = 2;
/** So many letters more count as much as standing a section's length away. */
const LONG_QUESTION = 60;
/** Lines between two places after which they are no longer neighbours. */
const NEIGHBOURS = 40;
/** Rarity from which on a name in the question leads to others: what it says itself weighs more than what the answer says. */
const RARE_NAME = 1.5;
/** Rarity from which on two words together lead to other questions: one in twelve holds such a word at most. */
const RARE = 2.5;
/** Weight of a word of the question from which on it tells what is asked. */
const TELLING = 0.3;
/** Characters of an excerpt that are read for names. */
const MAX_QUOTE = 600;
/** So many letters more count as much as a word that is e times as rare. */
const LENGTH_COUNTS = 40;

/** How far the nearest place of a question is from what is shown in its note, from 0 to 1. */
function distance({ places }: CatalogueEntry, citations: readonly Citation[]): number {
  let least = NEIGHBOURS;
  for (const { note, lines } of places) {
    for (const shown of citations) {
      if (shown.note === note) least = Math.min(least, Math.abs(lines.from - shown.lines.from));
    }
  }
  return least / NEIGHBOURS;
}

/** The fewest terms without one of which a question cannot hold {@link MOST_OF_SUBJECT}: no need to look at all that say "Docker". */
function mostTelling(terms: ReadonlySet<string>, { rarity }: Catalogue): string[] {
  const ordered = [...terms].sort((a, b) => rarity(b) - rarity(a));
  const all = ordered.reduce((sum, term) => sum + rarity(term), 0);
  let left = all;
  return ordered.filter((term) => {
    const isNeeded = left >= MOST_OF_SUBJECT * all;
    left -= rarity(term);
    return isNeeded;
  });
}

/** The part of what some terms tell that is told by those which a set holds, from 0 to 1. */
function share(terms: ReadonlySet<string>, held: ReadonlySet<string>, { rarity }: Catalogue): number {
  let all = 0;
  let both = 0;
  for (const term of terms) {
    all += rarity(term);
    if (held.has(term)) both += rarity(term);
  }
  return all === 0 ? 0 : both / all;
}

function shared({ terms }: CatalogueEntry, words: ReadonlySet<string>, catalogue: Catalogue): number {
  let sum = 0;
  let all = 0;
  for (const term of terms) {
    const rarity = catalogue.rarity(term);
    all += rarity;
    if (words.has(term)) sum += rarity;
  }
  return all === 0 ? 0 : sum * (0.5 + (0.5 * sum) / all);
}

/**
 * The best that are answered, no two of which are alike; of one form (by its first two words) only where nothing else is left. Of
 * no more than {@link MOST_TRIED} is it found out whether they are: each may cost as much as the answer itself.
 */
async function chosen(
  scored: { readonly entry: CatalogueEntry; readonly score: number }[],
  { isAnswered }: Catalogue,
): Promise<string[]> {
  const ordered = scored.sort((a, b) => b.score - a.score).map(({ entry }) => entry);
  const picked: CatalogueEntry[] = [];
  const tried = new Set<CatalogueEntry>();
  for (const sameForm of [false, true]) {
    for (const entry of ordered) {
      if (picked.length === MOST_RELATED) break;
      const alike = picked.some(
        (other) => isParaphrase(entry.terms, other.terms) || (!sameForm && formOf(entry) === formOf(other)),
      );
      if (alike || (tried.size === MOST_TRIED && !tried.has(entry))) continue;
      tried.add(entry);
      if (await isAnswered(entry)) picked.push(entry);
    }
  }
  return picked.map(({ question }) => question);
}

function formOf({ question }: CatalogueEntry): string {
  return question.split(' ', 2).join(' ');
}

/** Whether two sets of terms ask much the same: they share more than half of all. */
function isParaphrase(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return overlap(a, b) > 0.5;
}

/** Whether a name goes on in a question as it was not asked for: who asks about one Ann is not helped by "Who is Ann Lee?". */
function isGivenNameOfAnother(name: string, question: string, asked: ReadonlySet<string>): boolean {
  const words: { readonly term: string; readonly isCapital: boolean }[] = [];
  forEachWord(question, ({ term, traits }) => {
    words.push({ term, isCapital: (traits & TRAIT.capital) !== 0 });
  });
  return words.some(({ term }, i) => {
    const next = words[i + 1];
    return term === name && next?.isCapital === true && !asked.has(next.term);
  });
}

/** Whether a question asks what has just been asked, in other words. */
function asksTheSame({ terms }: CatalogueEntry, asked: ReadonlySet<string>): boolean {
  return overlap(terms, asked) >= 0.75;
}

/** The number of common terms by the number of all (Jaccard). */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const term of a) if (b.has(term)) both++;
  return both / Math.max(1, a.size + b.size - both);
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((term) => b.has(term));
}

/** Whether the shown lines hold all that answers a question. */
function isShown({ places }: CatalogueEntry, citations: readonly Citation[]): boolean {
  return places.some(({ note, lines }) => citations.some((shown) => shown.note === note && holds(shown.lines, lines)));
}

function holds(outer: LineRange, inner: LineRange): boolean {
  return outer.from <= inner.from && inner.to <= outer.to;
}
