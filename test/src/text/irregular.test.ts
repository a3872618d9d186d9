import { describe, expect, it } from 'vitest';
import { IRREGULAR } from '../../../src/text/irregular.js';
import { termOf } from '../../../src/text/terms.js';

describe('irregular forms', () => {
  it.each([
    ['spoke', 'speak'],
    ['spoken', 'speak'],
    ['gave', 'give'],
    ['said', 'say'],
    ['shown', 'show'],
    ['built', 'build'],
    ['held', 'hold'],
    ['ran', 'run'],
    ['sold', 'sell'],
    ['begun', 'begin'],
    ['brought', 'bring'],
    ['people', 'person'],
    ['indices', 'index'],
    ['worst', 'bad'],
  ])('bring %s to %s', (form, base) => {
    expect(IRREGULAR.get(form)).toBe(base);
  });

  it.each([...IRREGULAR])('index %s as %s', (form, base) => {
    expect(form).toMatch(/^[a-z]+$/);
    expect(base).toMatch(/^[a-z]+$/);
    expect(termOf(form)).toBe(termOf(base));
    // A base that is a form itself would be brought to another word.
    expect(IRREGULAR.get(base) ?? base).toBe(base);
  });

  it('leave out words of another meaning', () => {
    for (const word of ['saw', 'left', 'ground', 'wound', 'bore']) expect(IRREGULAR.has(word)).toBe(false);
  });
});
