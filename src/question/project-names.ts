import { isCommonWord } from '../text/common-words.js';
import { isStopWord } from '../text/stop-words.js';
import type { Corpus } from './corpus.js';
import type { Word } from './words.js';

/**
 * "Project Walrus", where no note writes the two side by side: whoever asks means another thing than the walrus of the notes. What the
 * notes often name may be called a project by anybody.
 */
export function isStrangeProject(words: readonly Word[], i: number, corpus: Corpus): boolean {
  const [before, own, after] = [words[i - 1], words[i], words[i + 1]];
  if (before?.word !== PROJECT || own === undefined || (after !== undefined && !isStopWord(after.word))) return false;
  return !isOftenNamed(own, corpus) && !isCommonWord(own.term) && !isSideBySide(before, own, corpus);
}

/** "Project LinuxKit", where the notes often name LinuxKit, and never as Project LinuxKit. */
export function isCalledProject(words: readonly Word[], i: number, corpus: Corpus): boolean {
  const [own, after] = [words[i], words[i + 1]];
  if (own?.word !== PROJECT || after === undefined) return false;
  return isOftenNamed(after, corpus) && !isSideBySide(own, after, corpus);
}

function isOftenNamed({ term }: Word, { nameness, frequency }: Corpus): boolean {
  return nameness(term) >= NAME_SHARE && frequency(term) > SELDOM;
}

function isSideBySide(a: Word, b: Word, { adjacent }: Corpus): boolean {
  return adjacent(a.term, b.term) || adjacent(b.term, a.term);
}

/** In passages. */
const SELDOM = 2;
const PROJECT = 'project';
/** Share of its places where a name has a capital, at least. */
const NAME_SHARE = 0.7;
