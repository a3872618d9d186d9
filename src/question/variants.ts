import type { Corpus } from './corpus.js';
import { rarity } from './rarity.js';

/** Terms that can stand for a term, each with how well, in (0, 1]. */
export type Variants = Map<string, number>;

/** Adds a variant, keeping the better weight when it is there already. */
export function addVariant(variants: Variants, term: string, weight: number): void {
  variants.set(term, Math.max(weight, variants.get(term) ?? 0));
}

/** Synonyms that the notes use, and for a word that they hardly know also what is often put for it. */
export function addSynonyms(variants: Variants, term: string, { lexicon, frequency }: Corpus): void {
  const near = frequency(term) <= HARDLY_KNOWN ? lexicon.nearWordsOf(term) : [];
  for (const synonym of [...near, ...lexicon.synonymsOf(term), ...lexicon.familyOf(term)]) {
    if (frequency(synonym.term) > 0) addVariant(variants, synonym.term, synonym.weight);
  }
}

/** In passages. A word in more of them stands for itself. */
const HARDLY_KNOWN = 3;

/**
 * The other names of what a term abbreviates, or of what it is part of the full name of.
 *
 * An abbreviation gets the words of its full name, the telling ones most: "Registry" stands for "DTR" better than "Docker"
 * does. A word of a full name gets the abbreviation when the question holds the whole of that name.
 *
 * @param asked all terms of the question.
 * @returns whether the term is part of a full name, so that it means nothing general there.
 */
export function addExpansions(variants: Variants, term: string, asked: ReadonlySet<string>, corpus: Corpus): boolean {
  let partOfName = false;
  for (const { short, long } of corpus.expansions(term)) {
    if (short.includes(term)) {
      const means = short.length === 1 || tellingOf(short, corpus).includes(term);
      if (means && short.every((part) => asked.has(part))) addNameOf(variants, long, asked, corpus);
      continue;
    }
    const rare = tellingOf(long, corpus);
    // "Open Container Project": only together are its words a name.
    const telling = rare.length > 1 ? rare : long;
    if (!telling.includes(term) || !telling.every((part) => asked.has(part))) continue;
    partOfName = true;
    const [only] = short;
    if (only !== undefined && short.length === 1) addVariant(variants, only, SHORT_FORM);
    else addNameOf(variants, short, asked, corpus, PART_OF_OTHER);
  }
  return partOfName;
}

/** The full names that a term abbreviates, of two words and more: a text that gives the whole name means the same thing. */
export function namesOf(term: string, corpus: Corpus): readonly (readonly string[])[] {
  return corpus
    .expansions(term)
    .filter(({ short, long }) => short.length === 1 && short[0] === term && long.length > 1)
    .map(({ long }) => long);
}

/** The surname that nearly always follows a given name: notes give the full name once, then the surname alone. */
export function addSurname(variants: Variants, term: string, corpus: Corpus): void {
  const surname = corpus.surname(term);
  if (surname !== undefined) addVariant(variants, surname, SURNAME);
}

const SHORT_FORM = 0.9;
const SURNAME = 0.7;
/** One word of a full name, however telling, is less than the name. */
const PART_OF_NAME = 0.7;
/** Part of another full name of several words: "Hub" for "Docker Hub Enterprise", once the name of something else. */
const PART_OF_OTHER = 0.4;
const SAME_THING = 0.95;
const MOST_PARTS = 4;
/** Words as frequent as this tell nothing within a name: "Docker" in "Docker Trusted Registry". */
const TELLING = 0.35;

function addNameOf(
  variants: Variants,
  name: readonly string[],
  asked: ReadonlySet<string>,
  corpus: Corpus,
  best = name.length === 1 ? SAME_THING : PART_OF_NAME,
): void {
  const parts = tellingOf(name, corpus).filter((part) => !asked.has(part) && corpus.frequency(part) > 0);
  const most = Math.max(Number.MIN_VALUE, ...parts.map((part) => rarity(corpus.frequency(part), corpus.passages)));
  for (const part of parts.slice(0, MOST_PARTS)) {
    addVariant(variants, part, (best * rarity(corpus.frequency(part), corpus.passages)) / most);
  }
}

/** The words of a name that are not everywhere in the notes. */
function tellingOf(name: readonly string[], corpus: Corpus): readonly string[] {
  return name.filter(
    (part) => !corpus.eventNames.has(part) && rarity(corpus.frequency(part), corpus.passages) >= TELLING,
  );
}
