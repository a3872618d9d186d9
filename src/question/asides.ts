import { isStopWord } from '../text/stop-words.js';
import type { Word } from './words.js';

/**
 * Positions of the words that only tell where the asker has it from, not what is asked: "what is Notary, the thing they showed in
 * 2015", "what's the ModSquad MetLife talked about", "what does CaaS stand for, Golub brought it up". Empty when nothing would be
 * left.
 */
export function asidesOf(words: readonly Word[], text: string, isName: (term: string) => boolean): ReadonlySet<number> {
  const aside = new Set<number>();
  const clauses = clausesOf(words, text);
  for (const clause of clauses.length > MOST_CLAUSES ? [] : clauses) {
    const plain = clause.map((i) => words[i]?.word).join(' ');
    if (clauses.length > 1 && REMINDS.some((pattern) => pattern.test(plain))) for (const i of clause) aside.add(i);
    else for (const i of relativeIn(clause, words, isName)) aside.add(i);
  }
  return words.some(({ word }, i) => !aside.has(i) && !isStopWord(word)) ? aside : NONE;
}

const NONE: ReadonlySet<number> = new Set();
/** A text of more clauses is no question with a remark beside it. */
const MOST_CLAUSES = 6;

/** Positions of the words between commas, dashes and brackets. */
function clausesOf(words: readonly Word[], text: string): readonly (readonly number[])[] {
  const clauses: number[][] = [];
  words.forEach(({ from }, i) => {
    const before = text.slice(words[i - 1]?.to ?? from, from);
    const last = clauses.at(-1);
    if (last === undefined || /[,;:()\n]|\s[-–—]+\s|—/.test(before)) clauses.push([i]);
    else last.push(i);
  });
  return clauses;
}

const PRESENTED =
  '(?:show(?:ed|n|s)?|demo(?:ed|s)?|demonstrated|presented|announced?|introduced|unveiled|revealed|launched|released|mentioned|mentions|discussed|described|explained|talk(?:ed|s)?|sp(?:oke|eaks)|brought|told|said|heard|saw|seen|read)';
/** Who presented it: up to three words, none of which asks. */
const SOMEBODY =
  "(?:(?!(?:who|whom|whose|what|which|when|where|why|how|is|are|was|were|do|does|did)\\b)[\\p{L}’'-]+ ){1,3}?";

/** A clause that reminds of where a thing was met. */
const REMINDS: readonly RegExp[] = [
  // "the thing they showed in 2015"
  new RegExp(
    `^(?:the|that|this|some) (?:thing|one|stuff|bit|part|word|term|name) (?:that |which )?${SOMEBODY}${PRESENTED}\\b`,
    'u',
  ),
  // "golub brought it up in the keynote", "they talked about that"
  new RegExp(
    `^(?:(?:which|that|as|when|where|and) )?${SOMEBODY}${PRESENTED} (?:about |of )?(?:it|that|this|them|these|those)\\b`,
    'u',
  ),
  // "announced in austin", "which was shown on day 2"
  /^(?:as |(?:which|that) (?:was |were )?|(?:it|they) (?:was|were) )?(?:shown|demoed|demonstrated|presented|announced|introduced|unveiled|revealed|launched|released|mentioned|discussed) (?:first )?(?:in|at|on|during|by|from|back)\b/,
];

/** "… MetLife talked about in Austin", "… they showed on stage": a clause without a comma that ends the question. */
function relativeIn(clause: readonly number[], words: readonly Word[], isName: (term: string) => boolean): number[] {
  const [first, second] = clause.map((i) => words[i]?.word ?? '');
  if (clause.length > LONGEST_CLAUSE || !WHAT_IS.test(`${first} ${second}`)) return [];
  for (let k = 3; k < clause.length; k++) {
    const at = clause[k] as number;
    const rest = clause
      .slice(k)
      .map((i) => words[i]?.word)
      .join(' ');
    if (CAME.test(rest)) return clause.slice(k);
    if (!MENTIONS.test(rest)) continue;
    const subject = words[at - 1];
    const topic = words[at - 2];
    if (subject === undefined || topic === undefined) return [];
    const somebody = PRONOUNS.has(subject.word) || isName(subject.term);
    const start = /^(?:that|which)$/.test(topic.word) ? k - 2 : k - 1;
    const head = words[clause[start - 1] ?? -1];
    // "what is the tool Docker announced" asks for the tool.
    return somebody && head !== undefined && isName(head.term) ? clause.slice(start) : [];
  }
  return [];
}

/** A clause of more words is no question with a remark at its end. */
const LONGEST_CLAUSE = 30;
const WHAT_IS = /^(?:what|who) (?:is|are|was|were)$|^(?:what's|whats|who's|whos|what're) /;
const PRONOUNS: ReadonlySet<string> = new Set('they he she you we people folks somebody someone everyone'.split(' '));
/** "… when it came out". */
const CAME = new RegExp(
  `^(?:when|once|after) (?:it|they) (?:(?:first|was|were|got) )*(?:came|appeared|started|began|${PRESENTED})\\b`,
  'u',
);
const MENTIONS = new RegExp(
  `^${PRESENTED}(?: (?:about|of|up|off|it|on stage))*(?: (?:in|at|on|during|from|back|last|this) .*)?$`,
  'u',
);
