import type { Answer, Citation, ExplainedHit } from '../../src/index.js';
import { cut } from '../chat/cut.js';
import { WORDS } from '../chat/wording.js';
import { type Message, smallPrint } from './blocks.js';
import { citationLines, citationText } from './citations.js';
import { escapeText } from './escape.js';
import { quotePassage } from './excerpts.js';
import { plain, quote, richText, section } from './rich-text.js';

/** What stands around an answer: the passages its excerpts are taken from, their citations, and the sentences that came next. */
export function formatMore({ answer }: { readonly answer: Answer }): Message {
  const citations = answer.answered ? answer.citations : answer.nearest;
  const hits = answer.explanation?.hits ?? [];
  const around = passagesAround(citations, hits).slice(0, MOST_PASSAGES);
  const shown = new Set(around.map(({ passage }) => passage));
  const next = unique(hits.filter(({ passage }) => !shown.has(passage))).slice(0, MOST_NEXT);
  if (around.length === 0 && next.length === 0) {
    return { text: WORDS.nothingMore, blocks: richText([section(plain(WORDS.nothingMore))]) };
  }
  const cited = citations.slice(0, MOST_CITATIONS);
  return {
    text: escapeText(
      [
        ...(around.length > 0 ? [WORDS.surrounding] : []),
        ...around.map(({ citation, passage }) => `${cut(passage, TEXT)} [${citation.number}]`),
        ...cited.map((citation) => citationText(citation, 'bare')),
        ...(next.length > 0 ? [WORDS.runnersUp] : []),
        ...next.map((hit) => `${cut(hit.sentence, TEXT)} (${placeOf(hit)})`),
      ].join('\n'),
    ),
    blocks: [
      ...smallPrint([around.length > 0 ? WORDS.surrounding : undefined]),
      ...richText(around.flatMap(({ citation, passage }) => quotePassage(passage, citation, PASSAGE))),
      ...richText(citationLines(cited, 'one-source')),
      ...smallPrint([next.length > 0 ? WORDS.runnersUp : undefined]),
      ...richText(
        next.flatMap((hit) => [quote(plain(cut(flat(hit.sentence), SENTENCE))), section(plain(placeOf(hit)))]),
      ),
    ],
  };
}

const MOST_PASSAGES = 3;
const MOST_NEXT = 4;
const MOST_CITATIONS = 8;
const PASSAGE = 1_000;
const SENTENCE = 300;
const TEXT = 300;

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
  return cut(`${note}:${lines.from}${lines.to === lines.from ? '' : `-${lines.to}`}`, 200);
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
