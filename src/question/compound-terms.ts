import { joinsOf, splitOf } from '../text/compounds.js';
import { isStopWord } from '../text/stop-words.js';
import { termOf } from '../text/terms.js';
import type { Corpus } from './corpus.js';
import { frameWeight } from './frame.js';
import type { Word } from './words.js';

/** A content word that the notes write joined with its neighbour, or apart. */
export interface Compound {
  readonly term: string;
  readonly text: string;
  /** Positions that this one stands for. */
  readonly replaces: readonly number[];
  readonly variants: readonly (readonly [string, number])[];
}

/**
 * Words that the notes write joined or apart, by the position of each content word concerned.
 *
 * @param used positions that only say the scope; "DockerCon 2017" is no compound.
 */
export function compoundsOf(
  words: readonly Word[],
  positions: readonly number[],
  used: ReadonlySet<number>,
  corpus: Corpus,
): Map<number, Compound> {
  const compounds = new Map<number, Compound>();
  const content = new Set(positions);
  const knows = (word: string): boolean => corpus.frequency(termOf(word)) > 0;
  const spoken = words
    .slice(0, MOST_SPOKEN)
    .map(({ word }, i) => (used.has(i) || (isStopWord(word) && !PARTICLES.has(word)) ? '' : word));
  for (const join of joinsOf(spoken, (word) => !isStopWord(word) && knows(word))) {
    const parts = range(join.from, join.to);
    if (parts.some((i) => spoken[i] === '') || !parts.some((i) => content.has(i))) continue;
    const joined = termOf(join.word);
    const [first = 0, second = 0] = parts;
    // Only what makes no sense apart gives way ("run c"); other words keep their place beside the joined form.
    const senseless = parts.some(
      (i) => (words[i]?.word.length ?? 0) < 2 || corpus.frequency(words[i]?.term ?? '') === 0,
    );
    const apart = !senseless || corpus.adjacent(words[first]?.term ?? '', words[second]?.term ?? '');
    const own = parts.filter((i) => content.has(i));
    const text = parts.map((i) => words[i]?.text ?? '').join(' ');
    for (const i of own) {
      const word = words[i];
      if (word === undefined) continue;
      if (apart) compounds.set(i, { term: word.term, text: word.text, replaces: [], variants: [[joined, JOINED]] });
      else compounds.set(i, { term: joined, text, replaces: own, variants: [] });
    }
  }
  for (const i of positions.slice(0, MOST_SPLIT)) {
    const word = words[i];
    if (word === undefined || compounds.has(i) || !/^\p{L}+$/u.test(word.word)) continue;
    if (frameWeight(word.term) !== undefined) continue;
    const beside = (first: string, second: string) => corpus.adjacent(termOf(first), termOf(second));
    const split = splitOf(word.word, knows, beside, LEAST_PART);
    if (split === undefined || split.some(isStopWord)) continue;
    const [rarer, other] = split.map(termOf).sort((a, b) => corpus.frequency(a) - corpus.frequency(b));
    const known = corpus.frequency(word.term) > 0;
    const variants: [string, number][] = [[rarer ?? '', known ? 0.6 : 0.8]];
    if (!known) variants.push([other ?? '', 0.3]);
    compounds.set(i, { term: word.term, text: word.text, replaces: [], variants });
  }
  return compounds;
}

const JOINED = 0.95;
const MOST_SPOKEN = 64;
const MOST_SPLIT = 12;
/** "area" is not "are a", nor "cover" "c over". */
const LEAST_PART = 3;
/** Short words that are part of names of actions: "set up", "log in", "roll out", "on prem". */
const PARTICLES: ReadonlySet<string> = new Set(['up', 'in', 'on', 'out', 'off', 'over', 'down', 'under', 'through']);

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
