import { sentences } from '../text/sentences.js';
import type { Sentence, SentenceRole } from './note.js';
import type { FootnoteMark, PlainText } from './plain-text.js';

/** What a sentence is, beside its words. */
export interface Part {
  readonly role: SentenceRole;
  readonly item?: number;
  readonly depth?: number;
}

/** Turns a footnote mark into its source's label; undefined when there is none. */
export type Resolve = (mark: FootnoteMark) => string | undefined;

/**
 * Cuts plain text into the sentences of a passage, each with its lines and the sources whose marks stand in it. A mark
 * after the full stop belongs to the sentence before it. Text without a letter or digit makes no sentence.
 */
export function sentencesOf(plain: PlainText, part: Part, resolve: Resolve): readonly Sentence[] {
  const spans = spansOf(plain).filter(([from, to]) => WORD.test(plain.text.slice(from, to)));
  const sources = sourcesOf(plain.marks, spans, resolve);
  return spans.map(([from, to], index) => ({
    text: plain.text.slice(from, to),
    ...part,
    lines: { from: plain.lineAt(from), to: plain.lineAt(to - 1) },
    sources: sources[index] ?? [],
  }));
}

/** The whole plain text as one sentence: a table's row, a heading within a quote. */
export function wholeSentence(plain: PlainText, part: Part, resolve: Resolve): readonly Sentence[] {
  if (!WORD.test(plain.text)) return [];
  const span = [0, plain.text.length] as const;
  const lines = { from: plain.lineAt(0), to: plain.lineAt(plain.text.length - 1) };
  return [{ text: plain.text, ...part, lines, sources: sourcesOf(plain.marks, [span], resolve)[0] ?? [] }];
}

type Span = readonly [from: number, to: number];

function spansOf({ text, cuts }: PlainText): readonly Span[] {
  if (cuts.length === 0) return sentences(text);
  return [0, ...cuts].flatMap((from, index) =>
    sentences(text.slice(from, cuts[index])).map(([start, end]) => [from + start, from + end] as const),
  );
}

/** Gives each mark to the last sentence that begins before it. */
function sourcesOf(marks: readonly FootnoteMark[], spans: readonly Span[], resolve: Resolve): readonly string[][] {
  const sources: string[][] = spans.map(() => []);
  let index = 0;
  for (const mark of marks) {
    while (index + 1 < spans.length && (spans[index + 1]?.[0] ?? 0) < mark.offset) index++;
    const label = resolve(mark);
    const named = sources[index];
    if (label !== undefined && named !== undefined && !named.includes(label)) named.push(label);
  }
  return sources;
}

const WORD = /[\p{L}\p{N}]/u;
