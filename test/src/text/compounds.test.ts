import { describe, expect, it } from 'vitest';
import { joinsOf, splitOf } from '../../../src/text/compounds.js';

const known = new Set(['runb', 'plotkit', 'email', 'plot', 'kit', 'multi', 'layer', 'e', 'mail', 'onpremises']);
const knows = (word: string): boolean => known.has(word);

describe('words written together or apart', () => {
  it.each([
    [['what', 'is', 'run', 'b'], ['runb']],
    [['plot', 'kit', 'beds'], ['plotkit']],
    [['my', 'e', 'mail'], ['email']],
    [['on', 'pre', 'mises'], ['onpremises']],
    [['nothing', 'here'], []],
  ])('joins in %j: %j', (words, joined) => {
    expect(joinsOf(words, knows).map(({ word }) => word)).toEqual(joined);
  });

  it('says which words it joins', () => {
    expect(joinsOf(['what', 'is', 'run', 'b'], knows)).toEqual([{ from: 2, to: 4, word: 'runb' }]);
  });

  it.each([
    ['plotkit', ['plot', 'kit']],
    ['multilayer', ['multi', 'layer']],
    ['email', ['e', 'mail']],
    ['layerplot', undefined],
    ['greenhouse', undefined],
    ['kit', undefined],
  ])('splits %s into %j', (word, parts) => {
    const beside = (first: string, second: string): boolean => `${first} ${second}` !== 'layer plot';
    expect(splitOf(word, knows, beside)).toEqual(parts);
  });

  it('splits only into parts as long as they must be', () => {
    expect(splitOf('email', knows, () => true, 2)).toBeUndefined();
    expect(splitOf('plotkit', knows, () => true, 3)).toEqual(['plot', 'kit']);
    expect(splitOf('plotkit', knows, () => true, 4)).toBeUndefined();
  });
});
