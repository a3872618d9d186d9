import { describe, expect, it } from 'vitest';
import { speakerOf } from '../../../src/answer/speaker.js';
import { entriesOf, notesOf } from './ranked.js';

/** The line that names who said a sentence, or undefined. */
function speakerIn(note: string, said: string): string | undefined {
  for (const entry of entriesOf(notesOf(note))) {
    const at = entry.passage.sentences.findIndex(({ text }) => text === said);
    if (at === -1) continue;
    const span = speakerOf({ entry, from: at, to: at });
    return span?.entry.passage.sentences[span.from]?.text;
  }
  throw new Error(`not in the note: ${said}`);
}

describe('who speaks', () => {
  it('is told by the line under the heading', () => {
    const note = '# Zoo\n\n## Whales\n\nAnn Lee, keeper at Acme\n\nWhales swim far.\n\nThey sing.\n';
    expect(speakerIn(note, 'They sing.')).toBe('Ann Lee, keeper at Acme');
  });

  it('is told by the item that an item stands under', () => {
    const note = '- Ann Lee - Acme\n  - Whales\n    - They sing.\n- Bo Ek, Ocean Inc\n  - Storks\n    - They fly.\n';
    expect(speakerIn(note, 'They sing.')).toBe('Ann Lee - Acme');
    expect(speakerIn(note, 'They fly.')).toBe('Bo Ek, Ocean Inc');
  });

  it('is the nearest of several', () => {
    expect(speakerIn('Ann Lee, Acme\n\nOne.\n\nBo Ek, Acme\n\nTwo.\n', 'Two.')).toBe('Bo Ek, Acme');
  });

  it('is nobody from another section, and no line that says more', () => {
    expect(speakerIn('# Zoo\n\n## One\n\nAnn Lee, Acme\n\n## Two\n\nThey sing.\n', 'They sing.')).toBeUndefined();
    expect(speakerIn('Ann Lee said that whales sing.\n\nThey dive.\n', 'They dive.')).toBeUndefined();
  });
});
