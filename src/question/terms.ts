import { isCommonWord } from '../text/common-words.js';
import type { Organisations } from '../text/organisations.js';
import { isStopWord } from '../text/stop-words.js';
import { termOf } from '../text/terms.js';
import { compoundsOf } from './compound-terms.js';
import type { Corpus } from './corpus.js';
import { isEventName } from './editions.js';
import { frameWeight } from './frame.js';
import { isIdle } from './idle-words.js';
import { addNumbers, isRank } from './numbers.js';
import { isCalledProject, isStrangeProject } from './project-names.js';
import type { Correction, QueryTerm } from './query.js';
import { type Repair, repairsOf } from './repair.js';
import { addExpansions, addSurname, addSynonyms, addVariant, namesOf, type Variants } from './variants.js';
import type { Word } from './words.js';

/** At most so many terms are looked up: more words than that only cost time. */
export const MAX_TERMS = 64;

/** A term with the position, in the question's words, of the word it comes from. */
export interface PlacedTerm extends QueryTerm {
  readonly at: number;
}

/** What a question's words come to. */
export interface QuestionTerms {
  readonly terms: readonly PlacedTerm[];
  readonly corrections: readonly Correction[];
  readonly suggestions: readonly Correction[];
  /** Words that no note knows in any form. */
  readonly unknown: readonly string[];
}

/**
 * The terms to look for, with their weights and everything that can stand for them.
 *
 * @param used positions that only say the scope.
 * @param asides positions that only tell where the asker has it from.
 */
