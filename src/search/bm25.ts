import { inverseFrequency } from './matching.js';
import { frequencyOf, type Postings } from './postings.js';

/** A field that is searched. */
export interface Field {
  readonly postings: Postings;
  /** Factor on its score. */
  readonly boost: number;
}

/** A term to search for, by its number. */
export interface NumberedTerm {
  readonly number: number;
  /** Factor on its score, above 0. */
  readonly boost: number;
}

/** A passage by its ordinal, with its score, above 0. */
export interface ScoredPassage {
  readonly passage: number;
  readonly score: number;
}

/**
 * Finds the passages that hold any of the terms, best first; at most `limit`, of those that `accepts` lets through. Of equal
 * ones, those come first that an earlier term finds, then those that stand earlier.
 */
export type Search = (
  terms: readonly NumberedTerm[],
  limit: number,
  accepts: (passage: number) => boolean,
) => readonly ScoredPassage[];

/**
 * Scores by BM25+ (Lv & Zhai 2011, "Lower-bounding term frequency normalization"), each field by itself, in the form of
 * MiniSearch: for each term and field idf * (d + f * (k + 1) / (f + k * (1 - b + b * l / a))), where f is how often the field
 * holds the term, l its number of distinct terms and a their average; summed, times the number of terms found.
 */
export function createSearch(passages: number, fields: readonly Field[]): Search {
  const weighed = fields.map(({ postings, boost }) => ({ postings, boost, norms: normsOf(postings.lengths) }));
  // Reused by every search, and zero between them: a search runs to its end before the next begins.
  const totals = new Float64Array(passages);
  const matched = new Uint16Array(passages);
  const found = new Int32Array(passages);
  const ofTerm = new Float64Array(passages);
  const foundByTerm = new Int32Array(passages);

  /** Adds up the fields of one term in `ofTerm`; returns how many passages hold it. */
  function scoreTerm({ number, boost: own }: NumberedTerm): number {
    let size = 0;
    for (const { postings, boost, norms } of weighed) {
      const frequency = frequencyOf(postings, number);
      const idf = inverseFrequency(passages, frequency);
      const factor = own * boost;
      const start = postings.starts[number] as number;
      for (let i = start; i < start + frequency; i++) {
        const passage = postings.passages[i] as number;
        const count = postings.counts[i] as number;
        const score = factor * (idf * (D + (count * (K + 1)) / (count + (norms[passage] as number))));
        if (ofTerm[passage] === 0) foundByTerm[size++] = passage;
        ofTerm[passage] = (ofTerm[passage] as number) + score;
      }
    }
    return size;
  }

  return (terms, limit, accepts) => {
    let size = 0;
    for (const term of terms) {
      const own = scoreTerm(term);
      for (let i = 0; i < own; i++) {
        const passage = foundByTerm[i] as number;
        if (matched[passage] === 0) found[size++] = passage;
        matched[passage] = (matched[passage] as number) + 1;
        totals[passage] = (totals[passage] as number) + (ofTerm[passage] as number);
        ofTerm[passage] = 0;
      }
    }
    const best = createBest(Math.min(limit, size));
    for (let i = 0; i < size; i++) {
      const passage = found[i] as number;
      const score = (totals[passage] as number) * (matched[passage] as number);
      totals[passage] = 0;
      matched[passage] = 0;
      if (score > best.least() && accepts(passage)) best.insert(passage, score);
    }
    return best.list();
  };
}

/** Found best on paragraphs of this length (bench/README.md); D is MiniSearch's default. */
const K = 0.9;
const B = 0.5;
const D = 0.5;

function normsOf(lengths: Int32Array): Float64Array {
  let average = 0;
  lengths.forEach((length, i) => {
    average = (average * i + length) / (i + 1);
  });
  return Float64Array.from(lengths, (length) => K * (1 - B + (B * length) / average));
}

/** The best of the passages that are put in, at most `limit`; of those that score as much, the ones that were put in first. */
function createBest(limit: number) {
  const passages = new Int32Array(limit);
  const scores = new Float64Array(limit);
  let size = 0;
  return {
    /** What a score must exceed to be among them; 0 while there is room. */
    least: (): number => (size < limit ? 0 : limit === 0 ? Number.POSITIVE_INFINITY : (scores[limit - 1] as number)),
    insert(passage: number, score: number): void {
      let place = size < limit ? size++ : limit - 1;
      for (; place > 0 && (scores[place - 1] as number) < score; place--) {
        passages[place] = passages[place - 1] as number;
        scores[place] = scores[place - 1] as number;
      }
      passages[place] = passage;
      scores[place] = score;
    },
    list: (): ScoredPassage[] =>
      Array.from({ length: size }, (_, i) => ({ passage: passages[i] as number, score: scores[i] as number })),
  };
}
