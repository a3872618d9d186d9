import type { Answer, ExplainedHit, Scope } from '../../../src/index.js';
import { linePlace } from '../../chat/wording.js';
import { barView } from './answer-view.js';
import { client } from './client.js';
import { button, element } from './element.js';
import type { PreviewedQuestion } from './previews-view.js';

/** Opens a note at lines. */
export type OpenLines = (place: Pick<ExplainedHit, 'note' | 'lines'>) => void;

/** Why an answer is what it is: how the question was read, and the best sentences with the evidence for each. */
export function whyView({ question, history }: PreviewedQuestion, open: OpenLines): HTMLElement {
  const view = element('div', { class: 'why' });
  client.ask({ question, history, explain: true }).then(
    (answer) => view.replaceChildren(readingView(answer), hitsView(answer, open)),
    (error: Error) => view.replaceChildren(element('p', { class: 'fault' }, error.message)),
  );
  return view;
}

function readingView(answer: Answer): HTMLElement {
  const { understood, confidence, explanation } = answer;
  const terms = explanation?.terms ?? [];
  const heaviest = Math.max(...terms.map(({ weight }) => weight), Number.MIN_VALUE);
  const rows: readonly (readonly [string, string])[] = [
    ['Read as', understood.standalone],
    ['Asks for', understood.kind],
    ['Scope', scopeWords(understood.scope)],
    ['Confidence', `${confidence.toFixed(2)}${answer.answered ? '' : `, too little to answer (${answer.reason})`}`],
  ];
  return element(
    'section',
    {},
    element('h3', {}, 'How the question was read'),
    element(
      'dl',
      { class: 'facts' },
      ...rows.map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
    ),
    terms.length === 0
      ? element('p', { class: 'hint' }, 'Nothing was looked up.')
      : element(
          'table',
          { class: 'terms' },
          element('caption', {}, 'What was looked for, and how much each word matters'),
          element(
            'tbody',
            {},
            ...terms.map(({ text, term, weight }) =>
              element(
                'tr',
                {},
                element('th', { scope: 'row' }, text),
                element('td', {}, element('code', {}, term)),
                element('td', {}, barView(weight / heaviest, `Weight of ${text}`)),
                element('td', { class: 'figure' }, weight.toFixed(2)),
              ),
            ),
          ),
        ),
  );
}

function hitsView({ explanation, ...answer }: Answer, open: OpenLines): HTMLElement {
  const hits = explanation?.hits ?? [];
  const cited = answer.answered ? answer.citations : [];
  const isShown = ({ note, lines }: ExplainedHit) =>
    cited.some((one) => one.note === note && one.lines.from <= lines.to && lines.from <= one.lines.to);
  const widest = Math.max(1, ...hits.flatMap(({ features }) => Object.values(features).map(Math.abs)));
  return element(
    'section',
    {},
    element('h3', {}, 'The best sentences'),
    hits.length === 0 ? element('p', { class: 'hint' }, 'No sentence was found.') : undefined,
    element('ol', { class: 'hits' }, ...hits.map((hit) => hitView(hit, isShown(hit), widest, open))),
  );
}

function hitView(hit: ExplainedHit, isShown: boolean, widest: number, open: OpenLines): HTMLElement {
  const features = Object.entries(hit.features).filter(([, value]) => Math.abs(value) >= LEAST);
  features.sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  return element(
    'li',
    { class: isShown ? 'shown' : 'runner-up' },
    element(
      'p',
      { class: 'hit-head' },
      element('span', { class: 'score' }, hit.score.toFixed(2)),
      element('span', { class: 'tag' }, isShown ? 'shown' : 'runner-up'),
      button({ class: 'place' }, () => open(hit), linePlace(hit)),
    ),
    element('p', { class: 'words' }, hit.sentence.replaceAll('\t', ' · ')),
    features.length === 0
      ? undefined
      : element(
          'details',
          {},
          element('summary', {}, `Evidence (${features.length})`),
          element('dl', { class: 'features' }, ...features.map(([name, value]) => featureView(name, value, widest))),
        ),
  );
}

/** A contribution as a bar to the right of the middle, or to the left where it speaks against the sentence. */
function featureView(name: string, value: number, widest: number): HTMLElement {
  const fill = element('span', { class: value < 0 ? 'against' : 'for' });
  fill.style.setProperty('inline-size', `${(Math.abs(value) / widest) * 50}%`);
  return element(
    'div',
    {},
    element('dt', {}, words(name)),
    element(
      'dd',
      {},
      element('span', { class: 'diverging', 'aria-hidden': 'true' }, fill),
      element('span', { class: 'figure' }, `${value > 0 ? '+' : '−'}${Math.abs(value).toFixed(2)}`),
    ),
  );
}

/** Contributions that round to nothing are left out. */
const LEAST = 0.005;

/** "headingCoverage" as "heading coverage". */
function words(name: string): string {
  return name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
}

function scopeWords({ years, day, europe, city }: Scope): string {
  const parts = [
    europe === undefined ? '' : europe ? 'European editions' : 'other than European editions',
    years.join(', '),
    city ?? '',
    day === undefined ? '' : `day ${day}`,
  ];
  return parts.filter((part) => part !== '').join(' · ') || 'all notes';
}
