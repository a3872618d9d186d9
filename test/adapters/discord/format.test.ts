import { ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Pressed } from '../../../adapters/chat/desk.js';
import type { Message } from '../../../adapters/discord/components.js';
import { format, type Setting } from '../../../adapters/discord/format.js';
import type { Answer, Excerpt, ExcerptPart, NoteSummary } from '../../../src/index.js';
import { answers, some } from '../arbitrary-answers.js';
import { abstained, answered, citation, excerpt } from '../fakes.js';
import { faultsOf } from './limits-check.js';
import { shownOf } from './shown.js';

const part = (text: string, role: ExcerptPart['role'], depth?: number): ExcerptPart => ({
  text,
  role,
  highlights: [],
  ...(depth !== undefined && { depth }),
});
const asked = { question: 'what is project orca', history: [], shown: 'abc123' };
const shown = (answer: Answer): Pressed => ({ kind: 'answer', answer, asked });
const PRIVATE: Setting = { restated: true, shareable: true };

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
const list: Excerpt = {
  citation: 1,
  parts: [
    part('The things that customers asked for were:', 'lead-in'),
    part('a registry that a company can run within its own walls', 'item', 0),
    part('logs', 'item', 0),
    { ...part('Logs of who did what.', 'item', 0), continues: true },
    part('audits of the logs', 'item', 1),
  ],
};
const table: Excerpt = {
  citation: 1,
  parts: [part('Year\tAttendance', 'header'), part('2014\t500', 'row'), part('2015\t2,000', 'row')],
};
const wideTable: Excerpt = {
  citation: 1,
  parts: [
    part('Year\tWhat was announced in the keynote', 'header'),
    part('2014\tlibcontainer, libchan and libswarm, all of them open source', 'row'),
  ],
};
const code: Excerpt = { citation: 1, parts: [part('docker run \\', 'line'), part('  --rm hello', 'line')] };
const notes: readonly NoteSummary[] = [
  {
    path: 'knowledge/dockercon-2015-day-1.md',
    title: 'DockerCon 2015, day 1 general session',
    event: 'DockerCon 2015',
    day: 1,
    date: '2015-06-22',
    url: 'https://example.com/day1',
    sources: [],
    passages: 40,
  },
  { path: 'posts/hello.md', title: 'Hello', sources: [], passages: 2 },
];
const explanation = {
  terms: [],
  hits: [
    {
      note: 'knowledge/dockercon-2015-day-2.md',
      lines: { from: 41, to: 41 },
      sentence: 'Project Orca is an integrated stack.',
      passage: 'Project Orca is an integrated stack. Evan Hazlett showed it.',
      score: 1,
      features: {},
    },
    {
      note: 'knowledge/dockercon-2015-day-1.md',
      lines: { from: 7, to: 8 },
      sentence: 'An orca was on the slides.',
      passage: 'An orca was on the slides. People laughed.',
      score: 0.5,
      features: {},
    },
  ],
};

const textOf = (message: Message) =>
  message.components[0].components
    .map((component) => (component.type === ComponentType.TextDisplay ? shownOf(component.content).text : ''))
    .join('\n');

