import { nounClassOf } from './nouns.js';
import type { QuestionKind } from './query.js';

/**
 * What a question asks for, told from its wording alone.
 *
 * Takes the question's words, normalised, without politeness around them, and the head noun of what is asked for. Undefined when
 * the wording tells nothing, as with keywords ("orca sign up") and fragments ("and in 2017").
 */
export function kindOf(words: readonly string[], head: string | undefined): QuestionKind | undefined {
  const asked = words.slice(0, MOST_WORDS);
  const text = ` ${asked.join(' ')} `;
  if (asksWhoAtTheEnd(asked)) return 'person';
  if (asked.length <= LONGEST_NAME && WHAT_AT_THE_END.test(text)) return 'definition';
  if (COMPARISON.some((phrase) => text.includes(phrase))) return 'comparison';
  if (REASON.some((phrase) => text.includes(phrase))) return 'reason';
  const at = questionWordAt(asked);
  if (at !== undefined) return BY_QUESTION_WORD[asked[at] as QuestionWord](asked.slice(at + 1), head, text);
  const first = asked.find((word) => !JOINTS.has(word)) ?? '';
  if (
    (LISTS.has(first) && !text.startsWith(' name of ')) ||
    / (?:run|walk|take|talk) (?:me|us) through /.test(text) ||
    / give (?:me )?(?:a list|the list|all|\w+ examples|examples|two|three|four|five) /.test(text)
  )
    return 'list';
  if (DEFINES.has(first)) return 'definition';
  if (AUXILIARIES.has(first)) return askedInside(asked, head, text) ?? 'yes-no';
  return byLeadingNoun(asked);
}

/** The wording of a question stands in its beginning. */
const MOST_WORDS = 60;

const COMPARISON: readonly string[] = [
  ' vs ',
  ' versus ',
  ' difference ',
  ' differences ',
  ' differ ',
  ' differs ',
  ' compare ',
  ' compares ',
  ' compared ',
  ' comparing ',
  ' comparison ',
  ' similar ',
  ' similarities ',
  ' similarity ',
  ' equivalent ',
  ' in common ',
  ' same as ',
  ' as opposed to ',
];
const REASON: readonly string[] = [
  ' how come ',
  ' what made ',
  ' what pushed ',
  ' what brought ',
  ' what kept ',
  ' what makes ',
  ' what led ',
  ' what drove ',
  ' what prompted ',
  ' what caused ',
  ' what causes ',
  ' what motivated ',
  ' what convinced ',
  ' explain why ',
  ' for what reason ',
  ' reason for ',
  ' reasons for ',
  ' reason why ',
  ' reason behind ',
  ' reasons behind ',
  ' reason that ',
  ' what was the point of ',
];

/** "somebody compared it with a reboot, who?": no other word asks. */
function asksWhoAtTheEnd(words: readonly string[]): boolean {
  return (
    words.findIndex((word) => Object.hasOwn(BY_QUESTION_WORD, word)) === words.length - 1 && words.at(-1) === 'who'
  );
}

/** "libnetwork = what", "runC, what is it". */
const WHAT_AT_THE_END = /^ (?!what )\S.* what(?: is it| is that| exactly)? $/;

type QuestionWord = 'who' | 'whom' | 'whose' | 'which' | 'what' | 'when' | 'where' | 'why' | 'how';

/**
 * Position of the word that asks. One inside a yes-no question or an order is another matter: "did Hykes say why", "list everyone who
 * spoke"; elsewhere it may stand late: "secure node introduction - what is that".
 */
function questionWordAt(words: readonly string[]): number | undefined {
  const at = words.findIndex((word) => Object.hasOwn(BY_QUESTION_WORD, word));
  if (at === -1) return undefined;
  const first = words.find((word) => !JOINTS.has(word)) ?? '';
  return AUXILIARIES.has(first) || LISTS.has(first) || DEFINES.has(first) ? undefined : at;
}

