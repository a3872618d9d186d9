import fc from 'fast-check';
import type { Citation, ExcerptPart } from '../../src/index.js';
import { abstained, answered, citation } from './fakes.js';

/** Texts in which a chat could see something to do. */
const HOSTILE = [
  '<!channel>',
  '<@U123>',
  '@everyone',
  '*b* _i_ `c`',
  '&amp;',
  '<https://x|y>',
  '\u202Eabc',
  '\uD83D',
  '👩‍🚒',
  '\0',
  '](<https://evil.example.com>)',
  '```',
  '\n# h',
  '\n- a\n1. b',
  '||s||',
  '<t:0:R>',
  ':smile:',
  '\\',
];
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.lorem({ maxCount: 60 }),
  fc.constantFrom(...HOSTILE),
  fc.array(fc.constantFrom(...HOSTILE, 'word ', '🦑'), { maxLength: 400 }).map((texts) => texts.join('')),
);
/** The same, with a letter at least. */
export const some = fc.tuple(text, fc.constantFrom('a', '1')).map(([text, letter]) => text + letter);
const url = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom(
    'javascript:alert(1)',
    'https://u:p@x.com/',
    `https://x.com/${'y'.repeat(2_900)}`,
    'https://x.com/<!here>|z',
  ),
);
const roles = fc.constantFrom<ExcerptPart['role']>('sentence', 'lead-in', 'item', 'header', 'row', 'line', 'field');
const parts = fc.array(
  fc
    .record({ text: some, role: roles, depth: fc.nat(12), continues: fc.boolean(), highlights: fc.constant([]) })
    .map((part) => ({
      ...part,
      highlights: /^\w+/.test(part.text) ? [[0, 1] as const] : [],
    })),
  { minLength: 1, maxLength: 12 },
);
const citations = fc
  .array(
    fc.record({
      title: some,
      event: some,
      note: some,
      section: fc.array(text, { maxLength: 4 }),
      quote: some,
      url,
      sources: fc.array(fc.record({ title: text, url, author: text }), { maxLength: 5 }),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((list) => list.map((changes, index): Citation => citation({ ...changes, number: index + 1 })));
const understood = some.map((standalone) => ({
  standalone,
  kind: 'fact' as const,
  scope: { years: [] },
  corrections: [{ from: standalone, to: standalone }],
}));
/** Answers and refusals in any words, with any number of citations. */
export const answers = fc.oneof(
  fc
    .tuple(
      citations,
      fc.array(parts, { minLength: 1, maxLength: 20 }),
      some,
      understood,
      fc.array(text, { maxLength: 5 }),
      fc.float({ min: 0, max: 1, noNaN: true }),
    )
    .map(([citations, excerpts, question, understood, related, confidence]) =>
      answered({
        citations,
        excerpts: citations.map(({ number }, index) => ({
          citation: number,
          parts: excerpts[index % excerpts.length] as readonly ExcerptPart[],
        })),
        question,
        understood,
        related,
        confidence,
        disagreement: { citations: citations.map(({ number }) => number) },
      }),
    ),
  fc
    .tuple(citations, some, understood, fc.array(some, { maxLength: 9 }), some)
    .map(([citations, question, understood, unknown, didYouMean]) =>
      abstained({ nearest: citations.slice(0, 3), question, understood, unknown, didYouMean, related: unknown }),
    ),
);
