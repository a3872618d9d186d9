import { termOf } from '../text/terms.js';
import { frameWeight } from './frame.js';
import type { Reading } from './reading.js';
import type { PlacedTerm } from './terms.js';

/**
 * How far a question leans on the conversation before it.
 *
 * `none`: it stands alone. `weak`: it may go on with the subject ("and how much faster did it get"). `strong`: it cannot be
 * understood without ("who demoed it?", "why?"). `swap`: it repeats the question before it with something exchanged ("and in
 * 2017?", "what about Microsoft?").
 */
export interface Leaning {
  readonly degree: 'none' | 'weak' | 'strong' | 'swap';
  /** Position of the word that stands for the earlier subject, where there is one. */
  readonly pronoun?: number;
}

/** Tells from the question alone how far it leans; whether there is anything to lean on is for the caller to know. */
export function leaningOf(reading: Reading): Leaning {
  const { plain, words } = reading;
  const own = ownContent(reading);
  if (isSwap(reading)) return { degree: 'swap' };
  const pronoun = words.findIndex((_, i) => !reading.asides.has(i) && standsForEarlier(reading, i));
  if (pronoun !== -1) {
    const word = words[pronoun]?.word ?? '';
    const generic = VAGUE_SUBJECTS.has(word) && own.some(({ name }) => name);
    // "which firm changed its logo" may mean its own; "which other firm" does not.
    const mayBeOwn = POSSESSIVE.has(word) && reading.focus.length > 0 && !/\b(?:other|else|another)\b/.test(plain);
    const detailed = own.length >= DETAILED && own.some(({ name }) => name);
    return { degree: generic || mayBeOwn || detailed ? 'weak' : 'strong', pronoun };
  }
  const named = own.some(({ name }) => name);
  if (ADDS.test(plain)) return { degree: 'weak' };
  if (ELSE.test(plain) && !named) return { degree: 'strong' };
  if (own.length === 0) {
    const scoped = reading.scope.used.size > 0;
    if (words.length <= SHORT) return { degree: scoped ? 'none' : 'strong' };
    return { degree: scoped ? 'none' : 'weak' };
  }
  if (!named && own.length === 1 && ELLIPTICAL.test(plain)) return { degree: 'strong' };
  if (!named && own.length <= 1 && EXISTENTIAL.test(plain)) return { degree: 'weak' };
  if (!named && NARROWS.test(plain)) return { degree: 'strong' };
  if (!named && (CONTINUES.test(plain) || words.some(({ word }) => PERSONAL.has(word)))) return { degree: 'weak' };
  if (!named && own.length === 1 && DEFINITE.test(plain) && !OF.test(plain)) return { degree: 'weak' };
  return { degree: 'none' };
}

/** The terms that say what the question is about, without words that any question may hold. */
export function ownContent(reading: Reading): readonly PlacedTerm[] {
  return reading.content.terms.filter(({ term, weight }) => frameWeight(term) === undefined && weight > LIGHT);
}

const LIGHT = 0.2;
const SHORT = 4;
/** So many terms of its own, a name among them, tell enough to be answered without the conversation. */
const DETAILED = 4;

const CONTINUES = /^(?:and|but|so|also|then|plus|or)\b/;
/** "only for large ones?" */
const NARROWS = /^(?:only|just|even|not) (?:for|in|on|at|with|by|from|the|a|an|one)\b/;
const ELSE =
  /\b(?:else|another one|the others?|the same (?:one|person|thing)|tell me more|more (?:details?|info(?:rmation)?|about (?:it|that|this))|elaborate|go on|continue|any details?|for example|such as|like what|since when|in what way)\b|^more$/;
/** "did Google join too". */
const ADDS = /\b(?:too|also|as well)$/;
/** "in which version", "give me an example", "any downsides": a noun without the thing it belongs to. */
const ELLIPTICAL =
  /^(?:and |but |so )?(?:(?:in |at |on |for |with |from |by |to )?(?:which|what) \w+|any \w+|(?:give |show )?(?:me )?(?:an |some )?examples?)$/;
/** "are there any downsides". */
const EXISTENTIAL = /^(?:and |but |so )?(?:is|are|was|were) there (?:\w+ ){0,2}\w+$/;
/** "when was the demo": one thing that both sides know, not named. */
const DEFINITE = /\b(?:the|that) \w+$/;
const OF = /\b(?:of|for|about|from|by|with|in|at|on) /;

/** "what about X", "and X?", "and in 2017?", "day 2?": nothing but the thing that is exchanged. */
function isSwap({ plain, words, scope, kind }: Reading): boolean {
  if (COMPARES.test(plain) && words.length <= LONGEST_SWAP) return true;
  if (
    /^(?:(?:and|but|so|ok|okay|or|then|also|now) )*(?:(?:what|how) about|(?:the )?same (?:question |thing )?(?:for|but|with|in)|now for) \w/.test(
      plain,
    )
  ) {
    return !/^(?:\w+ )*?about (?:it|that|this|them|him|her|those|these)\b/.test(plain);
  }
  if (words.length > LONGEST_SWAP || kind !== undefined || words.some(({ word }) => ASKS.has(word))) return false;
  const scopeOnly = scope.used.size > 0 && words.every(({ word }, i) => scope.used.has(i) || SMALL.has(word));
  const pronoun = words.some(({ word }) => PERSONAL.has(word));
  return scopeOnly || (CONTINUES.test(plain) && words.length > 1 && !pronoun);
}

/** "compared to 2017?": the same, and what was asked before beside it. */
export const COMPARES = /^(?:and |but |so |or )?(?:vs|versus|compared (?:to|with)|as opposed to|against)\b/;

