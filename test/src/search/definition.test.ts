import { describe, expect, it } from 'vitest';
import { analyseText } from '../../../src/search/analysis.js';
import { defines } from '../../../src/search/definition.js';
import { createMatcher, matchSentence } from '../../../src/search/matching.js';
import { termTokens } from '../../../src/text/terms.js';

const definesOf = (thing: string, sentence: string) => {
  const terms = termTokens(thing).map(({ text, term }) => ({ text, term, variants: [], weight: 1, name: true }));
  const matcher = createMatcher(terms, 100, () => 3);
  return defines(sentence, matcher, matchSentence(analyseText(sentence), matcher));
};

describe('a sentence explains a thing', () => {
  it.each([
    ['Glowkit', 'Glowkit is a toolbox for lamps.'],
    ['Glowkit', 'Glowkit (GK) is the toolbox for lamps.'],
    ['lamp registers', 'Lamp registers are lists of lamps.'],
    ['Lamp Register', 'The new Lamp Register is where lamps are listed.'],
    ['Ilse Varga', 'Ilse Varga, founder of Brightworks, spoke.'],
    ['Ilse Varga', 'Ilse Varga of Brightworks spoke.'],
    ['Glowkit', 'Glowkit: a toolbox for lamps.'],
    ['Glowkit', 'Glowkit means a lamp for everyone.'],
    ['Ilse Varga', 'Ilse Varga, chief lamp engineer for Project Glow, spoke.'],
    ['Glowkit', 'Glowkit is like a candle, but brighter.'],
  ])('%s: "%s"', (thing, sentence) => {
    expect(definesOf(thing, sentence)).toBeGreaterThan(0.45);
  });

  it.each([
    ['Glowkit', 'Visitors queued for Glowkit all day.'],
    ['Glowkit', 'Glowkit crashed twice.'],
    ['Lamp Register', 'A lamp is a thing with a light.'],
    ['Lamp Register', 'The lamp that came first in the old register is a lie.'],
    ['Glowkit', ''],
  ])('but not %s: "%s"', (thing, sentence) => {
    expect(definesOf(thing, sentence)).toBe(0);
  });

  it('best at its beginning', () => {
    const front = definesOf('Glowkit', 'Glowkit is a toolbox.');
    const back = definesOf('Glowkit', 'Everybody in the hall heard that Glowkit is a toolbox.');
    expect(back).toBeGreaterThan(0);
    expect(front).toBeGreaterThan(back);
  });

  it('as well behind what it abbreviates as at the beginning', () => {
    const short = definesOf('OLF', 'The Open Lamp Format (OLF) is a format for lamps.');
    expect(short).toBeGreaterThanOrEqual(definesOf('OLF', 'OLF is a format for lamps.'));
    expect(short).toBeGreaterThan(definesOf('OLF', 'OLF is like ELF, but for lamps.'));
  });

  it('whatever frames the question or stands beside it', () => {
    const terms = [
      { ...termTokens('Glowkit')[0], weight: 1, name: true },
      { ...termTokens('keynote')[0], weight: 0.2, name: false },
      { ...termTokens('Varga')[0], weight: 0.4, name: true, aside: true },
    ].map(({ text = '', term = '', ...rest }) => ({ text, term, variants: [], ...rest }));
    const matcher = createMatcher(terms, 100, () => 3);
    const sentence = 'Glowkit is a toolbox for lamps.';
    expect(defines(sentence, matcher, matchSentence(analyseText(sentence), matcher))).toBe(
      definesOf('Glowkit', sentence),
    );
  });

  it('more surely by "is a" than by a comma', () => {
    const said = definesOf('Glowkit', 'Glowkit is a toolbox.');
    expect(said).toBeGreaterThan(definesOf('Glowkit', 'Glowkit, as everybody knew, came late.'));
  });
});
