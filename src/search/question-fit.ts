import type { Passage } from '../notes/note.js';
import type { Query } from '../question/query.js';
import { isByline } from '../text/byline.js';
import { markIn, type Word } from '../text/terms.js';
import { type AnalysedSentence, TRAIT } from './analysis.js';
import { defines } from './definition.js';
import { namesEdition } from './edition-question.js';
import type { Evidence } from './evidence.js';
import { hasMark } from './marks.js';
import type { Matcher, SentenceMatch } from './matching.js';
import type { IndexedPassage } from './passage-index.js';
import type { Sought } from './sought.js';

/** The evidence that lies in how a sentence fits the question's form rather than its words. */
export type QuestionFit = Pick<
  Evidence,
  | 'defines'
  | 'leadsList'
  | 'enumerates'
  | 'countsFocus'
  | 'listsNames'
  | 'field'
  | 'plainEdition'
  | 'sameDay'
  | 'quotation'
  | 'byline'
  | 'onlyNames'
  | 'foreign'
  | 'fieldAsked'
  | 'addresses'
  | 'echo'
  | 'asksTheSame'
  | 'editionFact'
  | 'denies'
>;

/**
 * Collects it.
 *
 * @param above whether an item that the sentence stands under, or the line that leads into its list, holds a query term.
 */
export function questionFit(
  { query, matcher, form, focus, topic }: Sought,
  entry: IndexedPassage,
  index: number,
  analysed: AnalysedSentence,
  match: SentenceMatch,
  above: (term: number) => boolean,
): QuestionFit {
  const { passage } = entry;
  const alone = passage.sentences.length === 1;
  const isLine =
    (alone || (index === 0 && passage.sentences[0]?.role === 'lead-in')) && isByline(textOf(passage, index));
  // Sentences, sections and notes lie scattered in memory: they are read by the questions that ask for what they tell.
  const leads = LISTED.has(query.kind) && passage.sentences[index]?.role === 'lead-in';
  const named = focus >= 0 ? (match.hits[focus] ?? 0) : 0;
  // What names the things that are asked for and leads into a list of them may say no more: the list does.
  const heads = leads || (LISTED.has(query.kind) && hasItemsUnder(passage, index));
  const echo = !(heads && named > 0) && echoes(analysed, matcher);
  return {
    defines: form.asksWhatIs ? defines(textOf(passage, index), matcher, match, namedHere(topic, match, above)) : 0,
    leadsList: leads ? (focus < 0 ? 1 : named) : 0,
    listsNames: form.listsNames ? namesIn(textOf(passage, index)) : 0,
    countsFocus: form.counts ? named : 0,
    enumerates: query.kind === 'list' ? enumeration(textOf(passage, index)) : 0,
    field: passage.kind === 'field' ? 1 : 0,
    plainEdition: form.plainness(entry),
    sameDay: query.scope.day !== undefined && dayOf(entry) === query.scope.day ? 1 : 0,
    byline: query.kind === 'person' && alone && isLine ? 1 : 0,
    onlyNames: isLine && !NAMED.has(query.kind) ? 1 : 0,
    foreign: analysed.foreign ? 1 : 0,
    fieldAsked: passage.kind === 'field' && form.fieldAsked?.test(passage.label ?? '') === true ? 1 : 0,
    addresses: form.asksAddress ? 0 : analysed.addresses,
    editionFact: form.asksAboutEdition && namesEdition(query, analysed, editionOf(entry)) ? 1 : 0,
    denies: analysed.denies ? 1 : 0,
    echo: echo && !analysed.asks ? 1 : 0,
    asksTheSame: echo && analysed.asks ? 1 : 0,
    quotation: query.kind === 'attribution' && QUOTES.test(textOf(passage, index)) ? 1 : 0,
  };
}

/** The terms of the thing that the sentence must name itself: under "Swarm", "Manager - decides where to run" tells of a Swarm manager. */
function namedHere(
  topic: readonly number[],
  { hits }: SentenceMatch,
  above: (term: number) => boolean,
): readonly number[] {
  const own = topic.filter((i) => (hits[i] as number) > 0 || !above(i));
  return own.length > 0 ? own : topic;
}

/** Whether a list's item has others under it. */
function hasItemsUnder({ sentences }: Passage, index: number): boolean {
  const [own, next] = [sentences[index], sentences[index + 1]];
  return own?.role === 'item' && next?.role === 'item' && (next.depth ?? 0) > (own.depth ?? 0);
}

function textOf({ sentences }: Passage, index: number): string {
  return sentences[index]?.text ?? '';
}

function dayOf({ section, note }: IndexedPassage): number | undefined {
  return section.day ?? note.day;
}

function editionOf({ section, note }: IndexedPassage): number | undefined {
  return section.edition ?? note.edition;
}

/** Kinds of questions that a line of names may answer. */
const NAMED: ReadonlySet<Query['kind']> = new Set(['person', 'attribution', 'list']);
/** Kinds of questions that a list answers best. */
const LISTED: ReadonlySet<Query['kind']> = new Set(['list', 'announcement']);
/** How much a sentence counts up, from 0 to 1: by commas and "and" between its parts. */
function enumeration(text: string): number {
  return Math.min(MOST_PARTS, text.slice(0, 1000).match(/, | and /g)?.length ?? 0) / MOST_PARTS;
}

const MOST_PARTS = 4;

/** Names that a sentence counts up, up to four, divided by four; one alone, or two that happen to meet, are no list. */
function namesIn(text: string): number {
  let most = 0;
  for (const [run] of text.slice(0, 1000).matchAll(NAMES)) most = Math.max(most, run.split(BETWEEN).length);
  return most < 3 ? 0 : Math.min(MOST_PARTS, most) / MOST_PARTS;
}

const NAME = "\\p{Lu}[\\p{L}\\p{N}.+'’-]*(?: (?:of |the )?\\p{Lu}[\\p{L}\\p{N}.+'’-]*){0,4}(?: \\([^)]{1,30}\\))?";
const BETWEEN = /, (?:and |the )?| and (?:the )?|\/| & /;
const NAMES = new RegExp(`${NAME}(?:(?:${BETWEEN.source})${NAME})+`, 'gu');
const QUOTES = /["“”]|\b(?:said|says|called|calls|put it)\b/;

/** Whether a sentence says nothing but what the question says, so that it cannot answer it. */
function echoes({ words, signatures, traits }: AnalysedSentence, matcher: Matcher): boolean {
  for (let i = 0; i < words.length; i++) {
    if (((traits[i] as number) & TRAIT.stop) !== 0) continue;
    if (!hasMark(matcher.marks, markIn(signatures[i] as number))) return false;
    if (!matcher.lookup.has((words[i] as Word).term)) return false;
  }
  return true;
}
