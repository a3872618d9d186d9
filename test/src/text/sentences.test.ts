import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { sentences } from '../../../src/text/sentences.js';

const cut = (text: string) => sentences(text).map(([from, to]) => text.slice(from, to));

describe('sentences', () => {
  it.each([
    ['a company', ['Docker, Inc. CEO Ben Golub spoke.', 'He leads Docker, Inc.', 'The company grew.']],
    ['a company at the end', ['Hykes founded Docker Inc.', 'It was dotCloud before.']],
    ['version numbers', ['It needs v1.12.', 'Docker 17.05 has it, 1.13.1 does not.']],
    ['decimals and money', ['It costs $1.5 million.', '10 companies paid.']],
    [
      'Latin abbreviations',
      ['Tools (e.g. Compose, i.e. files) vs. Docker Machine etc. are small.', 'See cf. Appendix.'],
    ],
    ['etc. at the end', ['Skype, Tor, GIMP, etc.', 'Basically everything.']],
    ['countries', ['She works for the U.S. Government.', 'It is in the U.S.', 'The law says so.']],
    ['numbered things', ['Weekend project No. 1 is locked down.', 'See Fig. 3 and p. 12.', 'On Jan. 5 it came.']],
    [
      'words that look like them',
      ['They moved to using Fig.', 'Allowed rapid setup.', 'No.', 'It is the next gen.', 'The end.'],
    ],
    ['initials', ['J. Smith met John F. Kennedy.', 'They chose plan B.', 'The rest is known.']],
    ['titles', ['Dr. Strange and Prof. Oak came.', 'Gen. Smith left.']],
    ['addresses', ['See https://example.org/a.b?c=1.', 'Then visit bit.ly/x.', 'And so on.']],
    ['file names', ['Edit docker-compose.yml.', 'Next run node.js with a .NET app.']],
    ['questions', ['Is it ready?', 'Yes!', 'Really?!', 'It is.']],
    ['names with a mark', ['Yahoo! announced it.', 'Jeopardy! was shown.']],
    ['quotations', ['"We did it."', 'He said: “Ship it!”', '(Really.)', '"Go!" he said.']],
    ['ellipses', ['Wait... what?', 'Hmm…', 'Then wget x... && make ended.']],
    ['names written small', ['It is in Docker Hub.', 'runC is small.', 'It ran on containerd.', 'eBPF helps.']],
    ['unknown abbreviations', ['The eng. lead of mgmt. of works spoke.']],
    ['times of day', ['At 9:05 a.m. Ben Golub took the stage.', 'It ended at 5 p.m.', 'The party began.']],
    ['numbered sentences', ['1. First this.', '2. Then that.']],
    ['C# and C++', ['Use C#.', 'C++ works too.']],
    ['other scripts', ['これはペンです。', 'そうですか？', '「はい！」', '次。']],
    ['other languages', ['La guerre est terminée !', 'Z.B. das ist bzw. war so.', '¿Qué es?', '¡Bien!']],
    ['no full stop at the end', ['First.', 'Second without']],
  ])('cuts %s', (_, expected) => {
    expect(cut(expected.join(' '))).toEqual(expected);
  });

  it('finds none in white space', () => {
    expect(sentences('')).toEqual([]);
    expect(sentences(' \n\t ')).toEqual([]);
  });

  it('loses nothing but white space, in order, for any text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc
        .array(fc.constantFrom('Inc', 'a', 'B', 'e.g', '12', '.', '. ', '! ', '?', '…', '" ', '(', ')', ' ', '。'), {
          maxLength: 60,
        })
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const spans = sentences(text);
        let last = 0;
        for (const [from, to] of spans) {
          expect(from).toBeGreaterThanOrEqual(last);
          expect(to).toBeGreaterThan(from);
          expect(text.slice(last, from).trim()).toBe('');
          expect(text.slice(from, to)).toBe(text.slice(from, to).trim());
          last = to;
        }
        expect(text.slice(last).trim()).toBe('');
      }),
    );
  });

  it.each([
    ['no full stop', 'word '],
    ['no space', 'a'],
    ['brackets', '['],
    ['full stops', '.'],
    ['abbreviations', 'e.g. '],
    ['quotes after stops', '."'],
    ['spaces', ' '],
    ['long words before stops', `${'x'.repeat(999)}. `],
  ])('takes work in proportion to the length of a text of %s', (_, unit) => {
    const work = (length: number) => {
      const text = unit.repeat(length / unit.length);
      const calls = [
        vi.spyOn(String.prototype, 'charCodeAt'),
        vi.spyOn(RegExp.prototype, 'exec'),
        vi.spyOn(RegExp.prototype, 'test'),
      ];
      sentences(text);
      const count = calls.reduce((sum, { mock }) => sum + mock.calls.length, 0);
      for (const call of calls) call.mockRestore();
      return count;
    };
    expect(work(100_000)).toBeLessThanOrEqual(work(50_000) * 2.1 + 10);
  });
});