/** "Did they say when it ships" wants to know when, and not only whether. */
function askedInside(words: readonly string[], head: string | undefined, text: string): QuestionKind | undefined {
  const at = words.findIndex((word, i) => INSIDE.has(word) && i > 1 && TELLS.has(words[i - 1] ?? ''));
  return at === -1 ? undefined : BY_QUESTION_WORD[words[at] as QuestionWord](words.slice(at + 1), head, text);
}

const INSIDE: ReadonlySet<string> = new Set(['when', 'where', 'who', 'why', 'how']);
const TELLS: ReadonlySet<string> = new Set(
  'say says said mention mentioned reveal revealed explain explained know announce announced specify state stated'.split(
    ' ',
  ),
);

/** Words that may stand before what asks: "and at which". */
const JOINTS: ReadonlySet<string> = new Set(
  'and but so or then also ok in at on for from by with to of about during since until'.split(' '),
);
const AUXILIARIES: ReadonlySet<string> = new Set(
  "is are was were am do does did has have had can could will would should may might isn't aren't wasn't weren't don't doesn't didn't hasn't haven't".split(
    ' ',
  ),
);
const LISTS: ReadonlySet<string> = new Set(['list', 'name', 'enumerate', 'summarize', 'summarise', 'all']);
const DEFINES: ReadonlySet<string> = new Set(['define', 'explain', 'describe', 'definition', 'meaning']);

/** For each question word: what it asks for, from the words behind it, the head noun of its phrase and the whole text. */
const BY_QUESTION_WORD: Readonly<
  Record<QuestionWord, (rest: readonly string[], head: string | undefined, text: string) => QuestionKind>
> = {
  who: askedWho,
  whom: askedWho,
  whose: ([next = '']) => (SAYINGS.has(next) ? 'attribution' : 'person'),
  when: () => 'date',
  where: () => 'place',
  why: () => 'reason',
  how: askedHow,
  which: (rest, head, text) => askedThing(rest, head, text) ?? (isPlural(head) ? 'list' : 'fact'),
  what: (rest, head, text) => askedThing(rest, head, text) ?? askedWhat(rest, head),
};

const SAYINGS: ReadonlySet<string> = new Set(['words', 'quote', 'phrase', 'line', 'saying', 'opinion', 'idea', 'joke']);
const SAYS: ReadonlySet<string> = new Set(
  'said says say quoted told claimed claims argued argues coined called calls warned mentioned mentions remarked stated complained predicted promised thinks thought believes described describes compared'.split(
    ' ',
  ),
);

/** "who spoke about X" asks for whose words they are; "who spoke" for a name. */
const SPEAKS: ReadonlySet<string> = new Set(['talked', 'talks', 'spoke', 'speaks', 'joked']);
const ABOUT: ReadonlySet<string> = new Set(['about', 'of', 'on']);

function askedWho(rest: readonly string[]): QuestionKind {
  if (rest[0] === 'or' && rest[1] === 'what') return 'definition';
  return rest
    .slice(0, 3)
    .some(
      (word, i) =>
        (SAYS.has(word) || (SPEAKS.has(word) && ABOUT.has(rest[i + 1] ?? ''))) &&
        rest.slice(0, i).every((other) => !AUXILIARIES.has(other)),
    )
    ? 'attribution'
    : 'person';
}

/** Measures behind "how"; comparatives too: "how much quicker", "how many times faster". */
const MEASURES: ReadonlySet<string> = new Set(
  'many much large big long often quick quickly fast tall high old far few little small heavy wide deep soon expensive costly cheap rapidly frequently hot cold strong'.split(
    ' ',
  ),
);

function askedHow([next = '', second = '']: readonly string[], _head: string | undefined, text: string): QuestionKind {
  if (text.includes(' number of ')) return 'number';
  if (next === 'long' && second === 'ago') return 'date';
  return MEASURES.has(next) || (next.endsWith('er') && next.length > 4) ? 'number' : 'manner';
}

