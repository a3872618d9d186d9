import type { Query } from '../question/query.js';
import { type Word, wordsOf } from '../question/words.js';
import { isCommonWord } from '../text/common-words.js';
import { termOf } from '../text/terms.js';

/**
 * Whether a word that no note knows stands where only a name does: "what did Globex say about swarm", "what is Project Pelican". The
 * notes can tell nothing of whom they never name. Everyday words, words made of others, and slips in words that the notes know are no names.
 */
export function asksOfStranger({ kind, unknown, terms, standalone }: Query): boolean {
  if (terms.some(({ stranger }) => stranger === true)) return true;
  const isGuessed = (word: string) => terms.some(({ text, variants }) => text === word && variants.length > 0);
  const strange = unknown.filter((word) => !isCommonWord(termOf(word.toLowerCase())) && !isGuessed(word));
  if (strange.length === 0) return false;
  const asked = standalone.slice(0, LONGEST);
  const words = wordsOf(asked);
  const asksWhat = kind === 'definition' || (kind === 'person' && WHO_IS.test(asked));
  return words.some(({ text }, i) => {
    const name = text.replace(POSSESSIVE, '');
    if (!strange.includes(name)) return false;
    const isAside = terms.some((term) => term.aside === true && term.text === text);
    return (asksWhat && !isAside) || standsAsName(words, i);
  });
}

/** Whether a word stands where names do: with a capital, before "'s", before what somebody did, or behind "from" or "by". */
function standsAsName(words: readonly Word[], i: number): boolean {
  const { text, word } = words[i] as Word;
  if ((i > 0 && /^\p{Lu}/u.test(text)) || POSSESSIVE.test(text)) return true;
  if (DERIVED.test(word) || word.length < SHORTEST_NAME) return false;
  const [before, last] = [words[i - 2]?.word ?? '', words[i - 1]?.word ?? ''];
  const isSubject = AUXILIARIES.has(last) || (AUXILIARIES.has(before) && !DETERMINERS.has(last));
  return (isSubject && words[i + 1] !== undefined) || COMES_FROM.has(last);
}

/** Characters of a question that are looked at. */
const LONGEST = 400;
/** Shorter words in lower case are slips, as a rule; in letters. */
const SHORTEST_NAME = 4;
const WHO_IS = /^who(?:['’]?s| is| was)\b/i;
const POSSESSIVE = /['’]s$/;
const AUXILIARIES: ReadonlySet<string> = new Set(
  'did does do has have had was were is are will can could would'.split(' '),
);
const DETERMINERS: ReadonlySet<string> = new Set('the a an this that his her its their some any'.split(' '));
const COMES_FROM: ReadonlySet<string> = new Set(['from', 'by', 'at', 'with']);
/** Endings of words that are made of others, and mean what those do. */
const DERIVED = /(?:ed|ing|est|ly|ness|able|ible|ful|less|ish|ers|ors|ists)$/;
