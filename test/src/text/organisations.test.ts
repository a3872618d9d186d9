import { describe, expect, it } from 'vitest';
import { organisationsCalled } from '../../../src/text/organisations.js';
import { termOf } from '../../../src/text/terms.js';

const called = (first: string, second = ''): string[] =>
  organisationsCalled(termOf(first), termOf(second)).names.map(({ term }) => term);

describe('an organisation whose name does not come to mind', () => {
  it('is found by its trade', () => {
    expect(called('card', 'company')).toContain(termOf('visa'));
    expect(called('insurance', 'giant')).toContain(termOf('metlife'));
    expect(called('chip', 'maker')).toContain(termOf('intel'));
  });

  it('is found by a word of its own', () => {
    expect(called('insurer', 'said')).toContain(termOf('metlife'));
    expect(organisationsCalled(termOf('insurer'), '').pair).toBe(false);
  });

  it('is found by two words that belong together', () => {
    expect(called('federal', 'agency')).toContain(termOf('gsa'));
    expect(organisationsCalled(termOf('federal'), termOf('agency')).pair).toBe(true);
  });

  it('is not looked for behind a trade that tells of something else', () => {
    expect(called('card', 'game')).toEqual([]);
    expect(called('search', 'results')).toEqual([]);
    expect(called('the', 'company')).toEqual([]);
  });
});
