import { termTokens } from '../text/terms.js';
import { normalize } from '../text/tokens.js';

/** A word of a question: as typed, as compared, as indexed. */
export interface Word {
  readonly text: string;
  /** Normalised, curly apostrophes straight. */
  readonly word: string;
  readonly term: string;
  readonly from: number;
  readonly to: number;
}

/** The words of a question's first {@link MAX_QUESTION} characters, at most {@link MAX_WORDS}. */
export function wordsOf(text: string): readonly Word[] {
  return termTokens(text.slice(0, MAX_QUESTION))
    .slice(0, MAX_WORDS)
    .map((token) => ({ ...token, word: normalize(token.text) }));
}

/** How much of a question is read. A chat message may hold 40,000 letters; a question that long has no more to say. */
export const MAX_QUESTION = 8000;
const MAX_WORDS = 1200;
