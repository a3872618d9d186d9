import type { Answer, Citation } from '../../src/index.js';
import { cut } from '../chat/cut.js';
import { type Surroundings, surroundingsOf } from '../chat/surroundings.js';
import { linePlace, WORDS } from '../chat/wording.js';
import { type Message, smallPrint } from './blocks.js';
import { type CitationDetail, citationLines, citationText } from './citations.js';
import { escapeText } from './escape.js';
import { quotePassage } from './excerpts.js';
import { LIMITS } from './limits.js';
import { plain, quote, richText, section } from './rich-text.js';

/** What stands around an answer: the passages its excerpts are taken from, their citations, and the sentences that came next. */
export function formatMore({ answer }: { readonly answer: Answer }): Message {
  const { citations, passages: around, runnersUp: next } = surroundingsOf(answer);
  if (around.length === 0 && next.length === 0) {
    return { text: WORDS.nothingMore, blocks: richText([section(plain(WORDS.nothingMore))]) };
  }
  const cited = citations.slice(0, MOST_CITATIONS);
  return {
    text: textOf(around, cited, next),
    blocks: [
      ...smallPrint([around.length > 0 ? WORDS.surrounding : undefined]),
      ...richText(around.flatMap(({ citation, passage }) => quotePassage(passage, citation, PASSAGE))),
      ...richText(citationLines(cited, 'one-source')),
      ...smallPrint([next.length > 0 ? WORDS.runnersUp : undefined]),
      ...richText(
        next.flatMap((hit) => [
          quote(plain(cut(flat(hit.sentence), SENTENCE))),
          section(plain(cut(linePlace(hit), PLACE))),
        ]),
      ),
    ],
  };
}

const MOST_CITATIONS = 8;
const PASSAGE = 1_000;
const SENTENCE = 300;
const PLACE = 200;

/** From the most that is told to the least. */
const FITS: readonly { readonly passage: number; readonly sentence: number; readonly detail: CitationDetail }[] = [
  { passage: PASSAGE, sentence: SENTENCE, detail: 'one-source' },
  { passage: 500, sentence: SENTENCE, detail: 'one-source' },
  { passage: 300, sentence: 150, detail: 'bare' },
  { passage: 100, sentence: 50, detail: 'bare' },
];

function textOf(around: Surroundings['passages'], cited: readonly Citation[], next: Surroundings['runnersUp']): string {
  let text = '';
  for (const { passage: room, sentence, detail } of FITS) {
    text = escapeText(
      [
        ...(around.length > 0 ? [WORDS.surrounding] : []),
        ...around.map(({ citation, passage }) => `${cut(flat(passage), room)} [${citation.number}]`),
        ...cited.map((citation) => citationText(citation, detail)),
        ...(next.length > 0 ? [WORDS.runnersUp] : []),
        ...next.map(
          (hit) => `${cut(flat(hit.sentence), sentence)} (${cut(linePlace(hit), Math.min(PLACE, sentence))})`,
        ),
      ].join('\n'),
    );
    if (text.length <= LIMITS.messageText) return text;
  }
  return text;
}

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
