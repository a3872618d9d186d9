import { describe, expect, it } from 'vitest';
import { noteOf } from './reading.js';

const contextsOf = (text: string) =>
  noteOf(text).passages.map(({ sentences, context }) => [sentences[0]?.text, context ?? []]);

describe('a line that names who speaks', () => {
  it('is context for what stands under it, up to the next one', () => {
    expect(
      contextsOf('## Session\n\nAnn Lee, Acme\n\nKites fly.\n\n- Reels wind.\n\nBo Ek @boek\n\nMoles dig.\n'),
    ).toEqual([
      ['Ann Lee, Acme', []],
      ['Kites fly.', ['Ann Lee, Acme']],
      ['Reels wind.', ['Ann Lee, Acme']],
      ['Bo Ek @boek', []],
      ['Moles dig.', ['Bo Ek @boek']],
    ]);
  });

  it('is context where it leads into a list, too', () => {
    expect(contextsOf('## Session\n\nAnn Lee @ann\n- Kites fly.\n\n> Reels wind.\n')).toEqual([
      ['Ann Lee @ann', []],
      ['Reels wind.', ['Ann Lee @ann']],
    ]);
  });

  it('ends with its section', () => {
    expect(contextsOf('## One\n\nAnn Lee, Acme\n\n## Two\n\nMoles dig.\n').at(-1)).toEqual(['Moles dig.', []]);
  });

  it('is told from a sentence', () => {
    expect(contextsOf('## One\n\nAnn Lee of Acme waved.\n\nMoles dig.\n').at(-1)).toEqual(['Moles dig.', []]);
  });
});
