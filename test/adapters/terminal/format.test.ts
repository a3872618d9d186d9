import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { format } from '../../../adapters/terminal/format.js';
import type { Screen } from '../../../adapters/terminal/terminal.js';
import type { Answer, Excerpt, ExcerptPart } from '../../../src/index.js';
import { abstained, answered, citation, excerpt } from '../fakes.js';

const PLAIN: Screen = { width: 80, colour: false, links: false };
const RICH: Screen = { width: 80, colour: true, links: true };

const list: Excerpt = {
  citation: 2,
  parts: [
    part('The things that customers asked for were:', 'lead-in'),
    part(
      'a registry that a company can run within its own walls, behind its own firewall, with its own users',
      'item',
      0,
    ),
    part('logs', 'item', 0),
    { ...part('Logs of who did what.', 'item', 0), continues: true },
    part('audits of the logs', 'item', 1),
  ],
};
const table: Excerpt = {
  citation: 1,
  parts: [
    part('Year\tAttendance\tCity', 'header'),
    part('2014\t500\tSan Francisco', 'row'),
    part('2015\t2,000\t旧金山', 'row'),
  ],
};
const other = citation({
  number: 2,
  note: 'knowledge/dockercon-2017-day-1.md',
  title: 'DockerCon 2017, day 1',
  event: 'DockerCon 2017',
  day: 1,
  date: '2017-04-18',
  section: ['Attendance'],
  lines: { from: 12, to: 15 },
  url: 'https://example.com/2017#:~:text=5%2C500%20people',
  sources: [],
});

/** What is shown of each, in the golden file of the same name. */
const CASES: Readonly<Record<string, readonly [Answer, Screen]>> = {
  sentence: [answered(), PLAIN],
  'sentence-colour-links': [answered(), RICH],
  'unsure-follow-up': [
    answered({
      confidence: 0.6,
      question: 'who demoed it',
      understood: { standalone: 'who demoed Project Orca', kind: 'person', scope: { years: [] }, corrections: [] },
      related: ['What is Project Orca?', 'Who is Ben Golub?'],
    }),
    PLAIN,
  ],
  'spelling-only': [
    answered({
      confidence: 0.7,
      understood: {
        standalone: 'what is project orca',
        kind: 'definition',
        scope: { years: [] },
        corrections: [{ from: 'orka', to: 'orca' }],
      },
    }),
    PLAIN,
  ],
  'list-narrow': [answered({ excerpts: [list], citations: [other] }), { ...PLAIN, width: 40 }],
  table: [answered({ excerpts: [table] }), PLAIN],
  'table-narrow': [answered({ excerpts: [table] }), { ...PLAIN, width: 20 }],
  field: [
    answered({
      excerpts: [{ citation: 1, label: 'city', parts: [{ ...part('San Francisco', 'field'), highlights: [[0, 3]] }] }],
      citations: [citation({ section: [], sources: [], url: 'https://example.com/own' })],
    }),
    PLAIN,
  ],
  code: [
    answered({ excerpts: [{ citation: 1, parts: [part('docker run \\', 'line'), part('\t-p 80:80 nginx', 'line')] }] }),
    PLAIN,
  ],
  'two-events-disagree': [
    answered({
      excerpts: [excerpt('About 2,000 people came.'), excerpt('5,500 people came.', { citation: 2 })],
      citations: [citation(), other],
      disagreement: { citations: [1, 2] },
    }),
    PLAIN,
  ],
  'no-event': [
    answered({
      citations: [
        {
          number: 1,
          note: 'posts/hello.md',
          title: 'Hello',
          section: ['Hello', 'First', 'Second'],
          anchor: 'second',
          lines: { from: 3, to: 4 },
          quote: 'x',
          sources: [{ title: 'A talk' }],
        },
      ],
    }),
    PLAIN,
  ],
  refused: [
    abstained({
      unknown: ['bananas', 'kiwis'],
      didYouMean: 'how are banners sold',
      nearest: [citation({ quote: `Banners were sold.\n${'They sold well. '.repeat(20)}` })],
      related: ['What is Project Orca?'],
    }),
    PLAIN,
  ],
  'refused-scope': [
    abstained({
      reason: 'out-of-scope',
      understood: {
        standalone: 'how are bananas sold',
        kind: 'fact',
        scope: { years: [2016], day: 3 },
        corrections: [],
      },
    }),
    PLAIN,
  ],
  'refused-no-notes': [abstained({ reason: 'no-notes' }), PLAIN],
  explained: [
    answered({
      explanation: {
        terms: [
          { text: 'project', term: 'project', weight: 0.4 },
          { text: 'orca', term: 'orca', weight: 1 },
        ],
        hits: [
          {
            note: 'knowledge/dockercon-2015-day-2.md',
            lines: { from: 41, to: 42 },
            sentence: 'Project Orca is an integrated stack.',
            passage: 'Project Orca is an integrated stack.',
            score: 0.913,
            features: { coverage: 0.5, proximity: 0.413 },
          },
        ],
      },
    }),
    PLAIN,
  ],
};