const LONGEST_SWAP = 7;
const SMALL: ReadonlySet<string> = new Set(
  'and but or so then also what about how in at on for during from the a of only just ok'.split(' '),
);
const ASKS: ReadonlySet<string> = new Set(
  "who whom whose which when where why what's who's is are was were do does did has have had can could will would should".split(
    ' ',
  ),
);

/** Whether the word at a position stands for something that an earlier question named. */
function standsForEarlier(reading: Reading, i: number): boolean {
  const { words, plain } = reading;
  const word = words[i]?.word ?? '';
  const previous = words[i - 1]?.word ?? '';
  const next = words[i + 1]?.word;
  if (PERSONAL.has(word)) {
    if (word.startsWith('it') && EXPLETIVE.test(plain)) return false;
    if (next === 'own') return false;
    return !hasAntecedent(reading, i, POSSESSIVE.has(word) && next !== undefined);
  }
  if (word === 'that' || word === "that's" || word === 'thats') {
    const pronoun =
      next === undefined ||
      i === 0 ||
      BEFORE_THAT.has(previous) ||
      PREPOSITIONS.has(previous) ||
      previous === 'what' ||
      previous === 'about' ||
      GENERAL_NOUNS.has(next ?? '');
    return pronoun && !hasAntecedent(reading, i, false);
  }
  if (word === 'this' || word === 'these' || word === 'those') {
    if (next !== undefined && (OUTSIDE.has(next) || next === 'who')) return false;
    return !hasAntecedent(reading, i, false);
  }
  if (word === 'one' || word === 'ones') return PICKS.has(previous) && !hasAntecedent(reading, i, true);
  if (word === 'there') return next === undefined && !ASKS.has(previous) && !hasAntecedent(reading, i, true);
  return (word === 'former' || word === 'latter') && (next === undefined || ASKS.has(next));
}

/** "That day": a noun that tells little by itself; behind "that" others begin a clause as often. */
export const GENERAL_NOUNS: ReadonlySet<string> = new Set(
  'day time person guy man woman company firm team project product tool demo talk session thing'.split(' '),
);
const BEFORE_THAT: ReadonlySet<string> = new Set('is was are were did does do when where why how'.split(' '));

/** Pronouns that may mean nobody in particular: "where did they boot it". */
const VAGUE_SUBJECTS: ReadonlySet<string> = new Set(['they', 'them', 'their', "they're"]);
const PERSONAL: ReadonlySet<string> = new Set(
  "it its it's they them their theirs they're he him his he's she her hers she's".split(' '),
);
/** "it's" is often typed for "its". */
const POSSESSIVE: ReadonlySet<string> = new Set(['its', "it's", 'their', 'his', 'her']);
const PREPOSITIONS: ReadonlySet<string> = new Set(
  'of about for with in from to by after like than on at during before'.split(' '),
);
const PICKS: ReadonlySet<string> = new Set(
  'which that this the another other first second third last next latter former'.split(' '),
);
/** "this year", "this bot": nothing that was talked about. */
const OUTSIDE: ReadonlySet<string> = new Set('year week month time bot channel morning afternoon'.split(' '));
/** "it" without meaning: "is it true that", "how long does it take to", "what time is it". */
const EXPLETIVE =
  /\b(?:is|was|wasn't|isn't) it (?:\w+ ){0,2}?(?:that|to|for|if|when|believed|thought)\b|\bit (?:is|was) (?:\w+ )?that\b|\b(?:does|did|would) it (?:take|cost) (?:to|for)\b|\bit mean (?:when|for|to|if)\b|\btime is it\b|\b(?:make|makes|made) it (?:possible|easy|easier|hard|to)\b/;

/**
 * Whether the question itself names what a word at a position stands for: something before it, in another clause ("who is Grace
 * Hopper and what did she build"), or, for a possessive, anywhere before it. The thing asked for is no antecedent:
 * "which project inspired its logo".
 */
function hasAntecedent(reading: Reading, i: number, sameClause: boolean): boolean {
  const focus = new Set(reading.focus);
  const thing = THINGS.has(reading.words[i]?.word ?? '');
  return reading.content.terms.some(({ at, term, name }) => {
    // In "what did Hopper say about it", the one who says is not what it is about.
    if (thing && SPEAKS.has(reading.words[at + 1]?.term ?? '')) return false;
    if (at >= i || focus.has(at) || (frameWeight(term) ?? 1) < 0.3) return false;
    // "Who had to step in when it broke": what was done is no thing.
    if (!name && BEFORE_VERB.has(reading.words[at - 1]?.word ?? '')) return false;
    // In "inspired its logo" the word before is the verb, not what "its" means.
    return sameClause ? at < i - 1 : isBreakBetween(reading, at, i);
  });
}

const BEFORE_VERB: ReadonlySet<string> = new Set(
  'to who did does do can could will would should must might'.split(' '),
);
const THINGS: ReadonlySet<string> = new Set(['it', 'its', "it's", 'that', 'this', 'these', 'those']);
const SPEAKS: ReadonlySet<string> = new Set(
  'say think tell speak talk mention describe explain announce show demo present believe claim give introduce want see recommend'
    .split(' ')
    .map(termOf),
);

function isBreakBetween({ words, text }: Reading, from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++) if (CLAUSE_STARTS.has(words[k]?.word ?? '')) return true;
  return /[,;:.!?\u2013\u2014]|\s-\s/.test(text.slice(words[from]?.to ?? 0, words[to]?.from ?? 0));
}

const CLAUSE_STARTS: ReadonlySet<string> = new Set(
  'and but or so because when while if that which who what why how where whether after before until once though although unless since than as'.split(
    ' ',
  ),
);
