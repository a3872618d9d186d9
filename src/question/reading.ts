import { asidesOf } from './asides.js';
import type { Corpus } from './corpus.js';
import { focusOf } from './focus.js';
import type { QuestionKind } from './query.js';
import { type ReadScope, readScope } from './scope.js';
import { type QuestionTerms, termsOf } from './terms.js';
import { type Word, wordsOf } from './words.js';

/** One question read by itself, before the conversation is looked at. */
export interface Reading {
  /** The question without politeness around it. */
  readonly text: string;
  readonly words: readonly Word[];
  /** Positions of words that only tell where the asker has it from. */
  readonly asides: ReadonlySet<number>;
  /** Its words, normalised and joined by single spaces; the beginning of a long question. */
  readonly plain: string;
  /** Undefined when the wording does not tell. */
  readonly kind: QuestionKind | undefined;
  /** Positions of the thing asked for, head noun first. */
  readonly focus: readonly number[];
  readonly scope: ReadScope;
  readonly content: QuestionTerms;
}

/** Reads a question that {@link peel} has freed of politeness. */
export function read(text: string, corpus: Corpus): Reading {
  const words = wordsOf(text);
  const scope = readScope(words, text, corpus);
  const isName = (term: string) => corpus.nameness(term) > MOSTLY_NAME;
  const asides = asidesOf(words, text, isName);
  const core = asides.size === 0 ? words : words.filter((_, i) => !asides.has(i));
  const focus = focusOf(core, isName).map((i) => words.indexOf(core[i] as Word));
  const spoken = core.map(({ word }) => word).flatMap((word) => expand(word));
  return {
    text,
    words,
    asides,
    plain: plainOf(core),
    kind: corpus.lexicon.kindOf(spoken, headOf(words, focus, corpus)),
    focus: focus.filter((i) => !scope.used.has(i)),
    scope,
    content: termsOf(words, scope.used, asides, corpus),
  };
}

/** The head noun of the thing asked for; "edition" for the event's own name, as in "at which DockerCon". */
export function headOf(words: readonly Word[], focus: readonly number[], corpus: Corpus): string | undefined {
  const head = words[focus[0] ?? -1]?.word;
  return head !== undefined && corpus.eventNames.has(head) ? 'edition' : head;
}

/** "what's" and "whats" as "what is", "why'd" as "why did". */
function expand(word: string): readonly string[] {
  const past = /^(who|what|where|when|why|how)'?d$/.exec(word);
  if (past !== null) return [past[1] ?? word, 'did'];
  const contracted = /^(who|what|where|when|why|how|that)(?:'?s|'re|re)$/.exec(word);
  return contracted === null ? [word] : [contracted[1] ?? word, 'is'];
}

/** Words joined for patterns over a question's wording, which are tried on its first {@link MOST_WORDING} characters. */
export function plainOf(words: readonly Word[]): string {
  let plain = '';
  for (const { word } of words) {
    if (plain.length + word.length >= MOST_WORDING) break;
    plain += plain === '' ? word : ` ${word}`;
  }
  return plain;
}

const MOST_WORDING = 400;
const MOSTLY_NAME = 0.7;
