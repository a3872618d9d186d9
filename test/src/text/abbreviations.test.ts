import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { abbreviationsIn } from '../../../src/text/abbreviations.js';

const found = (text: string): string[] => abbreviationsIn(text).map(({ short, long }) => `${short}=${long}`);

describe('abbreviations that a text explains', () => {
  it.each([
    ['The Soil Health Index (SHI) rates beds.', ['SHI=Soil Health Index']],
    ['Use the SHI (Soil Health Index) daily.', ['SHI=Soil Health Index']],
    ['role-based access control (RBAC) and audit logs', ['RBAC=role-based access control']],
    ['Amazon Machine Images (AMI) came first', ['AMI=Amazon Machine Images']],
    ['the Society for Roses (SfR) met', ['SfR=Society for Roses']],
    ['Drip Irrigation (DI) and Soil Sensors (SS)', ['DI=Drip Irrigation', 'SS=Soil Sensors']],
    ['the National Garden Agency (NGA; founded 1950)', ['NGA=National Garden Agency']],
  ])('%s', (text, abbreviations) => {
    expect(found(text)).toEqual(abbreviations);
  });

  it.each([
    'Okafor (Seedworks) spoke.',
    'It grew (by 60 percent).',
    'The beds (see day 2) are wet.',
    'tools in Go (Go, Rust and others)',
    'costs (EUR) rose',
    'An open ( and nothing closes it',
    'It rained. Indeed (RI) so.',
    'see the page (https://example.org/SHI)',
  ])('finds none in: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('finds, in any text, only what stands in it', () => {
    const text = fc
      .array(fc.constantFrom('Soil', 'health', 'Index', '(SHI)', '(', ')', 'SHI', '(Soil Health Index)', '.', 'é'))
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (words) => {
        for (const { short, long } of abbreviationsIn(words)) {
          expect(words).toContain(short);
          expect(words).toContain(long);
        }
      }),
    );
  });

  it('gives up on parentheses that never close without reading the rest again for each', () => {
    expect(found('('.repeat(50_000))).toEqual([]);
    expect(found('(a '.repeat(20_000))).toEqual([]);
  });
});
