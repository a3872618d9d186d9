import type { Note, Passage, Sentence } from '../notes/note.js';
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

function bylineOf({ entry, from }: Span): Span | undefined {
  const { note, section, passage } = entry;
  const own = passage.sentences[from];
  let depth = own?.role === 'item' ? (own.depth ?? 0) : undefined;
  for (const above of passagesUpFrom(note, passage)) {
    if (note.sections[above.section] !== section) return undefined;
    for (let at = (above === passage ? from : above.sentences.length) - 1; at >= 0; at--) {
      const sentence = above.sentences[at] as Sentence;
      if (sentence.role === 'item') {
        if (depth === undefined || (sentence.depth ?? 0) >= depth) continue;
        depth = sentence.depth ?? 0;
      }
      if (isByline(sentence.text)) return { entry: { note, section, passage: above }, from: at, to: at };
    }
  }
  return undefined;
}

function namedBefore({ entry, from }: Span, isNaming: (sentence: Sentence) => boolean): Span | undefined {
  const { note, section, passage } = entry;
  let looked = 0;
  for (const above of passagesUpFrom(note, passage)) {
    if (note.sections[above.section] !== section) return undefined;
    for (let at = (above === passage ? from : above.sentences.length) - 1; at >= 0; at--) {
      if (looked++ === FARTHEST) return undefined;
      if (isNaming(above.sentences[at] as Sentence))
        return { entry: { note, section, passage: above }, from: at, to: at };
    }
  }
  return undefined;
}

const WORDS = /\p{Lu}[\p{L}’-]*(?:'\p{Lu}\p{L}+)?/gu;
/** In sentences: who was named farther up may have left the stage. */
const FARTHEST = 12;

function passagesUpFrom(note: Note, passage: Passage): Passage[] {
  return note.passages.slice(0, note.passages.indexOf(passage) + 1).reverse();
}
