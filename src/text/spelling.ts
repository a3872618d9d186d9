import { slipCost } from './slips.js';
import { isUnspaced } from './tokens.js';

/** A word of the notes that a typed word may stand for. */
export interface SimilarWord {
  readonly word: string;
  /** Edits from the typed word: insertions, deletions, substitutions, swaps of neighbours. */
  readonly distance: number;
  /** Whether both sound alike in English, roughly: "hikes" and "hykes". */
  readonly sounds: boolean;
  /** How well it fits, from 0 to 1. */
  readonly score: number;
}

/** Finds the words of a vocabulary that resemble a typed one. */
export interface Spelling {
  /**
   * Words within reach of a typed word, best first; never the word itself. At most {@link MOST_SIMILAR}.
   *
   * Reach: one edit for 3 to 7 letters; two for 8 and more, and for 5 to 7 when the first letter agrees; and
   * whatever sounds the same within four edits. Words of other lengths than 3 to 31 have nothing similar.
   */
  similar(typed: string): readonly SimilarWord[];
}

/** Longest word that is compared: the distance is computed in the bits of one number. */
export const LONGEST_SPELLED = 31;
const MOST_SIMILAR = 8;
const SHORTEST = 3;
/** A shorter word takes one edit, wherever it is. */
const SHORT = 4;
const LONG = 8;
const EDIT_REACH = 2;
/** Edits between words that sound the same ("kristofer", "christopher"). */
const SOUND_REACH = 4;

/**
 * Prepares a vocabulary for comparison. Words are normalised; those with anything but letters take no part.
 *
 * Words lie by length, each with the set of its letters as bits and a hash of its sound. A look-up runs over the lengths within
 * reach and computes a distance only where those allow it: an edit takes at most one letter out of the set and puts one in. At 100,000
 * words that is about 2 MB and a fraction of a millisecond.
 */
export function createSpelling(vocabulary: readonly string[]): Spelling {
  const lengths: string[][] = Array.from({ length: LONGEST_SPELLED + SOUND_REACH + 1 }, () => []);
  for (const word of vocabulary) {
    if (word.length >= SHORTEST && LETTERS.test(word) && !isUnspaced(word)) lengths[word.length]?.push(word);
  }
  const buckets = lengths.map((words, length) => createBucket(words, length));
  const patterns = new Int32Array(ALPHABET);

  return {
    similar(typed) {
      if (typed.length < SHORTEST || typed.length > LONGEST_SPELLED || !LETTERS.test(typed)) return [];
      const set = letterSet(typed);
      const sound = soundOf(typed);
      const soundHash = hash(sound);
      const found: SimilarWord[] = [];
      for (let i = 0; i < typed.length; i++) patterns[codeOf(typed, i)] = (patterns[codeOf(typed, i)] ?? 0) | (1 << i);
      const first = codeOf(typed, 0);
      for (let length = Math.max(0, typed.length - SOUND_REACH); length <= typed.length + SOUND_REACH; length++) {
        const bucket = buckets[length];
        if (bucket === undefined) continue;
        const { words, sets, sounds, codes } = bucket;
        const near = Math.abs(length - typed.length) <= EDIT_REACH;
        for (let i = 0; i < words.length; i++) {
          const alike = sounds[i] === soundHash;
          if (!alike && (!near || bits(set ^ (sets[i] ?? 0)) > 2 * EDIT_REACH)) continue;
          const reach = typed.length >= LONG || (typed.length > SHORT && codes[i * length] === first) ? EDIT_REACH : 1;
          const limit = alike ? SOUND_REACH : reach;
          const distance = alignmentDistance(patterns, typed.length, codes, i * length, length, limit);
          const word = words[i] ?? '';
          if (distance > limit || word === typed) continue;
          // Two letters may share a code, and two sounds a hash: what is reported is computed from the words themselves.
          const same = alike && soundOf(word) === sound;
          if (distance <= reach || same) {
            found.push({ word, distance, sounds: same, score: scoreOf(typed, word, same) });
          }
        }
      }
      for (let i = 0; i < typed.length; i++) patterns[codeOf(typed, i)] = 0;
      return found.sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1)).slice(0, MOST_SIMILAR);
    },
  };
}

