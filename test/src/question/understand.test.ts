import { describe, expect, it } from 'vitest';
import { createCorpus } from '../../../src/question/corpus.js';
import { understand } from '../../../src/question/understand.js';

const corpus = createCorpus([]);

describe('understand', () => {
  it('finds nothing asked in punctuation, emoji and invisible characters', () => {
    for (const text of ['', '   ', '???', '\u200B\u202E', '👍', '\uD800']) {
      expect(understand(text, [], corpus)).toMatchObject({ kind: 'none', reason: 'empty' });
    }
  });

  it('reads kind, focus and terms of a question', () => {
    const found = understand('which kernel module did the plumbing team drop?', [], corpus);
    expect(found.kind).toBe('query');
    expect(found.query.focus).toEqual(['modul', 'kernel']);
    expect(found.query.terms.map(({ term }) => term)).toEqual(['kernel', 'modul', 'plumb', 'team', 'drop']);
  });
});