const CASES: Readonly<Record<string, unknown>> = {
  answer: format(shown(answered()), PRIVATE),
  'answer-in-thread': format(shown(answered({ related: ['What is Swarm?', 'Who is Ben Golub?'] }))),
  shared: format({ kind: 'share', answer: answered(), asked }, { restated: true, sharedBy: 'ann' }),
  'unsure-follow-up': format(
    shown(
      answered({
        confidence: 0.6,
        question: 'who demoed it',
        understood: { standalone: 'who demoed Project Orca', kind: 'person', scope: { years: [] }, corrections: [] },
      }),
    ),
  ),
  list: format(shown(answered({ excerpts: [list] }))),
  table: format(shown(answered({ excerpts: [table] }))),
  'wide-table': format(shown(answered({ excerpts: [wideTable] }))),
  code: format(shown(answered({ excerpts: [code] }))),
  field: format(shown(answered({ excerpts: [{ label: 'date', citation: 1, parts: [part('2015-06-23', 'field')] }] }))),
  long: format(shown(answered({ excerpts: [excerpt('It was a very long sentence about containers. '.repeat(200))] }))),
  comparison: format(
    shown(
      answered({
        excerpts: [excerpt('About 2,000 people came.'), excerpt('5,500 people came.', { citation: 2 })],
        citations: [citation(), other],
        disagreement: { citations: [1, 2] },
      }),
    ),
  ),
  abstention: format(
    shown(
      abstained({
        unknown: ['bananas', 'kiwis'],
        nearest: [citation({ quote: `Banners were sold.\n${'They sold well. '.repeat(20)}` })],
        related: ['What is Project Orca?'],
      }),
    ),
    PRIVATE,
  ),
  'did-you-mean': format(shown(abstained({ question: 'what is orka', didYouMean: 'what is orca', unknown: ['orka'] }))),
  more: format({ kind: 'more', answer: answered({ explanation }), asked }),
  'nothing-more': format({ kind: 'more', answer: abstained(), asked }),
  changed: format({ kind: 'changed', answer: answered(), asked }, PRIVATE),
  help: format({ kind: 'help', examples: ['What is Project Orca?', 'What is LinuxKit?'] }),
  'help-remark': format({ kind: 'help', examples: [] }, { remark: 'I *cannot* read that.' }),
  sources: format({ kind: 'sources', notes }),
  'no-sources': format({ kind: 'sources', notes: [] }),
  about: format({ kind: 'about', notes }),
  notice: format({ kind: 'notice', text: 'a < b & "c"' }),
};

describe('a rendered message', () => {
  for (const [name, message] of Object.entries(CASES)) {
    test(`is as recorded: ${name}`, async () => {
      expect(faultsOf(message)).toEqual([]);
      await expect(`${JSON.stringify(message, null, 2)}\n`).toMatchFileSnapshot(`golden/${name}.golden.json`);
    });
  }

  test('shows a thousand notes as far as they fit, and says how many are left', () => {
    const many = Array.from({ length: 1_000 }, (_, i) => ({ ...(notes[0] as NoteSummary), path: `${i}.md` }));
    const message = format({ kind: 'sources', notes: many });
    expect(faultsOf(message)).toEqual([]);
    expect(textOf(message)).toMatch(/and \d+ more notes/);
  });

  test('lists all notes before it links them', () => {
    const url = `https://example.com/${'x'.repeat(150)}`;
    const many = Array.from({ length: 60 }, (_, i) => ({
      ...(notes[0] as NoteSummary),
      title: `Day of box ${i}`,
      url,
    }));
    const message = format({ kind: 'sources', notes: many });
    expect(faultsOf(message)).toEqual([]);
    for (const { title } of many) expect(textOf(message)).toContain(title);
    expect(JSON.stringify(message).match(/example\.com/g)?.length).toBeGreaterThan(5);
  });

  test('shows an address where a title pretends to be another', () => {
    const source = { title: 'https://bank.example.com', url: 'https://evil.example.com/' };
    const message = format(shown(answered({ citations: [citation({ url: source.url, sources: [source] })] })));
    expect(textOf(message)).toContain('https://evil.example.com/');
    expect(textOf(message)).not.toContain('bank.example.com');
  });
});

const settings = fc.record({ restated: fc.boolean(), shareable: fc.boolean(), sharedBy: some }, { requiredKeys: [] });

describe('whatever notes and questions say', () => {
  test('every message is within the limits and loses no citation', () => {
    fc.assert(
      fc.property(answers, settings, fc.constantFrom('answer', 'share', 'changed', 'more'), (answer, setting, kind) => {
        const asked = { question: answer.question, history: [answer.understood.standalone], shown: 'abc123' };
        const message = format({ kind, answer, asked } as Pressed, setting as Setting);
        expect(faultsOf(message)).toEqual([]);
        if (kind === 'more') return;
        for (const { number } of answer.answered ? answer.citations : answer.nearest) {
          expect(textOf(message)).toContain(`[${number}]`);
        }
      }),
      { numRuns: 150 },
    );
  });
});
