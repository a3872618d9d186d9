import type { Note, Passage } from '../notes/note.js';
import { termOf } from '../text/terms.js';
import { isUnspaced, normalize, tokenize } from '../text/tokens.js';

/** How the notes use words: what is asked of it takes no longer with more notes. */
export interface Vocabulary {
  /** Number of passages counted. */
  readonly passages: number;
  /** Every distinct word of the notes, normalised but not stemmed, in order of first appearance. */
  words(): readonly string[];
  /** Number of passages that hold a term; headings and titles count as one passage together when only they hold it. */
  frequency(term: string): number;
  /**
   * How often a term is written with a capital inside a sentence, as a share from 0 to 1 of all places where the capital
   * tells something; 0 for a term that only begins sentences.
   */
  nameness(term: string): number;
  /** A few passages that hold a term, in reading order; at most {@link SAMPLE}. */
  sample(term: string): readonly Passage[];
}

/** How many passages are remembered for a term: enough to see what it stands beside, little memory at 100,000 terms. */
export const SAMPLE = 6;

/** Counts the words of all notes in one pass. */
export function createVocabulary(notes: readonly Note[]): Vocabulary {
  const entries = createEntries();
  const passages: Passage[] = [];
  for (const note of notes) {
    for (const passage of note.passages) {
      const ordinal = passages.length;
      passages.push(passage);
      for (const sentence of passage.sentences) entries.addSentence(sentence.text, ordinal);
    }
  }
  for (const note of notes) {
    entries.addHeading(note.title);
    for (const section of note.sections) entries.addHeading(section.headings.at(-1) ?? '');
  }
  return {
    passages: passages.length,
    words: () => entries.words(),
    frequency: (term) => entries.frequency(term),
    nameness: (term) => entries.nameness(term),
    sample: (term) => entries.sample(term).flatMap((ordinal) => passages[ordinal] ?? []),
  };
}

function createEntries() {
  /** Word as written -> its form. Two lookups a word (form, then arrays) are all that a pass over the notes costs. */
  const forms = new Map<string, number>();
  const termOfForm: number[] = [];
  const isCapital: boolean[] = [];
  const ids = new Map<string, number>();
  const frequency: number[] = [];
  const lastPassage: number[] = [];
  const capital: number[] = [];
  const lower: number[] = [];
  let samples = new Int32Array(1024 * SAMPLE);

  function idOf(term: string): number {
    let id = ids.get(term);
    if (id === undefined) {
      id = frequency.length;
      ids.set(term, id);
      frequency.push(0);
      lastPassage.push(-1);
      capital.push(0);
      lower.push(0);
      if ((id + 1) * SAMPLE > samples.length) {
        const larger = new Int32Array(samples.length * 2);
        larger.set(samples);
        samples = larger;
      }
    }
    return id;
  }

  function formOf(text: string): number {
    let form = forms.get(text);
    if (form === undefined) {
      form = termOfForm.length;
      forms.set(text, form);
      termOfForm.push(idOf(termOf(text)));
      isCapital.push(/^\p{Lu}/u.test(text));
    }
    return form;
  }

  function count(id: number, passage: number): void {
    if (lastPassage[id] === passage) return;
    lastPassage[id] = passage;
    const n = frequency[id] ?? 0;
    if (n < SAMPLE) samples[id * SAMPLE + n] = passage;
    frequency[id] = n + 1;
  }

  return {
    addSentence(text: string, passage: number): void {
      let first = true;
      for (const token of tokenize(text)) {
        const form = formOf(token.text);
        const id = termOfForm[form] ?? 0;
        count(id, passage);
        if (!isCapital[form]) lower[id] = (lower[id] ?? 0) + 1;
        else if (!first) capital[id] = (capital[id] ?? 0) + 1;
        first = false;
        if (isUnspaced(token.text)) {
          const characters = [...normalize(token.text)];
          for (let i = 0; i + 1 < characters.length; i++) count(idOf(`${characters[i]}${characters[i + 1]}`), passage);
        }
      }
    },
    addHeading(text: string): void {
      for (const token of tokenize(text)) {
        const id = termOfForm[formOf(token.text)] ?? 0;
        if (frequency[id] === 0) frequency[id] = 1;
      }
    },
    words: (): string[] => [...new Set([...forms.keys()].map((form) => normalize(form).replace(/'s?$/, '')))],
    frequency: (term: string): number => frequency[ids.get(term) ?? -1] ?? 0,
    nameness(term: string): number {
      const id = ids.get(term) ?? -1;
      const seen = (capital[id] ?? 0) + (lower[id] ?? 0);
      return seen === 0 ? 0 : (capital[id] ?? 0) / seen;
    },
    sample(term: string): number[] {
      const id = ids.get(term);
      if (id === undefined) return [];
      const n = lastPassage[id] === -1 ? 0 : Math.min(frequency[id] ?? 0, SAMPLE);
      return [...samples.subarray(id * SAMPLE, id * SAMPLE + n)];
    },
  };
}
