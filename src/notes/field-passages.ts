import type { FieldValue } from './field.js';
import type { Sentence } from './note.js';
import type { Draft } from './passages.js';

/** Makes a passage of each front-matter value that answers a question by itself: when, where, who. */
export function fieldPassages(values: ReadonlyMap<string, FieldValue>): readonly Draft[] {
  return [...values].flatMap(([label, value]) => {
    if (!QUOTABLE.has(label.toLowerCase())) return [];
    const entries = value.kind === 'list' ? value.items : [value];
    return entries.flatMap((entry): Draft[] => {
      const sentences = sentencesOf(entry);
      return sentences.length > 0 ? [{ kind: 'field', headings: 0, label, sentences }] : [];
    });
  });
}

/** A map on one line is one sentence, "name: Ben Golub, role: CEO"; over several lines, each entry is one. */
function sentencesOf(value: FieldValue): readonly Sentence[] {
  switch (value.kind) {
    case 'nothing':
      return [];
    case 'text':
      return value.text === '' || value.type === 'boolean' ? [] : [sentence(value.text, value.lines)];
    case 'list':
      return value.items.flatMap(sentencesOf);
    case 'map': {
      const parts = value.entries.flatMap(([key, entry]) =>
        sentencesOf(entry).map(({ text, lines }) => sentence(`${key}: ${text}`, lines)),
      );
      const oneLine = value.lines.from === value.lines.to;
      return oneLine && parts.length > 1 ? [sentence(parts.map(({ text }) => text).join(', '), value.lines)] : parts;
    }
  }
}

function sentence(text: string, lines: Sentence['lines']): Sentence {
  return { text, role: 'field', lines, sources: [] };
}

const QUOTABLE = new Set(
  'event date dates pubdate publishdate day city venue location author authors speakers'.split(' '),
);
