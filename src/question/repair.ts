import { isCommonWord } from '../text/common-words.js';
import type { SimilarWord } from '../text/spelling.js';
import { termOf } from '../text/terms.js';
import type { Corpus } from './corpus.js';
import type { Correction } from './query.js';
import type { Word } from './words.js';

/** What a word of the question may have been meant to be. */
export interface Repair {
  /** Terms of the notes' words that may be meant, each with how likely, in (0, 1). */
  readonly variants: readonly { readonly term: string; readonly weight: number }[];
  /** Whether what is meant is a name. */
  readonly name: boolean;
  /** Set when the word is read as another. */
  readonly correction?: Correction;
  /** Set when another word may be meant, but not surely enough to say so. */
  readonly suggestion?: Correction;
}

/**
 * Reads misspelt words as words of the notes, by position.
 *
 * Only words that no note knows are corrected. How sure a correction is comes from the likeness of the words and from company:
 * whether the notes write the candidate beside, or together with, the other words of the question ("nirmal meta" when they write
 * "Nirmal Mehta"). An everyday English word needs company to be read as another. A known but rare word that resembles a name keeps
 * its place and gets the name as a variant.
 *
 * @param positions of the content words, in order.
 */
export function repairsOf(
  words: readonly Word[],
  positions: readonly number[],
  corpus: Corpus,
): ReadonlyMap<number, Repair> {
  const repairs = new Map<number, Repair>();
  const most = positions.length <= ORDINARY_LENGTH ? MOST_WORDS : MOST_WORDS / 4;
  const doubtful = positions.filter((i) => isDoubtful(words[i], corpus)).slice(0, most);
  const candidates = new Map(doubtful.map((i) => [i, corpus.similar(words[i]?.word ?? '').slice(0, MOST_CANDIDATES)]));
  for (const i of doubtful) {
    const repair = repairOf(i, words, positions, candidates, corpus);
    if (repair !== undefined) repairs.set(i, repair);
  }
  return repairs;
}

/** Shorter words are left as they are; in letters. */
const SHORTEST = 3;
/** A shorter word is like many: it is read as another only where the notes write that beside the words around it. */
const SURE_BY_ITSELF = 4;
/** A look-up compares with all words of about the same length; a question has few words that need it. */
const MOST_WORDS = 8;
/** Content words of a question that was typed as one; a longer text is pasted, and fewer of its words are looked at. */
const ORDINARY_LENGTH = 24;
/** Candidates of a word that are weighed against its company. */
const MOST_CANDIDATES = 4;
/** Other words of the question that are looked at for company. */
const MOST_COMPANY = 12;
/** Terms in more passages than this share are together with everything and vouch for nothing. */
const COMMON_SHARE = 0.05;
/** A known word in at most so many passages may be a misspelt name ("meta"). */
const RARE = 2;
const MOSTLY_NAME = 0.7;

/** How much likeness and company must come to, from 0 to 1, for a correction. Tried on misspelt names and absent words. */
const CERTAIN = 0.84;
/** The same for a suggestion. */
const POSSIBLE = 0.76;
const BESIDE = 0.2;
const TOGETHER = 0.06;
const FAMILIAR = 0.06;
/** How much less likely an everyday word, or one typed with a capital, is a slip. */
const EVERYDAY = 0.27;
const CAPITAL = 0.05;
/** How much less likely anything is a slip in a question whose other words the notes do not know either. */
const STRANGE = 0.06;
/** Likeness from which on a word that no note knows is probably a slip. */
const SLIP = 0.8;

/** Words behind which a name stands. */
const TITLES: ReadonlySet<string> = new Set(['project', 'projects', 'codename', 'codenamed', 'operation']);

function isDoubtful(word: Word | undefined, corpus: Corpus): boolean {
  if (word === undefined || word.word.length < SHORTEST) return false;
  const frequency = corpus.frequency(word.term);
  // "prem" is short for what the notes call "premises", not a slip.
  if (frequency === 0 && corpus.lexicon.synonymsOf(word.term).some(({ term }) => corpus.frequency(term) > 0))
    return false;
  return frequency === 0 || (frequency <= RARE && corpus.nameness(word.term) < MOSTLY_NAME);
}

