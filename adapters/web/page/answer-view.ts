import type { Abstained, Answer, Answered } from '../../../src/index.js';
import {
  confidenceWords,
  disagreementWords,
  linePlace,
  placeWords,
  refusal,
  understoodWords,
  WORDS,
} from '../../chat/wording.js';
import { citationsView, type OpenCitation, sourcesView } from './citation-view.js';
import { button, type Child, element } from './element.js';
import { excerptsView } from './excerpt-view.js';

/** What a person can do from an answer. */
export interface AnswerActs {
  readonly open: OpenCitation;
  readonly ask: (question: string) => void;
}

/** An answer as the page shows it. */
export function answerView(answer: Answer, acts: AnswerActs): HTMLElement {
  return element(
    'div',
    { class: answer.answered ? 'answer' : 'answer abstained' },
    readAs(answer),
    ...(answer.answered ? answeredParts(answer, acts) : abstainedParts(answer, acts)),
  );
}

function answeredParts(answer: Answered, { open, ask }: AnswerActs): Child[] {
  const { citations, disagreement, related } = answer;
  const openNumber = (number: number) => {
    const citation = citations.find((one) => one.number === number);
    if (citation !== undefined) open(citation);
  };
  return [
    disagreement && element('p', { class: 'remark' }, disagreementWords(disagreement.citations)),
    excerptsView(answer, openNumber),
    confidenceView(answer),
    citationsView(citations, open),
    questionsView(WORDS.related, related, ask),
  ];
}

function abstainedParts(answer: Abstained, { open, ask }: AnswerActs): Child[] {
  const { didYouMean, nearest, related } = answer;
  return [
    element('div', { class: 'refusal' }, ...refusal(answer).map((line) => element('p', {}, line))),
    didYouMean === undefined ? undefined : questionsView(WORDS.didYouMean, [didYouMean], ask),
    nearest.length === 0
      ? undefined
      : element(
          'section',
          { class: 'nearest' },
          element('h3', {}, WORDS.nearest),
          ...nearest.map((citation) =>
            element(
              'div',
              { class: 'near' },
              button({ class: 'place' }, () => open(citation), placeWords(citation)),
              element('blockquote', { class: 'excerpt' }, citation.quote.replace(/\s+/g, ' ')),
              element('span', { class: 'file' }, linePlace(citation)),
              sourcesView(citation),
            ),
          ),
        ),
    questionsView(
      WORDS.canAnswer,
      related.filter((question) => question !== didYouMean),
      ask,
    ),
  ];
}

/** How sure the answer is: a bar, the number, and words where it is not sure. */
function confidenceView(answer: Answered): HTMLElement {
  const percent = Math.round(answer.confidence * 100);
  return element(
    'div',
    { class: 'confidence' },
    barView(answer.confidence, 'Confidence'),
    element('span', {}, `${percent}% confident`),
    element('span', { class: 'unsure' }, confidenceWords(answer) ?? ''),
  );
}

/** A share from 0 to 1 as a bar. */
export function barView(share: number, label: string): HTMLElement {
  const percent = Math.round(Math.min(1, Math.max(0, share)) * 100);
  const fill = element('span', {});
  fill.style.setProperty('inline-size', `${percent}%`);
  return element(
    'span',
    {
      class: 'bar',
      role: 'meter',
      'aria-label': label,
      'aria-valuemin': 0,
      'aria-valuemax': 100,
      'aria-valuenow': percent,
    },
    fill,
  );
}

/** Questions to be asked by a press, under a title; nothing without any. */
export function questionsView(
  title: string,
  questions: readonly string[],
  ask: (question: string) => void,
): HTMLElement | undefined {
  if (questions.length === 0) return undefined;
  return element(
    'section',
    { class: 'questions' },
    element('h3', {}, title),
    element(
      'ul',
      {},
      ...questions.map((question) =>
        element(
          'li',
          {},
          button({ class: 'ask' }, () => ask(question), question),
        ),
      ),
    ),
  );
}

function readAs(answer: Answer): HTMLElement | undefined {
  const words = understoodWords(answer, LONG_QUESTION);
  return words === undefined ? undefined : element('p', { class: 'remark' }, words);
}

const LONG_QUESTION = 500;
