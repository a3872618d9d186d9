import { describe, expect, it } from 'vitest';
import type { Answered } from '../../src/index.js';
import { createEngine } from '../../src/index.js';
import { readNotes } from '../../src/notes/index.js';
import { expectSound, expectVerbatim } from './sound.js';

const text = '# Moles\n\nA **mole**[^a] digs 1,720 tunnels.\nA shrew digs *none*.\n\nA vole watches.\n';
const lines = { from: 3, to: 4 };
const engine = createEngine(readNotes([{ path: 'moles.md', text }]).notes, { minConfidence: 0 });
const right = (await engine.ask('how many tunnels does a mole dig')) as Answered;
const [citation] = right.citations as [Answered['citations'][number]];

describe('the check of quotes', () => {
  it('passes what the lines say', () => {
    expectVerbatim({ ...citation, quote: 'A mole digs 1,720 tunnels.\nA shrew digs none.', lines }, text);
  });

  it.each([
    ['a changed word', 'A mole digs 1,720 holes.', lines],
    ['a changed figure', 'A mole digs 1,721 tunnels.', lines],
    ['sentences that changed places', 'A shrew digs none.\nA mole digs 1,720 tunnels.', lines],
    ['a sentence shown twice', 'A shrew digs none.\nA shrew digs none.', lines],
    ['words of another line', 'A vole watches.', lines],
    ['lines that are not there', 'A mole digs 1,720 tunnels.', { from: 90, to: 91 }],
  ])('fails for %s', (_, quote, where) => {
    expect(() => expectVerbatim({ ...citation, quote, lines: where }, text)).toThrow();
  });
});

describe('the check of answers', () => {
  it('passes what the engine says', () => {
    expectSound(right);
  });

  it.each([
    ['nothing shown', { excerpts: [] }],
    ['a citation that is not numbered 1', { citations: [{ ...citation, number: 2 }] }],
    ['a citation of nothing shown', { citations: [citation, { ...citation, number: 2 }] }],
    ['an excerpt without citation', { excerpts: right.excerpts.map((one) => ({ ...one, citation: 2 })) }],
    ['a quote that is not what is shown', { citations: [{ ...citation, quote: 'A vole.' }] }],
    ['a link that is none', { citations: [{ ...citation, url: 'javascript:alert(1)' }] }],
    ['a link with a password', { citations: [{ ...citation, url: 'https://a:b@example.org/' }] }],
    ['marks beyond the text', withHighlights([[0, 999]])],
    [
      'marks that overlap',
      withHighlights([
        [0, 4],
        [3, 6],
      ]),
    ],
    [
      'marks out of order',
      withHighlights([
        [4, 6],
        [0, 2],
      ]),
    ],
    ['an empty mark', withHighlights([[4, 4]])],
    ['certainty beyond 1', { confidence: 1.01 }],
    ['no number at all', { confidence: Number.NaN }],
  ])('fails for %s', (_, changes: Partial<Answered>) => {
    expect(() => expectSound({ ...right, ...changes })).toThrow();
  });
});

function withHighlights(highlights: readonly (readonly [number, number])[]): Partial<Answered> {
  return {
    excerpts: right.excerpts.map((one) => ({ ...one, parts: one.parts.map((part) => ({ ...part, highlights })) })),
  };
}
