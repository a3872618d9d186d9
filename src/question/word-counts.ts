import type { Note } from '../notes/note.js';
import { termOfInitials } from '../text/initials.js';
import { termOf } from '../text/terms.js';
import { isUnspaced, normalize, scan } from '../text/tokens.js';
import { createWordTable } from '../text/word-table.js';
import { createPairFilter } from './pair-filter.js';

/** How often the notes use which word, and where: what a vocabulary looks up, as plain data. */
export interface WordCounts {
  /** Every distinct word, as written. */
  readonly written: readonly string[];
  /** The terms by their numbers in what follows. */
  readonly terms: readonly string[];
  /** A row of {@link COLUMNS} counts for each term. */
  readonly rows: Int32Array;
  /** For each term {@link SAMPLE} places for the ordinals of passages that hold it. */
  readonly samples: Int32Array;
  /** Which term stands right behind which: the bits of a pair filter. */
  readonly pairs: Int32Array;
}

/**
 * Where a term's counts stand in its row. One row is one line of the processor's cache, which is what counting waits for.
 *
 * `frequency` counts the passages that hold the term and is 1 when only titles and headings do; `lastPassage` is the ordinal of the
 * last of them, or -1; `capital` and `lower` count the places where it is written so and the capital tells something.
 */
export const COLUMN = { frequency: 0, lastPassage: 1, capital: 2, lower: 3 } as const;
export const COLUMNS = 4;

/** How many passages are remembered for a term: enough to see what it stands beside, little memory at 100,000 terms. */
export const SAMPLE = 6;

/** Counts the words of all notes in one pass. Passages have the ordinals in which they stand in the notes. */
export function countWords(notes: readonly Note[]): WordCounts {
  const counting = createCounting(lettersOf(notes) / LETTERS_A_WORD);
  let ordinal = 0;
  for (const note of notes) {
    for (const passage of note.passages) {
      for (const sentence of passage.sentences) counting.addSentence(sentence.text, ordinal);
      ordinal++;
    }
  }
  for (const note of notes) {
    counting.addHeading(note.title);
    for (const section of note.sections) counting.addHeading(section.headings.at(-1) ?? '');
  }
  return counting.counts();
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

/** Counts by number of term; a word as written leads to its term's number. */
function createCounting(expectedWords: number) {
  const table = createWordTable();
  const pairs = createPairFilter(expectedWords);
  const ids = new Map<string, number>();
  const idOfWord: number[] = [];
  /** 0 written small, 1 with a capital first, 2 with a capital further on, which no beginning of a sentence explains. */
  const capitals: number[] = [];
  const isHan: boolean[] = [];
  let rows = new Int32Array(1024 * COLUMNS);
  let samples = new Int32Array(1024 * SAMPLE);

  function idOf(term: string): number {
    let id = ids.get(term);
    if (id === undefined) {
      id = ids.size;
      ids.set(term, id);
      if (ids.size * COLUMNS > rows.length) {
        rows = doubled(rows);
        samples = doubled(samples);
      }
      rows[id * COLUMNS + COLUMN.lastPassage] = -1;
    }
    return id;
  }

  /** The number of a word's term; looks a word up when it is met first. */
  function idOfNumber(word: number): number {
    const known = idOfWord[word];
    if (known !== undefined) return known;
    const text = table.words[word] ?? '';
    const id = idOf(termOfInitials(text) ?? termOf(normalize(text)));
    idOfWord.push(id);
    capitals.push(/.\p{Lu}/u.test(text) ? 2 : /^\p{Lu}/u.test(text) ? 1 : 0);
    isHan.push(isUnspaced(text));
    return id;
  }

  function count(id: number, passage: number): void {
    const row = id * COLUMNS;
    if (rows[row + COLUMN.lastPassage] === passage) return;
    rows[row + COLUMN.lastPassage] = passage;
    const n = rows[row + COLUMN.frequency] as number;
    if (n < SAMPLE) samples[id * SAMPLE + n] = passage;
    rows[row + COLUMN.frequency] = n + 1;
  }

  function increment(id: number, column: number): void {
    rows[id * COLUMNS + column] = (rows[id * COLUMNS + column] as number) + 1;
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
        if (opening !== -1 && written !== 0) increment(opening, COLUMN.capital);
        opening = previous === -1 && written === 1 ? id : -1;
        if (written === 0) increment(id, COLUMN.lower);
        else if (opening === -1) increment(id, COLUMN.capital);
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
        if (rows[id * COLUMNS + COLUMN.frequency] === 0) rows[id * COLUMNS + COLUMN.frequency] = 1;
        if (previous !== -1) pairs.add(previous, id);
        previous = id;
      });
    },
    counts: (): WordCounts => ({
      written: table.words,
      terms: [...ids.keys()],
      rows: rows.subarray(0, ids.size * COLUMNS),
      samples: samples.subarray(0, ids.size * SAMPLE),
      pairs: pairs.bits,
    }),
  };
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