/** Words of one length: parallel arrays, letters one after another. */
function createBucket(words: readonly string[], length: number) {
  const codes = new Uint8Array(words.length * length);
  words.forEach((word, i) => {
    for (let k = 0; k < length; k++) codes[i * length + k] = codeOf(word, k);
  });
  return {
    words,
    codes,
    sets: Int32Array.from(words, letterSet),
    sounds: Int32Array.from(words, (word) => hash(soundOf(word))),
  };
}

/**
 * Optimal string alignment distance: the fewest insertions, deletions, substitutions and swaps of neighbours (Damerau 1964), each
 * place edited once. Computed in bits after Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances",
 * 2003. The pattern is given as the positions of each letter code; more than `limit` once that is certain.
 */
function alignmentDistance(
  patterns: Int32Array,
  patternLength: number,
  codes: Uint8Array,
  from: number,
  length: number,
  limit: number,
): number {
  const last = 1 << (patternLength - 1);
  let vp = -1;
  let vn = 0;
  let d0 = 0;
  let previous = 0;
  let distance = patternLength;
  for (let j = 0; j < length; j++) {
    const match = patterns[codes[from + j] ?? 0] ?? 0;
    const swap = ((~d0 & match) << 1) & previous;
    d0 = ((((match & vp) + vp) | 0) ^ vp) | match | vn | swap;
    const hp = vn | ~(d0 | vp);
    const hn = d0 & vp;
    if ((hp & last) !== 0) distance++;
    else if ((hn & last) !== 0) distance--;
    if (distance - (length - 1 - j) > limit) return limit + 1;
    const shifted = (hp << 1) | 1;
    vp = (hn << 1) | ~(d0 | shifted);
    vn = d0 & shifted;
    previous = match;
  }
  return distance;
}

/** Letters beyond ASCII share codes; a rare false likeness, of words in other scripts, costs a needless suggestion at most. */
const ALPHABET = 256;
function codeOf(word: string, i: number): number {
  return word.charCodeAt(i) & (ALPHABET - 1);
}

/**
 * A word reduced to how it sounds in English, roughly, for comparing names that are spelt by ear: "Chris" and "Kris",
 * "Hykes" and "Hikes", "Mehta" and "Meta". Vowels stay, so that it is much stricter than Soundex.
 */
export function soundOf(word: string): string {
  let sound = '';
  for (let i = 0; i < word.length; i++) {
    const next = word[i + 1] ?? '';
    let letter = word[i] ?? '';
    if (letter === 'p' && next === 'h') letter = 'f';
    else if (letter === 'c') letter = SOFTENING.has(next) ? 's' : 'k';
    else if (letter === 'k' && next === 'n' && i === 0) continue;
    else if (letter === 'e' && (next === 'y' || next === 'i' || next === 'e') && i + 2 === word.length) continue;
    else if (letter === 'i' && next === 'e' && i + 2 === word.length) {
      sound += 'i';
      break;
    } else if (letter === 'h' && i > 0) continue;
    else letter = SAME_SOUND.get(letter) ?? letter;
    if (sound.at(-1) !== letter) sound += letter;
  }
  return sound;
}

const SOFTENING: ReadonlySet<string> = new Set(['e', 'i', 'y']);
const SAME_SOUND: ReadonlyMap<string, string> = new Map([
  ['q', 'k'],
  ['z', 's'],
  ['y', 'i'],
  ['j', 'i'],
  ['w', 'v'],
  ['x', 'ks'],
]);
const LETTERS = /^\p{L}+$/u;

/** Nearness for its length, with something for the same sound. */
function scoreOf(typed: string, word: string, sounds: boolean): number {
  const nearness = 1 - slipCost(typed, word) / Math.max(typed.length, word.length);
  return Math.max(0, Math.min(1, nearness + (sounds ? SAME_SOUND_BONUS : 0)));
}

const SAME_SOUND_BONUS = 0.08;

function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31);
  return set;
}

function hash(text: string): number {
  let value = 0;
  for (let i = 0; i < text.length; i++) value = (Math.imul(value, 31) + text.charCodeAt(i)) | 0;
  return value;
}

function bits(set: number): number {
  let n = set - ((set >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
