import { forEachWord, termOf } from '../text/terms.js';

/** A word of a question: as typed, as compared, as indexed. */
export interface Word {
  readonly text: string;
  /** Normalised, curly apostrophes straight. */
  readonly word: string;
  readonly term: string;
  readonly from: number;
  readonly to: number;
}

/** Question words as fingers slip on them: without them the kind of the question is lost. */
const SLIPS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    what: 'waht wat wut whta wath hwat whar wht',
    whats: 'wats wuts wahts waths whts',
    which: 'wich whcih whihc wihch hwich',
    when: 'wehn whne wen hwen whn',
    where: 'wher whre wehre hwere',
    who: 'whoo woh',
    how: 'hwo hwow',
    why: 'hwy wyh whi',
    the: 'teh hte',
    did: 'ddi',
    does: 'dose deos',
  }).flatMap(([word, slips]) => slips.split(' ').map((slip): [string, string] => [slip, word])),
);

/** Words that hold a question together: two neighbouring letters of them swapped are read as the word itself. */
const SWAPPED: ReadonlyMap<string, string> = new Map(
  'that this they them there their about with from were have been first after before between would could should because'
    .split(' ')
    .flatMap((word) => swaps(word).map((slip): [string, string] => [slip, word]))
    // Words of their own: swapped "from" and "there".
    .filter(([slip]) => slip !== 'form' && slip !== 'three'),
);

function swaps(word: string): string[] {
  const letters = [...word];
  return letters
    .slice(1)
    .map((_, i) => [...letters.slice(0, i), letters[i + 1], letters[i], ...letters.slice(i + 2)].join(''));
}

/** The words of a question's first {@link MAX_QUESTION} characters, at most {@link MAX_WORDS}. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  forEachWord(text.slice(0, MAX_QUESTION), ({ text, plain, term }, from, to) => {
    if (words.length === MAX_WORDS) return;
    const meant = SLIPS.get(plain) ?? SWAPPED.get(plain);
    words.push({ text, word: meant ?? plain, term: meant === undefined ? term : termOf(meant), from, to });
  });
  return words;
}

/** How much of a question is read. A chat message may hold 40,000 letters; a question that long has no more to say. */
export const MAX_QUESTION = 4000;
const MAX_WORDS = 600;