describe('an answer on a screen', () => {
  for (const [name, [answer, screen]] of Object.entries(CASES)) {
    test(`looks like ${name}.golden.txt`, async () => {
      const visible = format(answer, screen).replaceAll('\u001B', '␛');
      await expect(visible).toMatchFileSnapshot(`./golden/${name}.golden.txt`);
    });
  }

  test('has no escape sequence of its own without colour', () => {
    for (const [answer] of Object.values(CASES)) expect(format(answer, PLAIN)).not.toContain('\u001B');
  });

  test('never passes on what steers a terminal, wherever a note or question says it', () => {
    const evil = 'a\u001B[2Jb\u009B31mc\u202Ed\u0007e\u2066f\u200Bg\rh\u{E0041}i\uD800j';
    const answer = answered({
      question: `${evil}?`,
      excerpts: [{ label: evil, citation: 1, parts: [{ text: evil, role: 'field', highlights: [[1, 6]] }] }],
      citations: [
        citation({
          note: evil,
          title: evil,
          event: evil,
          section: [evil],
          sources: [{ title: evil, author: evil, date: evil, url: `https://example.com/${evil}` }],
        }),
      ],
      understood: { standalone: evil, kind: 'fact', scope: { years: [] }, corrections: [] },
      related: [evil],
    });
    const refusal = abstained({ unknown: [evil], didYouMean: evil, nearest: answer.citations, related: [evil] });
    for (const shown of [format(answer, PLAIN), format(refusal, PLAIN)]) {
      expect(shown).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u);
      expect(shown).toContain('a[2Jb31mcdefg hij');
    }
  });

  test('links nowhere but to http and https addresses', () => {
    const sources = ['javascript:alert(1)', 'file:///etc/passwd', 'https://', 'nonsense'].map((url) => ({
      title: 'T',
      url,
    }));
    const answer = answered({ citations: [citation({ sources, url: 'data:text/html,x' })] });
    expect(format(answer, RICH)).not.toMatch(/\]8;;\w/);
    expect(format(answer, PLAIN)).not.toMatch(/javascript|etc\/passwd|data:/);
  });

  test('opens a link anew on each line of its text, so that what stands between is no link', () => {
    const url = 'https://example.com/day2';
    const citations = [citation({ sources: [{ title: 'How a keynote was told to all who did not come', url }] })];
    const shown = format(answered({ citations }), { ...RICH, width: 30 });
    const [start, end] = [`\u001B]8;;${url}\u001B\\`, '\u001B]8;;\u001B\\'];
    expect(shown).toContain(
      ['How a keynote was told to', 'all who did not come'].map((line) => `    ${start}${line}${end}`).join('\n'),
    );
    expect(shown).not.toContain('\u0007');
  });

  test('says every word of an excerpt in order, at any width', () => {
    const words = fc.array(fc.stringMatching(/^[a-z0-9,.'-]{1,30}$/), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 100 }), fc.boolean(), (texts, width, colour) => {
        const answer = answered({ excerpts: [excerpt(texts.join(' '))] });
        const shown = format(answer, { width, colour, links: false });
        expect(shown.replaceAll(/\s+/g, ' ')).toContain(texts.join(' '));
      }),
    );
  });
});

function part(text: string, role: ExcerptPart['role'], depth?: number): ExcerptPart {
  return { text, role, highlights: [], ...(depth !== undefined && { depth }) };
}
