import type { Note, Passage, Sentence } from '../notes/note.js';
import { isByline } from '../text/byline.js';
import type { Span } from './span.js';

/**
 * The line that names who speaks where a span stands, in notes that name the speaker once and not in each sentence: an item
 * that the span's item stands under, else the nearest line of its section above it. Undefined where there is none.
 */
export function speakerOf({ entry, from }: Span): Span | undefined {
  const { note, section, passage } = entry;
  let depth = passage.sentences[from]?.role === 'item' ? (passage.sentences[from]?.depth ?? 0) : undefined;
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

function passagesUpFrom(note: Note, passage: Passage): Passage[] {
  return note.passages.slice(0, note.passages.indexOf(passage) + 1).reverse();
}
