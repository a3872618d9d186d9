import type { Query } from '../question/query.js';
import { type AnalysedSentence, TRAIT } from './analysis.js';
import { defines } from './definition.js';
import { asksAboutEdition, namesEdition } from './edition-question.js';
import type { Evidence } from './evidence.js';
import type { Matcher } from './matching.js';
import type { IndexedPassage } from './passage-index.js';
import { isScoped } from './scope.js';

/** The evidence that lies in how a sentence fits the question's form rather than its words. */
export type QuestionFit = Pick<
  Evidence,
  | 'defines'
  | 'leadsList'
  | 'enumerates'
  | 'field'
  | 'plainEdition'
  | 'sameDay'
  | 'quotation'
  | 'byline'
  | 'foreign'
  | 'fieldAsked'
  | 'addresses'
  | 'echo'
  | 'asksTheSame'
  | 'editionFact'
  | 'denies'
>;

/** Collects it. */
export function questionFit(
  query: Query,
  matcher: Matcher,
  entry: IndexedPassage,
  index: number,
  analysed: AnalysedSentence,
): QuestionFit {
  const { passage, note, section } = entry;
  const sentence = passage.sentences[index];
  const asksWhatIs = query.kind === 'definition' || asksWhoIs(query);
  const echo = echoes(analysed, matcher);
  const event = section.event ?? note.event ?? '';
  return {
    defines: asksWhatIs && sentence !== undefined ? defines(sentence.text, matcher) : 0,
    leadsList: LISTED.has(query.kind) && sentence?.role === 'lead-in' ? 1 : 0,
    enumerates: query.kind === 'list' ? enumeration(sentence?.text ?? '') : 0,
    field: passage.kind === 'field' ? 1 : 0,
    plainEdition: plainness(query, event),
    sameDay: query.scope.day !== undefined && (section.day ?? note.day) === query.scope.day ? 1 : 0,
    byline: query.kind === 'person' && passage.sentences.length === 1 && BYLINE.test(sentence?.text ?? '') ? 1 : 0,
    foreign: analysed.foreign ? 1 : 0,
    fieldAsked: passage.kind === 'field' && FIELD_LABELS[query.kind]?.test(passage.label ?? '') === true ? 1 : 0,
    addresses: query.answerTypes.includes('url') ? 0 : analysed.addresses,
    editionFact: asksAboutEdition(query) && namesEdition(query, analysed) ? 1 : 0,
    denies: analysed.denies ? 1 : 0,
    echo: echo && !analysed.asks ? 1 : 0,
    asksTheSame: echo && analysed.asks ? 1 : 0,
    quotation: query.kind === 'attribution' && QUOTES.test(sentence?.text ?? '') ? 1 : 0,
  };
}

/** "DockerCon 2017", said just so, means that edition rather than DockerCon EU 2017; "in 2017" may mean either. */
function plainness({ scope, standalone }: Query, event: string): number {
  if (!isScoped(scope) || scope.europe !== undefined || event === '' || REGION.test(event)) return 0;
  return standalone.slice(0, 400).toLowerCase().includes(event.toLowerCase()) ? 2 : 1;
}

/** Kinds of questions that a list answers best. */
const LISTED: ReadonlySet<Query['kind']> = new Set(['list', 'announcement']);
/** How much a sentence counts up, from 0 to 1: by commas and "and" between its parts. */
function enumeration(text: string): number {
  return Math.min(MOST_PARTS, text.slice(0, 1000).match(/, | and /g)?.length ?? 0) / MOST_PARTS;
}

const MOST_PARTS = 4;
const REGION = /\b(?:EU|Europe)\b/;
const QUOTES = /["“”]|\b(?:said|says|called|calls|put it)\b/;

/** A short line under a heading that names who spoke: "Ann Lee, Acme", "Ann Lee and Bo Ek (Acme)". */
const BYLINE = /^\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){1,3}(?:(?:,|\s[-–—(&]|\sand\s|\sof\s|\sfrom\s).{0,60})?$/u;

/** Whether a sentence says nothing but what the question says, so that it cannot answer it. */
function echoes({ terms, traits }: AnalysedSentence, matcher: Matcher): boolean {
  return terms.every((term, i) => ((traits[i] as number) & TRAIT.stop) !== 0 || matcher.lookup.has(term));
}

/** The labels of fields that answer a kind of question. */
const FIELD_LABELS: Readonly<Partial<Record<Query['kind'], RegExp>>> = {
  date: /^dates?$/i,
  place: /^(?:city|venue|location|place)$/i,
};

/** "Who is Ann Lee": nothing but a name is asked about. */
function asksWhoIs({ kind, terms }: Query): boolean {
  return kind === 'person' && terms.length > 0 && terms.every(({ name }) => name);
}
