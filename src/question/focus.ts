import { isStopWord } from '../text/stop-words.js';
import { nounClassOf } from './nouns.js';
import type { Word } from './words.js';

/**
 * The thing asked for: positions of the noun phrase after "which", "what", "how many", "list the", "what were the", head noun
 * first. Empty when the question names none.
 */
export function focusOf(words: readonly Word[], isName: (term: string) => boolean = () => false): readonly number[] {
  const start = startOf(words);
  if (start === undefined) return [];
  const phrase: number[] = [];
  for (let i = start; i < words.length && phrase.length < LONGEST; i++) {
    const word = words[i]?.word ?? '';
    if (phrase.length === 0 && FILLERS.has(word)) continue;
    // "kinds of things", "sort of demo", "piece of software": the noun behind "of" says more.
    if (KIND_NOUNS.has(word) && words[i + 1]?.word === 'of') {
      phrase.length = 0;
      i++;
      continue;
    }
    const conjoined =
      word === 'and' && phrase.length > 0 && !isStopWord(words[i + 1]?.word ?? 'and') && endsBeforeVerb(words, i + 1);
    if (conjoined) continue;
    if (RELATIVE.has(word) && TIMES.has(words[i + 1]?.word ?? '')) break;
    if (isStopWord(word) || VERBS.has(word) || (phrase.length > 0 && isPast(words, i, isName))) break;
    // "which driver Firshman used": a name behind a common noun begins a clause of its own.
    const named = isName(words[i]?.term ?? '');
    if (named && phrase.length > 0 && !isName(words[i - 1]?.term ?? '')) break;
    phrase.push(i);
  }
  return phrase.reverse();
}

/** "which city hosted the event": a form in -ed with something behind it that no noun phrase goes on with. */
function isPast(words: readonly Word[], i: number, isName: (term: string) => boolean): boolean {
  const next = words[i + 1];
  return (
    /\w{2}ed$/.test(words[i]?.word ?? '') &&
    (next === undefined || isStopWord(next.word) || /^\p{Lu}/u.test(next.text) || isName(next.term))
  );
}

/** "announcements last year". */
const RELATIVE: ReadonlySet<string> = new Set(['last', 'next', 'past', 'previous']);
const TIMES: ReadonlySet<string> = new Set(['year', 'years', 'month', 'week', 'time', 'decade', 'edition', 'day']);

const LONGEST = 6;
const FILLERS: ReadonlySet<string> = new Set([
  'the',
  'a',
  'an',
  'all',
  'other',
  'some',
  'any',
  'of',
  'those',
  'these',
  'different',
  'new',
  'various',
  'me',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'ten',
  'main',
  'few',
  'more',
  'exact',
  'exactly',
  'specific',
]);
const KIND_NOUNS: ReadonlySet<string> = new Set([
  'kind',
  'kinds',
  'type',
  'types',
  'sort',
  'sorts',
  'piece',
  'pieces',
  'list',
  'number',
  'name',
  'names',
  'set',
  'couple',
  'pair',
  'amount',
  'group',
]);
/** Verbs that follow a noun phrase without an auxiliary: "which company built …". */
const VERBS: ReadonlySet<string> = new Set(
  'said says showed shows gave gives took takes made makes built builds used uses ran runs joined joins spoke speaks got gets came comes went goes demoed presented announced launched unveiled introduced released opened closed started began helped supported led won works worked works happened changed appeared needs wanted wants talked mentioned joined kicked inspired powers powered provides provided contributed followed moved split spun told held found met sent sold spent thought knew wrote grew fell chose felt heard taught threw wore drew drove stood struck paid'.split(
    ' ',
  ),
);

/** Where the noun phrase begins: behind the question word and, for "what were the three goals", behind its verb and article. */
function startOf(words: readonly Word[]): number | undefined {
  for (let i = 0; i < Math.min(words.length, 12); i++) {
    const word = words[i]?.word ?? '';
    const next = words[i + 1]?.word ?? '';
    if (word === 'how' && (next === 'many' || next === 'much')) return i + 2;
    if (word === 'which' || word === 'whose') return BE.has(next) ? behindArticle(words, i + 2) : i + 1;
    if (word === 'what' || word === "what's" || word === 'whats') {
      if (word !== 'what') return behindArticle(words, i + 1);
      return BE.has(next) ? behindArticle(words, i + 2) : i + 1;
    }
    if (i < 2 && (word === 'list' || word === 'name') && next !== '') return i + 1;
  }
  return undefined;
}

/** "what is the theme of …", "what were the lessons …": only with more behind the noun, else the noun is what is to be defined. */
function behindArticle(words: readonly Word[], i: number): number | undefined {
  if (words[i]?.word !== 'the' && words[i]?.word !== 'some') return undefined;
  const rest = words.slice(i + 1, i + 1 + LONGEST);
  if (PLURAL_BE.has(words[i - 1]?.word ?? '') || nounClassOf(rest.at(-1)?.word ?? '')?.kind !== undefined) return i + 1;
  return rest.some(({ word }) => isStopWord(word)) || /s$/.test(rest.at(-1)?.word ?? '') ? i + 1 : undefined;
}

/** Whether the words from `i` on still belong to the phrase: an auxiliary follows within a few words. */
function endsBeforeVerb(words: readonly Word[], i: number): boolean {
  return words.slice(i, i + 4).some(({ word }) => AUXILIARIES.has(word));
}

const PLURAL_BE: ReadonlySet<string> = new Set(['are', 'were']);
const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', 'be']);
const AUXILIARIES: ReadonlySet<string> = new Set([
  'is',
  'are',
  'was',
  'were',
  'do',
  'does',
  'did',
  'has',
  'have',
  'had',
  'can',
  'could',
  'will',
  'would',
  'should',
]);
