import type { Answer, Citation, ExplainedHit } from '../../src/index.js';
import { cut } from '../chat/cut.js';
import { WORDS } from '../chat/wording.js';
import { citationLines } from './citations.js';
import { type Message, message, textLength } from './components.js';
import { quotePassage } from './excerpts.js';
import { LIMITS } from './limits.js';
import { escapeLine, quoted, small } from './markdown.js';

/** What stands around an answer: the passages its excerpts are taken from, their citations, and the sentences that came next. */
export function formatMore({ answer }: { readonly answer: Answer }): Message {
  const citations = answer.answered ? answer.citations : answer.nearest;
  const hits = answer.explanation?.hits ?? [];
  const around = passagesAround(citations, hits).slice(0, MOST_PASSAGES);
  const shown = new Set(around.map(({ passage }) => passage));
  const next = unique(hits.filter(({ passage }) => !shown.has(passage))).slice(0, MOST_NEXT);
  if (around.length === 0 && next.length === 0) return message([WORDS.nothingMore]);
  let more: Message | undefined;
  for (const room of [600, 350, 150, 60]) {
    more = message([
      around.length === 0
        ? ''
        : [
            small([WORDS.surrounding]),
            ...around.map(({ citation, passage }) => quotePassage(passage, citation.number, room)),
            small(citationLines(citations.slice(0, MOST_CITATIONS), room > 300 ? 'one-source' : 'bare')),
          ].join('\n'),
      next.length === 0
        ? ''
        : [
            small([WORDS.runnersUp]),
            ...next.flatMap((hit) => [
              quoted(escapeLine(cut(hit.sentence.replace(/\s+/g, ' '), Math.min(SENTENCE, room)))),
              small([escapeLine(placeOf(hit))]),
            ]),
          ].join('\n'),
    ]);
    if (textLength(more) <= LIMITS.text) return more;
  }
  return more as Message;
}

const MOST_PASSAGES = 3;
const MOST_NEXT = 4;
const MOST_CITATIONS = 6;
const SENTENCE = 200;

function passagesAround(citations: readonly Citation[], hits: readonly ExplainedHit[]) {
  const found = new Map<string, { readonly citation: Citation; readonly passage: string }>();
  for (const citation of citations) {
    const hit = hits.find((hit) => hit.note === citation.note && overlap(hit.lines, citation.lines));
    if (hit !== undefined && !found.has(hit.passage)) found.set(hit.passage, { citation, passage: hit.passage });
  }
  return [...found.values()];
}

function overlap(a: ExplainedHit['lines'], b: ExplainedHit['lines']): boolean {
  return a.from <= b.to && b.from <= a.to;
}

function unique(hits: readonly ExplainedHit[]): readonly ExplainedHit[] {
  return [...new Map(hits.map((hit) => [hit.sentence, hit])).values()];
}

function placeOf({ note, lines }: ExplainedHit): string {
  return cut(`${note}:${lines.from}${lines.to === lines.from ? '' : `-${lines.to}`}`, 120);
}
