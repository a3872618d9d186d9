import { describe, expect, it } from 'vitest';
import { speakerOf } from '../../../src/answer/speaker.js';
import { entriesOf, notesOf } from './ranked.js';

/** The line that names who said a sentence, or undefined. */
function speakerIn(note: string, sentence: string): string | undefined {
  for (const entry of entriesOf(notesOf(note))) {
    const at = entry.passage.sentences.findIndex(({ text }) => text === sentence);
    if (at === -1) continue;
    const said = { entry, from: at, to: at };
    const span = speakerOf(said, [said], () => 1);
    return span?.entry.passage.sentences[span.from]?.text;
  }
  throw new Error(`not in the note: ${sentence}`);
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

  it('is whom the sentence before names, by the last name too', () => {
    const note = 'Mira Solberg took the stage.\n\nKites fly. Solberg laughed.\n\nThey sing.\n';
    expect(speakerIn(note, 'Kites fly.')).toBe('Mira Solberg took the stage.');
    expect(speakerIn(note, 'They sing.')).toBe('Solberg laughed.');
  });

  it('is nobody from another section, and nobody else where the sentence names somebody', () => {
    expect(speakerIn('# Zoo\n\n## One\n\nAnn Lee, Acme\n\n## Two\n\nThey sing.\n', 'They sing.')).toBeUndefined();
    const note = 'Mira Solberg took the stage.\n\nTomas Berg laughed.\n';
    expect(speakerIn(note, 'Tomas Berg laughed.')).toBeUndefined();
  });
});
