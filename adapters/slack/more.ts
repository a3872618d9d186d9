import type { Answer } from '../../src/index.js';
import { cut } from '../chat/cut.js';
import { surroundingsOf } from '../chat/surroundings.js';
import { linePlace, WORDS } from '../chat/wording.js';
import { type Message, smallPrint } from './blocks.js';
import { citationLines, citationText } from './citations.js';
import { escapeText } from './escape.js';
import { quotePassage } from './excerpts.js';
import { plain, quote, richText, section } from './rich-text.js';

/** What stands around an answer: the passages its excerpts are taken from, their citations, and the sentences that came next. */
export function formatMore({ answer }: { readonly answer: Answer }): Message {
  const { citations, passages: around, runnersUp: next } = surroundingsOf(answer);
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
        ...next.map((hit) => `${cut(hit.sentence, TEXT)} (${cut(linePlace(hit), PLACE)})`),
      ].join('\n'),
    ),
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
const TEXT = 300;
const PLACE = 200;

function flat(text: string): string {
  return text.replace(/\s+/g, ' ');
}
