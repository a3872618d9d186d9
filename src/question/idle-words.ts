import { isStopWord } from '../text/stop-words.js';
import type { Word } from './words.js';

/** Whether a word says nothing of what is looked for where it stands, though it does elsewhere. */
export function isIdle(words: readonly Word[], i: number): boolean {
  return asksMeaning(words, i) || isOnStage(words, i);
}

/** "what does CaaS stand for", "what is it good for", "how does Notary work": the word asks for the meaning, as "mean" does. */
function asksMeaning(words: readonly Word[], i: number): boolean {
  const word = words[i]?.word ?? '';
  if (/^(?:stands?|good)$/.test(word)) return words[i + 1]?.word === 'for';
  if (POSITIONS.has(word) && /['’]s$/.test(words[i - 1]?.word ?? '')) return true;
  const isLast = words.slice(i + 1).every(({ word: after }) => isStopWord(after));
  return (
    isLast &&
    /^(?:works?|functions?)$/.test(word) &&
    words[0]?.word === 'how' &&
    /^do(?:es)?$/.test(words[1]?.word ?? '')
  );
}

/** "Who came up on stage", "who took the stage": no stage of anything. */
function isOnStage(words: readonly Word[], i: number): boolean {
  const at = words[i - 1]?.word === 'the' ? i - 2 : i - 1;
  return words[i]?.word === 'stage' && ON_STAGE.has(words[at]?.word ?? '');
}

const ON_STAGE: ReadonlySet<string> = new Set(['on', 'onto', 'take', 'takes', 'took', 'taking']);

/** "What is Ann Lee's job" asks who she is. */
const POSITIONS: ReadonlySet<string> = new Set(['job', 'role', 'title', 'position', 'occupation']);
