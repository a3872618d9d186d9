import { describe, expect, it } from 'vitest';
import { continuation, spanOf } from '../../../src/answer/unit.js';
import type { QuestionKind } from '../../../src/question/query.js';
import { entriesOf, notesOf, rankedBy } from './ranked.js';

/** What is shown for a sentence of a note. */
function shownFor(text: string, sentence: string, kind: QuestionKind = 'fact'): readonly string[] {
  const ranked = rankedBy(entriesOf(notesOf(text)), () => 0);
  const found = ranked.find(
    ({ passage, index }) => passage.candidate.entry.passage.sentences[index]?.text === sentence,
  );
  if (found === undefined) throw new Error(`not in the note: ${sentence}`);
  const span = spanOf(found, kind);
  return [span, ...[continuation(span) ?? []].flat()].flatMap(({ entry, from, to }) =>
    entry.passage.sentences.slice(from, to + 1).map(({ text: said }) => said),
  );
}

const words = (count: number) => 'many words '.repeat(count).trim();

describe('a sentence', () => {
  it('stands alone where it can', () => {
    expect(shownFor('Whales swim. Storks fly. Moles dig.\n', 'Storks fly.')).toEqual(['Storks fly.']);
  });

  it.each(['It sings.', 'They sing.', 'His song is long.', 'This was new.', 'Then it dives.'])(
    'that begins like "%s" stands with the one before',
    (sentence) => {
      expect(shownFor(`Moles dig. Whales swim. ${sentence}\n`, sentence)).toEqual(['Whales swim.', sentence]);
    },
  );

  it('that begins a paragraph so stands alone', () => {
    expect(shownFor('Moles dig.\n\nIt sings.\n', 'It sings.')).toEqual(['It sings.']);
  });

  it('stands alone when the one before is too long', () => {
    const long = `A whale sings ${words(60)}.`;
    expect(shownFor(`${long} It dives.\n`, 'It dives.')).toEqual(['It dives.']);
  });

  it('that asks stands with what follows, and so does one that ends in a colon', () => {
    expect(shownFor('Who sings? Whales sing.\n', 'Who sings?')).toEqual(['Who sings?', 'Whales sing.']);
    expect(shownFor('Ann gave a rule:\n\n> Sing at dawn.\n', 'Ann gave a rule:')).toEqual([
      'Ann gave a rule:',
      'Sing at dawn.',
    ]);
  });

  it('stands with what tells why, where why is asked', () => {
    const note = 'Whales sing at dawn. This is because the sea is quiet. Storks fly.\n';
    const both = ['Whales sing at dawn.', 'This is because the sea is quiet.'];
    expect(shownFor(note, 'Whales sing at dawn.', 'reason')).toEqual(both);
    expect(shownFor(note, 'Whales sing at dawn.')).toEqual(['Whales sing at dawn.']);
  });

  it('announces nothing of the next section', () => {
    expect(shownFor('## One\n\nWho sings?\n\n## Two\n\nStorks fly.\n', 'Who sings?')).toEqual(['Who sings?']);
  });
});

describe('a list', () => {
  const short = 'Whales like:\n\n- fish\n- peace\n  - at night\n';
  const all = ['Whales like:', 'fish', 'peace', 'at night'];

  it('that is short stands whole, whichever item was found', () => {
    for (const item of all) expect(shownFor(short, item)).toEqual(all);
  });

  const long = `Whales like:\n\n${Array.from({ length: 12 }, (_, i) => `- thing${i} ${words(7)}\n  - detail${i}`).join('\n')}\n`;

  it('that is long stands whole or from the found item on when all is asked for, up to 900 characters', () => {
    const shown = shownFor(long, 'Whales like:', 'list');
    expect(shown[0]).toBe('Whales like:');
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.join('\n').length).toBeLessThanOrEqual(900);
  });

  it('that is long gives one item with what is nested in it when one thing is asked for', () => {
    expect(shownFor(long, `thing3 ${words(7)}`)).toEqual([`thing3 ${words(7)}`, 'detail3']);
  });

  it('item of several sentences stands whole', () => {
    const items = `- Whales swim ${words(20)}. They sing.\n- Storks fly ${words(20)}.\n- Moles dig ${words(20)}.\n`;
    expect(shownFor(items, 'They sing.')).toEqual([`Whales swim ${words(20)}.`, 'They sing.']);
  });
});

describe('code', () => {
  it('stands whole', () => {
    expect(shownFor('```\nwhale start\nwhale stop\n```\n', 'whale stop')).toEqual(['whale start', 'whale stop']);
  });
});