function repairOf(
  i: number,
  words: readonly Word[],
  positions: readonly number[],
  candidates: ReadonlyMap<number, readonly SimilarWord[]>,
  corpus: Corpus,
): Repair | undefined {
  const word = words[i];
  if (word === undefined) return undefined;
  const known = corpus.frequency(word.term) > 0;
  const ranked = (candidates.get(i) ?? [])
    .map((candidate) => {
      const term = termOf(candidate.word);
      const name = corpus.nameness(term) >= MOSTLY_NAME;
      const company = companyOf(term, i, words, positions, candidates, corpus);
      return {
        ...candidate,
        term,
        name,
        company,
        sure: candidate.score + company + familiarity(corpus.frequency(term)),
      };
    })
    .filter(({ term, name, company }) => {
      const isAlone = word.word.length < SURE_BY_ITSELF && company < BESIDE;
      return term !== word.term && (!known || name) && !isAlone;
    })
    .sort((a, b) => b.sure - a.sure || corpus.frequency(b.term) - corpus.frequency(a.term));
  const [best, second] = ranked;
  if (best === undefined) return undefined;
  const everyday = known || isCommonWord(word.term);
  const others = positions.filter((k) => k !== i).slice(0, MOST_COMPANY);
  // A word that looks like a slip itself is no stranger.
  const isSlip = (k: number) => (candidates.get(k)?.[0]?.score ?? 0) >= SLIP;
  const strangers = others.filter((k) => corpus.frequency(words[k]?.term ?? '') === 0 && !isSlip(k)).length;
  const strange = others.length === 0 ? STRANGE / 2 : (STRANGE * strangers) / others.length;
  // "Project Flounder" is called so, and is no slip for "founder".
  const titled = !best.name && TITLES.has(words[i - 1]?.word ?? '');
  const sure = best.sure - strange - (everyday || titled ? EVERYDAY : 0) - (/^\p{Lu}/u.test(word.text) ? CAPITAL : 0);
  const change = { from: word.text, to: best.word };
  if (!everyday && isDerivation(word.word, best.word)) {
    return { name: best.name, variants: [{ term: best.term, weight: DERIVED }] };
  }
  if (sure >= CERTAIN && !known) {
    const variants = [{ term: best.term, weight: Math.min(best.name ? 0.9 : 0.95, sure) }];
    const rival = second !== undefined && second.term !== best.term && best.sure - second.sure < 0.03;
    if (rival) variants.push({ term: second.term, weight: 0.6 });
    return { variants, name: best.name, correction: change };
  }
  const alike = best.name && (best.sounds || sure >= POSSIBLE);
  if (sure < POSSIBLE && !alike) return undefined;
  return {
    name: best.name,
    variants: alike ? [{ term: best.term, weight: sure >= POSSIBLE ? LIKELY : UNLIKELY }] : [],
    suggestion: change,
  };
}

/** Whether two words are forms of one stem that stemming keeps apart: "quicker" and "quick", "messy" and "mess". */
function isDerivation(a: string, b: string): boolean {
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  return common >= 3 && SUFFIXES.has(a.slice(common)) && SUFFIXES.has(b.slice(common));
}

const DERIVED = 0.7;
/** Variants that are only suggested: too little to count as the word. */
const LIKELY = 0.45;
const UNLIKELY = 0.3;
const SUFFIXES: ReadonlySet<string> = new Set(
  ' y er ers or ors est ier iest ish ness ful less ly able ible ing ed s es ment al ist ism ize ise ized ised e en ous ity ive'.split(
    ' ',
  ),
);

/** What is often written is often meant; from 0 to {@link FAMILIAR}, reached at a hundred passages. */
function familiarity(frequency: number): number {
  return FAMILIAR * Math.min(1, Math.log10(1 + frequency) / 2);
}

/** Evidence from the other words of the question that a candidate is meant. */
function companyOf(
  term: string,
  i: number,
  words: readonly Word[],
  positions: readonly number[],
  candidates: ReadonlyMap<number, readonly SimilarWord[]>,
  corpus: Corpus,
): number {
  const content = new Set(positions);
  const readings = (k: number): string[] => {
    const own = words[k];
    if (own === undefined || !content.has(k)) return [];
    const similar = (candidates.get(k) ?? []).slice(0, 2).map((candidate) => termOf(candidate.word));
    return corpus.frequency(own.term) > 0 ? [own.term, ...similar] : similar;
  };
  if (readings(i - 1).some((other) => other !== term && corpus.adjacent(other, term))) return BESIDE;
  if (readings(i + 1).some((other) => other !== term && corpus.adjacent(term, other))) return BESIDE;
  const rare = (other: string): boolean => corpus.frequency(other) <= Math.max(RARE, COMMON_SHARE * corpus.passages);
  const vouches = (k: number): boolean =>
    k !== i &&
    readings(k)
      .slice(0, 1)
      .some((other) => other !== term && rare(other) && corpus.together(term, other));
  return rare(term) && positions.slice(0, MOST_COMPANY).some(vouches) ? TOGETHER : 0;
}
