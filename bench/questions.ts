import { createRandom, integer, pick, type Random } from './random.js';

/**
 * Questions as people type them in a chat, 6 to 10 words each, drawn from passages so that each has an answer: a question
 * word and a run of a sentence's words, with the small words they hold. The same passages and seed give the same questions.
 */
export function drawQuestions(passages: readonly string[], count: number, seed = 2): string[] {
  const random = createRandom(seed);
  const sources = passages.map(wordsOf).filter((words) => words.length >= LONGEST);
  if (sources.length === 0) throw new Error(`no passage has ${LONGEST} words: there is nothing to draw questions from`);
  return Array.from({ length: count }, () => {
    const opening = pick(random, OPENINGS);
    const length = integer(random, SHORTEST, LONGEST) - opening.split(' ').length;
    const question = [opening, ...run(random, pick(random, sources), length)].join(' ');
    return random() < 0.5 ? `${question.charAt(0).toUpperCase()}${question.slice(1)}?` : question.toLowerCase();
  });
}

/** Words in a question, fewest and most. */
const SHORTEST = 6;
const LONGEST = 10;
const OPENINGS = [
  'what is',
  'who said',
  'when was',
  'where is',
  'why did',
  'how many',
  'which',
  'tell me about',
  'how does',
];

/** What each hostile question is, in their order. */
export const HOSTILE_NAMES = ['1,000 words', '40,000 letters', '10 letters'] as const;

/** A question that was made to hurt. */
export interface HostileQuestion {
  readonly name: (typeof HOSTILE_NAMES)[number];
  readonly question: string;
}

/**
 * Questions that cost an unguarded index seconds, or its life: a thousand words of the notes, one word of 40,000 letters
 * (as many as a Slack message may hold), and ten words of one letter.
 */
export function hostileQuestions(passages: readonly string[], seed = 3): HostileQuestion[] {
  const random = createRandom(seed);
  const words: string[] = [];
  while (words.length < 1_000) words.push(...wordsOf(pick(random, passages)));
  return [
    { name: '1,000 words', question: words.slice(0, 1_000).join(' ') },
    { name: '40,000 letters', question: letters(random, 40_000) },
    { name: '10 letters', question: Array.from({ length: 10 }, () => letters(random, 1)).join(' ') },
  ];
}

/** Words without the punctuation around them. */
function wordsOf(passage: string): string[] {
  return passage.split(/\s+/).flatMap((word) => word.match(/[\p{L}\p{N}$](?:.*[\p{L}\p{N}%])?/u) ?? []);
}

function run(random: Random, words: readonly string[], length: number): readonly string[] {
  const from = integer(random, 0, words.length - length);
  return words.slice(from, from + length);
}

function letters(random: Random, count: number): string {
  return Array.from({ length: count }, () => pick(random, LETTERS)).join('');
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
