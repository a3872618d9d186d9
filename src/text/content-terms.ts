import { isStopWord } from './stop-words.js';
import { termTokens } from './terms.js';

/**
 * The terms of a text that say what it is about, as the engine compares them: normalised, stemmed, without stop words, in order.
 * Texts with the same of them ask for the same in other words. All terms, where a text has only stop words.
 */
export function contentTerms(text: string): readonly string[] {
  const tokens = termTokens(text);
  const content = tokens.filter(({ plain }) => !isStopWord(plain));
  return (content.length > 0 ? content : tokens).map(({ term }) => term);
}
