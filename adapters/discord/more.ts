import type { Answer } from '../../src/index.js';
import { cut } from '../chat/cut.js';
import { surroundingsOf } from '../chat/surroundings.js';
import { linePlace, WORDS } from '../chat/wording.js';
import { citationLines } from './citations.js';
import { type Message, message, textLength } from './components.js';
import { quotePassage } from './excerpts.js';
import { LIMITS } from './limits.js';
import { escapeLine, quoted, small } from './markdown.js';

/** What stands around an answer: the passages its excerpts are taken from, their citations, and the sentences that came next. */
export function formatMore({ answer }: { readonly answer: Answer }): Message {
  const { citations, passages: around, runnersUp: next } = surroundingsOf(answer);
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
              small([escapeLine(cut(linePlace(hit), PLACE))]),
            ]),
          ].join('\n'),
    ]);
    if (textLength(more) <= LIMITS.text) return more;
  }
  return more as Message;
}

const MOST_CITATIONS = 6;
const SENTENCE = 200;
const PLACE = 120;
