import type { Passage, Sentence } from '../notes/note.js';
import { isByline } from '../text/byline.js';
import { lastNamesOf } from './persons.js';
import type { Span } from './span.js';

/**
 * The line that tells who speaks where a span stands, in notes that name the speaker once and not in each sentence: an item that the
 * span's item stands under, or the nearest line of its section above it that is nothing but a name; else the nearest
 * sentence before it that names a person. Undefined where there is none, and where what is shown names somebody.
 *
 * @param shown what is shown already, the span among it.
 * @param nameness see {@link lastNamesOf}.
 */
export function speakerOf(span: Span, shown: readonly Span[], nameness: (term: string) => number): Span | undefined {
  const names = lastNamesOf(span.entry.note, nameness);
  const isNaming = ({ text }: Sentence) => (text.match(WORDS) ?? []).some((word) => names.has(word));
  if (shown.some(({ entry, from, to }) => entry.passage.sentences.slice(from, to + 1).some(isNaming))) return undefined;
  return bylineOf(span) ?? namedBefore(span, isNaming);
}

/** The nearest item that the span's item stands under, or line above a paragraph, that is nothing but a name. */
function bylineOf(span: Span): Span | undefined {
  const own = span.entry.passage.sentences[span.from];
  let depth = own?.role === 'item' ? (own.depth ?? 0) : undefined;
  for (const { sentence, alone } of sentencesAbove(span)) {
    if (sentence.role === 'item') {
      if (depth === undefined || (sentence.depth ?? 0) >= depth) continue;
      depth = sentence.depth ?? 0;
    }
    if (isByline(sentence.text)) return alone;
  }
  return undefined;
}

function namedBefore(span: Span, isNaming: (sentence: Sentence) => boolean): Span | undefined {
  let looked = 0;
  for (const { sentence, alone } of sentencesAbove(span)) {
    if (looked++ === FARTHEST) return undefined;
    if (isNaming(sentence)) return alone;
  }
  return undefined;
}

const WORDS = /\p{Lu}[\p{L}’-]*(?:'\p{Lu}\p{L}+)?/gu;
/** In sentences: who was named farther up may have left the stage. */
const FARTHEST = 12;

/** The sentences above a span in its section, nearest first, each with the span of it alone. */
function* sentencesAbove({ entry, from }: Span): Generator<{ sentence: Sentence; alone: Span }> {
  const { note, section } = entry;
  let before = from;
  for (let i = note.passages.indexOf(entry.passage); i >= 0; i--) {
    const passage = note.passages[i] as Passage;
    if (note.sections[passage.section] !== section) return;
    for (let at = Math.min(before, passage.sentences.length) - 1; at >= 0; at--) {
      const alone = { entry: { note, section, passage }, from: at, to: at };
      yield { sentence: passage.sentences[at] as Sentence, alone };
    }
    before = Number.POSITIVE_INFINITY;
  }
}
