import type { Note, Passage } from '../notes/note.js';
import { termOf } from '../text/terms.js';
import { isUnspaced, normalize, scan } from '../text/tokens.js';
import { createWordTable } from '../text/word-table.js';
import { createPairFilter } from './pair-filter.js';

/** How the notes use words: what is asked of it takes no longer with more notes. */
export interface Vocabulary {
  /** Number of passages counted. */
  readonly passages: number;
  /** Every distinct word of the notes, normalised but not stemmed, without possessive. */
  words(): readonly string[];
  /** Number of passages that hold a term; 1 when only titles and headings hold it. */
  frequency(term: string): number;
  /**
   * How often a term is written with a capital inside a sentence, as a share from 0 to 1 of all places where the capital
   * tells something; 0 for a term that only begins sentences.
   */
  nameness(term: string): number;
  /** Whether a term stands right behind another in some sentence. About one in a hundred times it says so wrongly. */
  follows(first: string, second: string): boolean;
  /** A few passages that hold a term, in reading order; at most {@link SAMPLE}. */
  sample(term: string): readonly Passage[];
}

/** How many passages are remembered for a term: enough to see what it stands beside, little memory at 100,000 terms. */
export const SAMPLE = 6;

/** Counts the words of all notes in one pass. */
export function createVocabulary(notes: readonly Note[]): Vocabulary {
  const counts = createCounts(lettersOf(notes) / LETTERS_A_WORD);
  const passages: Passage[] = [];
  for (const note of notes) {
    for (const passage of note.passages) {
      for (const sentence of passage.sentences) counts.addSentence(sentence.text, passages.length);
      passages.push(passage);
    }
  }
  for (const note of notes) {
    counts.addHeading(note.title);
    for (const section of note.sections) counts.addHeading(section.headings.at(-1) ?? '');
  }
  return {
    passages: passages.length,
    words: counts.words,
    frequency: counts.frequency,
    nameness: counts.nameness,
    follows: counts.follows,
    sample: (term) => counts.sample(term).flatMap((ordinal) => passages[ordinal] ?? []),
  };
}

/** English words with the space behind them. */
const LETTERS_A_WORD = 6;

function lettersOf(notes: readonly Note[]): number {
  let letters = 0;
  for (const { passages } of notes) {
    for (const { sentences } of passages) for (const { text } of sentences) letters += text.length;
  }
  return letters;
}

/** Where a term's counts stand in its row. One row is one line of the processor's cache, which is what counting waits for. */
const FREQUENCY = 0;
const LAST_PASSAGE = 1;
const CAPITAL = 2;
const LOWER = 3;
const ROW = 4;

/** Counts by number of term; a word as written leads to its term's number. */
function createCounts(expectedWords: number) {
  const table = createWordTable();
  const pairs = createPairFilter(expectedWords);
  const ids = new Map<string, number>();
  const idOfWord: number[] = [];
  /** 0 written small, 1 with a capital first, 2 with a capital further on, which no beginning of a sentence explains. */
  const capitals: number[] = [];
  const isHan: boolean[] = [];
  let rows = new Int32Array(1024 * ROW);
  let samples = new Int32Array(1024 * SAMPLE);

  function idOf(term: string): number {
    let id = ids.get(term);
    if (id === undefined) {
      id = ids.size;
      ids.set(term, id);
      if (ids.size * ROW > rows.length) {
        rows = doubled(rows);
        samples = doubled(samples);
      }
      rows[id * ROW + LAST_PASSAGE] = -1;
    }
    return id;
  }

  /** The number of a word's term; looks a word up when it is met first. */
  function idOfNumber(word: number): number {
    const known = idOfWord[word];
    if (known !== undefined) return known;
    const text = table.words[word] ?? '';
    const id = idOf(termOf(normalize(text)));
    idOfWord.push(id);
    capitals.push(/.\p{Lu}/u.test(text) ? 2 : /^\p{Lu}/u.test(text) ? 1 : 0);
    isHan.push(isUnspaced(text));
    return id;
  }

  function count(id: number, passage: number): void {
    const row = id * ROW;
    if (rows[row + LAST_PASSAGE] === passage) return;
    rows[row + LAST_PASSAGE] = passage;
    const n = rows[row + FREQUENCY] as number;
    if (n < SAMPLE) samples[id * SAMPLE + n] = passage;
    rows[row + FREQUENCY] = n + 1;
  }

  function increment(id: number, column: number): void {
    rows[id * ROW + column] = (rows[id * ROW + column] as number) + 1;
  }

  function rowOf(term: string): number | undefined {
    const id = ids.get(term);
    return id === undefined ? undefined : id * ROW;
  }

  return {
    addSentence(text: string, passage: number): void {
      let previous = -1;
      /** The first word, when its capital may be the sentence's; a capital behind it tells that it is a name: "Grace Hopper". */
      let opening = -1;
      scan(text, (from, to) => {
        const word = table.numberOf(text, from, to);
        const id = idOfNumber(word);
        count(id, passage);
        const written = capitals[word] as number;
        if (opening !== -1 && written !== 0) increment(opening, CAPITAL);
        opening = previous === -1 && written === 1 ? id : -1;
        if (written === 0) increment(id, LOWER);
        else if (opening === -1) increment(id, CAPITAL);
        if (previous !== -1) pairs.add(previous, id);
        if (isHan[word]) {
          const characters = [...normalize(table.words[word] ?? '')];
          for (let i = 0; i + 1 < characters.length; i++) count(idOf(`${characters[i]}${characters[i + 1]}`), passage);
        }
        previous = id;
      });
    },
    addHeading(text: string): void {
      let previous = -1;
      scan(text, (from, to) => {
        const id = idOfNumber(table.numberOf(text, from, to));
        if (rows[id * ROW + FREQUENCY] === 0) rows[id * ROW + FREQUENCY] = 1;
        if (previous !== -1) pairs.add(previous, id);
        previous = id;
      });
    },
    words: (): string[] => [...new Set(table.words.map((word) => normalize(word).replace(/'s?$/, '')))],
    frequency(term: string): number {
      const row = rowOf(term);
      return row === undefined ? 0 : (rows[row + FREQUENCY] as number);
    },
    nameness(term: string): number {
      const row = rowOf(term);
      if (row === undefined) return 0;
      const capital = rows[row + CAPITAL] as number;
      const seen = capital + (rows[row + LOWER] as number);
      return seen === 0 ? 0 : capital / seen;
    },
    follows(first: string, second: string): boolean {
      const [a, b] = [ids.get(first), ids.get(second)];
      return a !== undefined && b !== undefined && pairs.has(a, b);
    },
    sample(term: string): number[] {
      const id = ids.get(term);
      // A term of headings alone has a frequency, but no passage.
      if (id === undefined || rows[id * ROW + LAST_PASSAGE] === -1) return [];
      return [...samples.subarray(id * SAMPLE, id * SAMPLE + Math.min(rows[id * ROW + FREQUENCY] ?? 0, SAMPLE))];
    },
  };
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