/** "which X", "what X": by the class of X, then by what was done with it. */
function askedThing(rest: readonly string[], head: string | undefined, text: string): QuestionKind | undefined {
  const kind = head === undefined ? undefined : nounClassOf(head)?.kind;
  const said = rest.slice(0, 5).some((word) => SAYS.has(word));
  if (kind === 'person') return said ? 'attribution' : isPlural(head) ? 'list' : 'person';
  if (kind !== undefined) return kind === 'place' && isPlural(head) ? 'list' : kind;
  if (ANNOUNCES.some((word) => text.includes(` ${word} `))) return 'announcement';
  if (DEMOS.some((word) => text.includes(` ${word} `))) return isPlural(head) ? 'list' : 'demo';
  return undefined;
}

const ANNOUNCES: readonly string[] = [
  'announce',
  'announced',
  'announcing',
  'unveil',
  'unveiled',
  'launch',
  'launched',
  'introduce',
  'introduced',
  'reveal',
  'revealed',
  'releasing',
  'new',
];
const DEMOS: readonly string[] = [
  'demo',
  'demos',
  'demoed',
  'demoing',
  'demonstrate',
  'demonstrated',
  'demonstration',
  'shown',
  'show',
  'showed',
];

/** "what is X": a definition when nothing follows X; "what were the lessons": a list; "what date" and the like are seen already. */
function askedWhat(rest: readonly string[], head: string | undefined): QuestionKind {
  if (isPlural(head)) return 'list';
  const [verb = '', ...asked] = rest;
  const object = asked
    .join(' ')
    .replace(PURPORTED, '')
    .split(' ')
    .filter((word) => word !== '');
  if (verb === 'does' && ['mean', 'means', 'stand'].some((word) => object.includes(word))) return 'definition';
  if (!BE.has(verb)) return 'fact';
  const words = object.filter((word) => !FILLERS.has(word));
  if (words.length === 0) return 'definition';
  return words.length <= LONGEST_NAME && !words.some((word) => PREPOSITIONS.has(word) || /'s$|ing$/.test(word))
    ? 'definition'
    : 'fact';
}

/** "what is X for", "what is X supposed to be", "what was X all about". */
const PURPORTED = /(?:^| )(?:(?:good )?for|(?:supposed|meant|intended) to (?:be|do|mean)|all about)$/;
const BE: ReadonlySet<string> = new Set(['is', 'are', 'was', 'were', "'s"]);
/** "what is the open container project exactly". */
const LONGEST_NAME = 4;
const FILLERS: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'this',
  'that',
  'it',
  'these',
  'those',
  'exactly',
  'about',
  'all',
  'even',
  'called',
]);
const PREPOSITIONS: ReadonlySet<string> = new Set(
  'of for in on at with by from to behind between during before after like as than going doing'.split(' '),
);

/** "reasons for X", "price of X", "demo of X", "the venue". */
function byLeadingNoun(words: readonly string[]): QuestionKind | undefined {
  const phrase = words.filter((word) => word !== 'the').slice(0, 3);
  if (phrase[0] === 'name' && phrase[1] === 'of') return nounClassOf(phrase[2] ?? '')?.kind;
  if (COUNTS.has(phrase[0] ?? '') && phrase.slice(1).some(isPlural)) return 'list';
  const of = phrase.findIndex((word) => PREPOSITIONS.has(word));
  if (of <= 0) return undefined;
  const noun = phrase[of - 1] ?? '';
  return nounClassOf(noun)?.kind ?? (isPlural(noun) ? 'list' : undefined);
}

/** A plural in -s, or one of the few common ones without. */
function isPlural(noun: string | undefined): boolean {
  return noun !== undefined && (/[^siu]s$/.test(noun) || ['people', 'men', 'women', 'children'].includes(noun));
}

/** "three kinds of apps", "the five goals". */
const COUNTS: ReadonlySet<string> = new Set(
  'two three four five six seven eight nine ten 2 3 4 5 6 7 8 9 10'.split(' '),
);
