import { describe, expect, test } from 'vitest';
import { suggestionsOf } from '../../../src/answer/suggestions.js';
import { createEngine, readNotes } from '../../../src/index.js';
import { readNotes as readNotesNow } from '../../../src/notes/read-notes.js';
import { shippedNotes } from '../shipped.js';

const NOTE = `---
title: GardenConf 2018, day 1
event: GardenConf 2018
dates: May 14-15, 2018
city: Oslo
speakers:
  - { name: Maya Thornbury, role: founder, org: Seedworks }
  - { name: Dmitri Okafor }
---

# GardenConf 2018, day 1

## At a glance

Attendance of GardenConf 2018 was 1,450 people.
The theme of GardenConf 2018 was the soil.
The next edition of GardenConf was GardenConf 2020.

The announcements of day 1 at GardenConf 2018 were:

- Mulchd, a composter daemon.
- The Shed Server.

## Mulchd

Mulchd is an open source composter daemon.
Composting is a slow process.
The Root Access Manager (RAM) is a service that decides who may dig.
Priya Raghunathan, head of irrigation at Bayer Greenhouses, liked Mulchd.
Everything in Mulchd is a bed.

The four rules of composting, according to Maya Thornbury, are:

1. Turn it.
2. Water it.

What Dmitri Okafor showed in his demo:

- Soil.
`;

const { notes } = await readNotes([{ path: 'garden.md', text: NOTE }]);
const suggested = suggestionsOf(notes);
const questions = suggested.map(({ question }) => question);

/** The questions about headings, of a note that has these. */
function topicsOf(...headings: readonly string[]): readonly string[] {
  const text = headings.map((heading) => `## ${heading}\n\nThe Shed Server and Mulchd, Mulchd.\n`).join('\n');
  const { notes } = readNotesNow([{ path: 'a.md', text }]);
  return suggestionsOf(notes).flatMap(({ kind, question }) => (kind === 'topic' ? [question] : []));
}

describe('questions that a note can answer', () => {
  test('ask what a thing is that a sentence explains, with its article', () => {
    expect(questions).toContain('What is Mulchd?');
    expect(questions).toContain('What is the Root Access Manager?');
  });

  test('do not take the first word of a sentence for a name', () => {
    expect(questions.filter((question) => /Composting|Everything/.test(question))).toEqual([]);
  });

  test('ask who somebody is whom the notes present', () => {
    expect(questions).toContain('Who is Maya Thornbury?');
    expect(questions).toContain('Who is Priya Raghunathan?');
  });

  test('do not ask who somebody is of whom only the name is written', () => {
    expect(questions).not.toContain('Who is Dmitri Okafor?');
  });

  test('ask when and where an event was, how many came, and what was announced', () => {
    expect(questions).toEqual(
      expect.arrayContaining([
        'When was GardenConf 2018?',
        'Where was GardenConf 2018?',
        'How many people attended GardenConf 2018?',
        'What was announced at GardenConf 2018?',
      ]),
    );
  });

  test('ask for what a list holds, in the words of its lead-in, without its source', () => {
    expect(questions).toContain('What are the four rules of composting?');
    expect(questions).toContain('What were the announcements of day 1 at GardenConf 2018?');
  });

  test('leave out a lead-in that makes no question', () => {
    expect(questions.filter((question) => /demo/.test(question))).toEqual([]);
  });

  test('ask for what a sentence says of something, but not for what is only next to something', () => {
    expect(questions).toContain('What was the theme of GardenConf 2018?');
    expect(questions.filter((question) => /next/.test(question))).toEqual([]);
  });

  test('ask what was said about what a heading names', () => {
    expect(
      topicsOf('The Shed Server', 'The new garden', 'Mulchd in production: a demo', 'How Mulchd works', 'Day 1'),
    ).toEqual(['What was said about the Shed Server?']);
  });

  test('name the lines that answer them', () => {
    const lines = NOTE.split('\n');
    const { note, lines: place } = suggested.find(({ question }) => question === 'What is Mulchd?') ?? {};
    expect(note).toBe('garden.md');
    expect(lines.slice((place?.from ?? 0) - 1, place?.to)).toEqual(['Mulchd is an open source composter daemon.']);
  });
});

