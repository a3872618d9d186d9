import type { AnswerType, Query, QuestionKind } from '../question/query.js';
import { isStopWord } from '../text/stop-words.js';
import { termOf } from '../text/terms.js';
import { asksAboutEdition } from './edition-question.js';
import type { Place } from './passage-index.js';
import { isScoped } from './scope.js';

/** A kind of thing that can be told by the looks of its words. */
export type SightKind = 'person' | 'place' | 'figure' | 'date' | 'clock' | 'reason';

/** What the form of a question asks for; found out once, not for each sentence. */
export interface QuestionForm {
  /** "What is X", "who is Ann Lee": an explanation. */
  readonly asksWhatIs: boolean;
  /** The labels of the front-matter fields that answer it. */
  readonly fieldAsked?: RegExp;
  /** Nothing but when or where an edition is. */
  readonly asksAboutEdition: boolean;
  /** A thing that can be told by its looks; undefined where any sentence may answer. */
  readonly sees?: SightKind;
  /** Several persons or companies. */
  readonly listsNames: boolean;
  /** "How many X". */
  readonly counts: boolean;
  /** A web address. */
  readonly asksAddress: boolean;
  /** A share or multiple. */
  readonly asksRatio: boolean;
  /** An amount of money. */
  readonly asksMoney: boolean;
  /** Whether a place is of an edition asked about without naming a region; see `plainEdition` in evidence.ts. */
  plainness(place: Place): number;
}

/** Reads it off a query. */
export function questionForm(query: Query): QuestionForm {
  const { scope, standalone, answerTypes } = query;
  const sees =
    answerTypes[0] === 'time'
      ? 'clock'
      : (OWN_KIND[query.kind] ?? answerTypes.map((type) => KIND_OF[type]).find((found) => found !== undefined));
  const isPlain = isScoped(scope) && scope.europe === undefined;
  const said = isPlain ? standalone.slice(0, 400).toLowerCase() : '';
  const field = fieldOf(query);
  return {
    ...(field === undefined ? {} : { fieldAsked: field }),
    asksWhatIs:
      query.kind === 'definition' || asksWhoIs(query) || isTopic(query) || WORKS.test(standalone.slice(0, LONGEST)),
    asksAboutEdition: asksAboutEdition(query),
    ...(sees === undefined ? {} : { sees }),
    listsNames: query.kind === 'list' && answerTypes.some((type) => type === 'person' || type === 'company'),
    counts: query.kind === 'number' && /\bhow many\b/i.test(standalone.slice(0, 400)),
    asksAddress: answerTypes.includes('url'),
    asksRatio: answerTypes.some((type) => type === 'percent' || type === 'factor'),
    asksMoney: answerTypes.includes('money'),
    // "DockerCon 2017", said just so, means that edition rather than DockerCon EU 2017; "in 2017" may mean either.
    plainness: ({ section, note }) => {
      if (!isPlain) return 0;
      const event = section.event ?? note.event ?? '';
      if (event === '' || REGION.test(event)) return 0;
      return said.includes(event.toLowerCase()) ? 2 : 1;
    },
  };
}

function fieldOf(query: Query): RegExp | undefined {
  const { kind, answerTypes, standalone } = query;
  const asked = FIELDS[kind] === undefined && asksAboutEdition(query) ? (answerTypes[0] ?? kind) : kind;
  return asked === 'place' && CITY.test(standalone.slice(0, LONGEST)) ? FIELDS.city : FIELDS[asked];
}

const CITY = /\bcit(?:y|ies)\b/i;
/** The labels of fields that answer a kind of question, or what is asked for of several editions. */
const FIELDS: Readonly<Record<string, RegExp>> = {
  date: /^dates?$/i,
  place: /^(?:city|venue|location|place)$/i,
  city: /^(?:city|location|place)$/i,
};

/** In characters. */
const LONGEST = 100;
/** "How does Notary work", "what does Notary do": what it is says it. */
const WORKS =
  /^(?:how do(?:es)? .{2,60} (?:work|function)|what (?:does|do|can|could) .{2,60} do|what(?: is| was|['’]?s) .{2,60}['’]s (?:job|role|title|position|occupation))\W*$/i;
const REGION = /\b(?:EU|Europe)\b/;

/** "Who is Ann Lee": nothing but a name is asked about. */
function asksWhoIs({ kind, terms }: Query): boolean {
  return kind === 'person' && terms.length > 0 && terms.every(({ name }) => name);
}

/** "multi-stage builds", "tell me about Flocker", "what did they say about Flocker": nothing but the thing is named. */
export function isTopic({ kind, standalone, terms }: Query): boolean {
  if ((kind !== 'fact' && kind !== 'attribution') || terms.length === 0 || standalone.length > LONGEST_TOPIC)
    return false;
  const thing = standalone.replace(TELL_ME, '').replace(SAY_ABOUT, '');
  const words = thing.match(/[\p{L}\p{N}]+/gu) ?? [];
  const framing = new Set(terms.filter(({ weight }) => weight <= FRAME).map(({ term }) => term));
  return (
    words.length > 0 &&
    words.length <= MOST_TOPIC &&
    !words.some((word) => isStopWord(word) || framing.has(termOf(word)))
  );
}

const TELL_ME =
  /^(?:(?:please )?(?:tell|teach) (?:me|us) (?:(?:more|something|a bit|everything) )?about|what about|anything (?:on|about)|(?:more )?info(?:rmation)? (?:on|about)) /i;
const SAY_ABOUT =
  /^what (?:did|do|does|was|were|has|have|is)(?: (?:they|he|she|people|folks|docker|the speakers?|anyone))?(?: \w+)? (?:say|says|said|tell|told|mention|mentioned|talk|talked|announce|announced|know) (?:us )?(?:about|on|regarding) /i;
/** In characters and in words. */
const LONGEST_TOPIC = 60;
const MOST_TOPIC = 4;
/** Weight up to which a term only frames a question. */
const FRAME = 0.35;

const OWN_KIND: Readonly<Partial<Record<QuestionKind, SightKind>>> = {
  person: 'person',
  number: 'figure',
  date: 'date',
  place: 'place',
  reason: 'reason',
};

const KIND_OF: Readonly<Partial<Record<AnswerType, SightKind>>> = {
  person: 'person',
  company: 'person',
  place: 'place',
  date: 'date',
  year: 'date',
  time: 'figure',
  duration: 'figure',
  number: 'figure',
  percent: 'figure',
  factor: 'figure',
  money: 'figure',
  size: 'figure',
  version: 'figure',
  reason: 'reason',
};
