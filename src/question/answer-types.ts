import { nounClassOf } from './nouns.js';
import type { AnswerType, QuestionKind } from './query.js';

/**
 * The kinds of thing that an answer should hold, most wanted first.
 *
 * Takes what is asked for, the question's words (normalised, joined by single spaces) and the head noun of its focus.
 */
export function answerTypesOf(kind: QuestionKind, text: string, head: string | undefined): readonly AnswerType[] {
  const types = new Set<AnswerType>();
  // What is counted is not what is asked for: "how many companies" wants a number.
  if (head !== undefined && !/\bhow (?:many|much)\b/.test(text))
    for (const type of nounClassOf(head)?.types ?? []) types.add(type);
  for (const [pattern, found] of PHRASES) if (pattern.test(text)) for (const type of found) types.add(type);
  for (const type of KINDS[kind]) types.add(type);
  return [...types];
}

const KINDS: Readonly<Record<QuestionKind, readonly AnswerType[]>> = {
  definition: [],
  person: ['person', 'company'],
  number: ['number'],
  date: ['date', 'year', 'time'],
  place: ['place'],
  list: ['list'],
  reason: ['reason'],
  manner: [],
  'yes-no': [],
  comparison: [],
  announcement: [],
  demo: [],
  attribution: ['person', 'quotation'],
  fact: [],
};

/** From the question's wording. */
const PHRASES: readonly (readonly [RegExp, readonly AnswerType[]])[] = [
  [/\bhow (?:much money|expensive|cheap|costly)\b/, ['money', 'number']],
  [
    /\bhow much\b.{0,80}\b(?:costs?|charged?|pay|paid|price|worth|spend|spent|raised?|sell|sold)\b/,
    ['money', 'number'],
  ],
  [
    /\bhow much (?:is|was|are|were) (?!.*(?:\wing|\w{2}er|more|less|better|worse)\b)(?:the |a )?(?:\w+ ){0,6}\w+$/,
    ['money', 'number'],
  ],
  [
    /\bhow (?:much|many times) (?:faster|quicker|slower|bigger|smaller|larger|longer|cheaper|better|more|less|fewer)\b/,
    ['factor', 'percent', 'number'],
  ],
  [
    /\bhow much\b.{0,80}\b(?:grow|grew|grown|increased?|decreased?|rise|rose|drop|dropped|fall|fell|improved?|shrink|shrank|reduced?|saved?)\b/,
    ['factor', 'percent', 'number'],
  ],
  [/\bhow (?:long|quick|quickly|fast|soon)\b/, ['duration', 'time']],
  [/\bhow (?:large|big|small|heavy|tall|wide|high|deep|far)\b/, ['size', 'number']],
  [/\bhow often\b/, ['number', 'duration']],
  [/\bhow old\b/, ['duration', 'number', 'year']],
  [/\b(?:percentage|percent)\b/, ['percent', 'number']],
  [
    /\bwhere (?:can|could|do|does|did|is|are|was|were|to)\b.{0,60}\b(?:find|get|download|read|watch|see|code|repo|repository|source|docs?|documentation|slides?|videos?|recordings?|lives?|hosted)\b/,
    ['url'],
  ],
  [/\b(?:sign ?up|signup|register|download|url|website)\b/, ['url']],
  [/\b(?:coupon|promo(?:tion)?|discount|voucher)(?: code)?\b/, ['code']],
  [/\b(?:price|costs?|fees?)\b/, ['money', 'number']],
  [/\bwhich version\b|\bwhat version\b/, ['version']],
];