describe('questions that the shipped notes can answer', () => {
  const asked = new Map<string, Set<string>>();
  for (const { question, note } of suggestionsOf(shippedNotes)) {
    asked.set(question, (asked.get(question) ?? new Set()).add(note));
  }

  test('are many, none longer than 100 characters', () => {
    expect(asked.size).toBeGreaterThan(300);
    for (const question of asked.keys()) expect(question.length).toBeLessThanOrEqual(100);
  });

  test('are answered from where they were found, nearly all; the others are not offered', async () => {
    const suggestions = await createEngine(shippedNotes).suggestions();
    const kept = suggestions.filter(({ offered }) => !offered).map(({ question }) => question);
    expect(suggestions.length).toBeGreaterThan(300);
    expect(kept.length, kept.join('\n')).toBeLessThanOrEqual(0.1 * suggestions.length);
  });
});

describe('suggestions while a question is typed', () => {
  const engine = createEngine(shippedNotes);

  test('begin with what was typed, whatever its case', async () => {
    const found = await engine.suggest('WHAT IS PROJ');
    expect(found[0]).toBe('What is Project Orca?');
    for (const question of await engine.suggest('who is s')) expect(question.toLowerCase()).toMatch(/(?:^| )s/);
  });

  test('hold words that begin like the typed ones, in any order', async () => {
    expect(await engine.suggest('orca proj')).toContain('What is Project Orca?');
    expect(await engine.suggest('tell me about linuxk')).toEqual([]);
    expect(await engine.suggest('what about linuxk')).toContain('What is LinuxKit?');
  });

  test('are found without diacritics', async () => {
    expect(await engine.suggest('diogo monica')).toContain('Who is Diogo Mónica?');
  });

  test('begin with what the notes speak most of', async () => {
    const [first] = await engine.suggest('what is p');
    expect(first).toBe('What is Project Orca?');
    expect(await engine.suggest('what is', 8)).toContain('What is Docker Swarm?');
  });

  test('ask for what is asked for', async () => {
    for (const question of await engine.suggest('who is s')) expect(question).toMatch(/^Who /);
    for (const question of await engine.suggest('what is p')) expect(question).toMatch(/^What /);
  });

  test('are at most 25, and at most as many as wanted', async () => {
    const found = await engine.suggest('what is', 1000);
    expect(found).toHaveLength(25);
    expect(await engine.suggest('what is', 3)).toEqual(found.slice(0, 3));
    expect(await engine.suggest('what is', 0)).toEqual([]);
  });

  test('are examples from different editions while nothing is typed, and all are answered', async () => {
    const examples = await engine.suggest('', 6);
    expect(examples).toHaveLength(6);
    const events = new Set<string>();
    for (const question of examples) {
      const answer = await engine.ask(question);
      expect(answer.answered, question).toBe(true);
      if (answer.answered) events.add(answer.citations[0]?.event ?? '');
    }
    expect(events.size).toBeGreaterThanOrEqual(4);
  });

  test('are none for gibberish, hostile text, and no notes', async () => {
    expect(await engine.suggest('zzzz qqqq')).toEqual([]);
    expect(await engine.suggest('x'.repeat(50_000))).toEqual([]);
    expect(await engine.suggest('\ud800\u200b')).toBeInstanceOf(Array);
    expect(await createEngine([]).suggest('what')).toEqual([]);
    expect(await createEngine([]).suggest('')).toEqual([]);
  });
});

describe('suggestions from hostile notes', () => {
  test.each([
    ['a sentence of forty thousand words', `The rule of ${'of is '.repeat(20_000)}was`],
    ['open brackets', `The rules ${'('.repeat(40_000)} are:\n\n- a`],
    ['commas', `The rules, ${'a, '.repeat(20_000)} are:\n\n- a`],
    ['capitals', 'A'.repeat(40_000)],
    ['names that say', `${'Ann Lee said '.repeat(5_000)}`],
  ])('are found without delay in %s', async (_, text) => {
    const hostile = await readNotes([{ path: 'a.md', text: `# ${text}\n\n${text}\n` }]);
    for (const { question } of suggestionsOf(hostile.notes)) expect(question.length).toBeLessThanOrEqual(100);
    const answer = await createEngine(hostile.notes).ask('how many rules of Ann Lee are there');
    expect(answer.related.length).toBeLessThanOrEqual(3);
  });
});