export function termsOf(
  words: readonly Word[],
  used: ReadonlySet<number>,
  asides: ReadonlySet<number>,
  corpus: Corpus,
): QuestionTerms {
  const positions = heaviest(contentOf(words, used), words, corpus);
  const asked = new Set(positions.map((i) => words[i]?.term ?? ''));
  const compounds = compoundsOf(words, positions, used, corpus);
  const repairs = repairsOf(
    words,
    positions.filter((i) => !compounds.has(i)),
    corpus,
  );
  const terms: PlacedTerm[] = [];
  const unknown: string[] = [];
  const taken = new Set<number>();
  /** Of "federal agency", the word that only says that it is one. */
  const generic = new Set<number>();
  for (const i of positions) {
    const word = words[i];
    if (word === undefined || taken.has(i)) continue;
    const compound = compounds.get(i);
    const repair = repairs.get(i);
    for (const part of compound?.replaces ?? []) taken.add(part);
    // A slip in an ordinary word is read as the word that was meant; a name keeps its doubt, as a variant.
    const meant = repair?.variants.length === 1 && repair.correction !== undefined && !repair.name;
    const phrase = corpus.lexicon
      .phraseOf(word.term, words[i + 1]?.term ?? '')
      .filter((meaning) => corpus.frequency(meaning.term) > 0);
    if (phrase.length > 0) taken.add(i + 1);
    const organisations = organisationsAt(i, words, corpus);
    if (organisations.pair) generic.add(i + 1);
    const term = compound?.term ?? (meant ? repair.variants[0]?.term : undefined) ?? word.term;
    const variants: Variants = new Map(compound?.variants ?? []);
    for (const variant of [...phrase, ...organisations.names, ...(repair?.variants ?? [])])
      addVariant(variants, variant.term, variant.weight);
    const short = positions.length <= MOST_NAMES;
    // "Business" in "Business Insider" is no company in general: parts of a name have no synonyms.
    const named = short && !corpus.eventNames.has(word.word) && addExpansions(variants, term, asked, corpus);
    if (!named && phrase.length === 0) addSynonyms(variants, term, corpus);
    if (short) addSurname(variants, term, corpus);
    addNumbers(variants, words, i, corpus);
    variants.delete(term);
    const names = short ? namesOf(term, corpus) : [];
    const name =
      !generic.has(i) &&
      (named || isWrittenAsName(word, i) || /\d/.test(word.text) || isKnownName(term, variants, corpus));
    const isGeneric = generic.has(i) || isCalledProject(words, i, corpus);
    const tells = phrase.length > 0 || isRank(words, i);
    const frame = tells ? undefined : isGeneric ? GENERIC : frameWeight(term);
    const own = frame ?? weightOf(word, name, corpus);
    const weight = asides.has(i) || isIdle(words, i) ? Math.min(own, name ? NAME_ASIDE : ASIDE) : own;
    terms.push({
      at: i,
      text: compound?.text ?? repair?.correction?.to ?? word.text,
      term,
      variants: [...variants]
        .map(([variant, fit]) => ({ term: variant, weight: fit }))
        .sort(byWeight)
        .slice(0, MOST_VARIANTS),
      ...(names.length === 0 ? {} : { names }),
      weight,
      name,
      ...(asides.has(i) ? { aside: true } : {}),
      ...(isStrangeProject(words, i, corpus) ? { stranger: true } : {}),
    });
    const isUnknown = corpus.frequency(term) === 0 && [...variants.values()].every((fit) => fit < STANDS_FOR);
    if (isUnknown && frameWeight(term) === undefined) unknown.push(word.text.replace(/['’]s$/, ''));
  }
  return {
    terms,
    unknown: [...new Set(unknown)],
    corrections: valuesOf(repairs, 'correction'),
    suggestions: valuesOf(repairs, 'suggestion'),
  };
}

/** The organisations of the notes that a word, or it and the next, may mean: "the card company". */
function organisationsAt(i: number, words: readonly Word[], { lexicon, frequency }: Corpus): Organisations {
  const { names, pair } = lexicon.organisationsCalled(words[i]?.term ?? '', words[i + 1]?.term ?? '');
  const known = names.filter(({ term }) => frequency(term) > 0);
  return { names: known, pair: pair && known.length > 0 };
}

/** Whether a word was typed like a name: a capital inside the question, or a capital behind another letter. */
export function isWrittenAsName(word: Word, i: number): boolean {
  if (isStopWord(word.word)) {
    // "IT" and "US" are names, "it" and "us" are not; a question all in capitals is not told apart.
    return word.text.length > 1 && word.text === word.text.toUpperCase() && /\p{Lu}/u.test(word.text);
  }
  return (i > 0 && /^\p{Lu}/u.test(word.text)) || /\p{L}\p{Lu}/u.test(word.text);
}

/** Of what only tells where the asker has it from: a name in it may tell the right place from others. */
const NAME_ASIDE = 0.4;
const ASIDE = 0.1;
const MOST_VARIANTS = 16;
/** Abbreviations and surnames are looked up for questions of ordinary length only. */
const MOST_NAMES = 24;
/** A variant of at least this weight makes a word known. */
const STANDS_FOR = 0.5;
const NAME_SHARE = 0.7;

/** Positions of the first word of each term that is worth looking up. */
function contentOf(words: readonly Word[], used: ReadonlySet<number>): number[] {
  const seen = new Set<string>();
  const positions: number[] = [];
  words.forEach((word, i) => {
    const skip = used.has(i) || seen.has(word.term) || frameWeight(word.term) === 0;
    if (skip || (isStopWord(word.word) && !isWrittenAsName(word, i))) return;
    seen.add(word.term);
    positions.push(i);
  });
  return positions;
}

function heaviest(positions: number[], words: readonly Word[], corpus: Corpus): number[] {
  if (positions.length <= MAX_TERMS) return positions;
  // What is rarest says most, but words that no note knows say nothing about where to look.
  const ranked = positions.map((i) => {
    const frequency = corpus.frequency(words[i]?.term ?? '');
    return { i, order: frequency === 0 ? Number.MAX_SAFE_INTEGER : frequency };
  });
  ranked.sort((a, b) => a.order - b.order || a.i - b.i);
  const kept = new Set(ranked.slice(0, MAX_TERMS).map(({ i }) => i));
  return positions.filter((i) => kept.has(i));
}

function weightOf(word: Word, name: boolean, corpus: Corpus): number {
  if (isEventName(word.word, corpus.eventNames)) return EVENT_NAME;
  if (name) return 1;
  if (word.word.length === 1) return LETTER;
  return isAdverb(word.word, corpus) ? ADVERB : ORDINARY;
}

/** "safely" from "safe"; "assembly" is from nothing. */
function isAdverb(word: string, corpus: Corpus): boolean {
  if (!/\w{3}ly$/.test(word)) return false;
  const base = termOf(word.slice(0, -2).replace(/i$/, 'y'));
  return isCommonWord(base) || corpus.frequency(base) > 0;
}

/** A word that is neither a name nor part of the frame. How rare it is in the notes counts later, when the index is asked. */
const ORDINARY = 0.9;
/** As much as "company". */
const GENERIC = 0.35;
/** A single letter, left over from "e-mail" or "plan b". */
const LETTER = 0.3;
/** The event's own name stands in every question and passage. */
const EVENT_NAME = 0.15;
/** "safely", "mainly": the manner is rarely told in the same word. */
const ADVERB = 0.5;

function isKnownName(term: string, variants: Variants, corpus: Corpus): boolean {
  if (corpus.frequency(term) > 0) return corpus.nameness(term) >= NAME_SHARE;
  return [...variants].some(([variant, fit]) => fit >= STANDS_FOR && corpus.nameness(variant) >= NAME_SHARE);
}

function byWeight(a: { weight: number }, b: { weight: number }): number {
  return b.weight - a.weight;
}

function valuesOf(repairs: ReadonlyMap<number, Repair>, key: 'correction' | 'suggestion'): readonly Correction[] {
  return [...repairs.values()].flatMap((repair) => repair[key] ?? []);
}
