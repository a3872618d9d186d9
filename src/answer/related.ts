import type { LineRange, Note } from '../notes/note.js';
import type { Query } from '../question/query.js';
import type { Citation } from './answer.js';
import { type Catalogue, type CatalogueEntry, contentTerms, touches } from './catalogue.js';

/** How many questions are offered beside an answer. */
export const MOST_RELATED = 3;

/**
 * Questions about what stands near an answer: in its sections first, then in its notes or with its rare names. Neither the
 * question itself in other words, nor one that the shown lines answer; no two alike.
 */
export function relatedToAnswer(
  catalogue: Catalogue,
  notes: ReadonlyMap<string, Note>,
  { standalone }: Query,
  citations: readonly Citation[],
): string[] {
  const words = contentTerms([standalone, ...citations.map(({ quote }) => quote.slice(0, MAX_QUOTE))].join('\n'));
  const near = new Set([
    ...citations.flatMap(({ note }) => catalogue.of(note)),
    ...[...words].filter((term) => catalogue.isName(term) && catalogue.rarity(term) >= RARE).flatMap(catalogue.naming),
  ]);
  const asked = contentTerms(standalone);
  const scored = [...near]
    .filter((entry) => !isParaphrase(entry.terms, asked) && !isShown(entry, citations))
    .map((entry) => ({
      entry,
      score: nearness(entry, notes, citations) + Math.min(MOST_SHARED, shared(entry, words, catalogue)),
    }));
  return chosen(scored);
}

/**
 * Questions that share a rare name, or two telling words, with a question that was not answered; examples where there are
 * none.
 */
export function relatedToQuestion(catalogue: Catalogue, { terms, standalone }: Query): string[] {
  const asked = contentTerms(standalone);
  const telling = terms.flatMap(({ term, weight }) => (weight >= TELLING ? [term] : []));
  const near = new Set(telling.flatMap((term) => catalogue.holding(term)));
  const words = new Set(telling);
  const scored = [...near]
    .filter(({ terms: own }) => !isSame(own, asked))
    .filter(({ terms: own }) => {
      const held = telling.filter((term) => own.has(term));
      return (
        held.some((term) => catalogue.isName(term) && catalogue.rarity(term) >= RARE_NAME) ||
        held.filter((term) => catalogue.rarity(term) >= RARE).length > 1
      );
    })
    .map((entry) => ({ entry, score: shared(entry, words, catalogue) - entry.question.length / LENGTH_COUNTS }));
  const found = chosen(scored);
  return found.length > 0 ? found : [...catalogue.examples(MOST_RELATED)];
}

/** What standing in a shown section, or in a shown note, counts beside shared words; see {@link Catalogue.rarity}. */
const SAME_SECTION = 6;
const SAME_NOTE = 3;
/** What shared words count at most beside that: a name leads to another note, but not past the shown section. */
const MOST_SHARED = 5;
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

function nearness(
  { places }: CatalogueEntry,
  notes: ReadonlyMap<string, Note>,
  citations: readonly Citation[],
): number {
  let best = 0;
  for (const { note, lines } of places) {
    for (const shown of citations) {
      if (shown.note !== note) continue;
      const section = notes
        .get(note)
        ?.sections.find((one) => touches(one.lines, { from: shown.lines.from, to: shown.lines.from }));
      const same = section !== undefined && touches(section.lines, lines);
      const distance = Math.min(NEIGHBOURS, Math.abs(lines.from - shown.lines.from)) / NEIGHBOURS;
      best = Math.max(best, (same ? SAME_SECTION : SAME_NOTE) - distance);
    }
  }
  return best;
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

/** The best, no two of which are alike; of one form (by its first two words) only where nothing else is left. */
function chosen(scored: { readonly entry: CatalogueEntry; readonly score: number }[]): string[] {
  const ordered = scored.sort((a, b) => b.score - a.score).map(({ entry }) => entry);
  const picked: CatalogueEntry[] = [];
  for (const sameForm of [false, true]) {
    for (const entry of ordered) {
      if (picked.length === MOST_RELATED) break;
      const alike = picked.some(
        (other) => isParaphrase(entry.terms, other.terms) || (!sameForm && formOf(entry) === formOf(other)),
      );
      if (!alike) picked.push(entry);
    }
  }
  return picked.map(({ question }) => question);
}

function formOf({ question }: CatalogueEntry): string {
  return question.split(' ', 2).join(' ');
}

/** Whether two sets of terms ask much the same: one holds the other, or they share more than half of all. */
function isParaphrase(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let both = 0;
  for (const term of a) if (b.has(term)) both++;
  const smaller = Math.min(a.size, b.size);
  return smaller > 0 && (both === smaller || both / (a.size + b.size - both) > 0.5);
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
