import { describe, expect, it } from 'vitest';
import { type Answered, createEngine, type NoteFile } from '../../src/index.js';
import { readNotes } from '../../src/notes/index.js';

describe('what is shown', () => {
  const engine = engineOver({
    'garden.md': `# GardenConf

## Mulchd

Mulchd is a composter daemon from Seedworks. It turns kitchen scraps into soil within 14 days.
Gardeners waited for it.

The three wishes of gardeners for Mulchd were:[^okafor]

- a lid that raccoons cannot open
- a thermometer
  - with an alarm
- wheels

The rake was praised by the mayor.

## Answers from the stage

How long does a spade last?
A spade lasts for nine years.

Priya Raghunathan gave this rule for watering roses:

> Water at dawn and never at noon.

## Prices

| Tool | Price |
|------|-------|
| Rake | 12 euros |
| Hoe | 19 euros |

## Commands

To start a composter, type:

\`\`\`
mulchd start --lid closed
mulchd status
\`\`\`

[^okafor]: [Wishes](https://garden.example.org/wishes), Dmitri Okafor, 2018-05-14
`,
    'other.md': `# Other things

The weather was mild, and visitors walked between the beds.

A brass band played, and the mayor spoke of bees.`,
  });

  it('is a list whole, under the line that leads into it', async () => {
    const { excerpts } = await answerOf(engine, 'what were the wishes of gardeners for mulchd');
    expect(excerpts[0]?.parts.map(({ text, role, depth }) => [role, depth, text])).toEqual([
      ['lead-in', undefined, 'The three wishes of gardeners for Mulchd were:'],
      ['item', 0, 'a lid that raccoons cannot open'],
      ['item', 0, 'a thermometer'],
      ['item', 1, 'with an alarm'],
      ['item', 0, 'wheels'],
    ]);
  });

  it('is a list item with what it belongs to, cited by the source of its lead-in', async () => {
    const { citations } = await answerOf(engine, 'what did gardeners want about raccoons');
    expect(citations[0]?.quote).toMatch(/^The three wishes .*:\na lid that raccoons cannot open\n/);
    expect(citations[0]).toMatchObject({
      url: 'https://garden.example.org/wishes',
      sources: [{ title: 'Wishes', author: 'Dmitri Okafor', date: '2018-05-14' }],
    });
  });

  it('is the sentence before, too, when the best one begins with "It"', async () => {
    const { text } = await answerOf(engine, 'how long does mulchd take to make soil of kitchen scraps');
    expect(text).toMatch(
      /^Mulchd is a composter daemon from Seedworks\.\nIt turns kitchen scraps into soil within 14 days\./,
    );
  });

  it('is the answer, too, when the note asks the same', async () => {
    const { text } = await answerOf(engine, 'how long does a spade last');
    expect(text).toContain('A spade lasts for nine years.');
  });

  it('is what a colon announces', async () => {
    const { text } = await answerOf(engine, 'what rule did Priya Raghunathan give for watering roses');
    expect(text).toContain('Water at dawn and never at noon.');
  });

  it('is a row of a table with its header', async () => {
    const { excerpts } = await answerOf(engine, 'what is the price of a hoe');
    expect(excerpts[0]?.parts.map(({ role, text }) => [role, text])).toEqual(
      expect.arrayContaining([
        ['header', 'Tool\tPrice'],
        ['row', 'Hoe\t19 euros'],
      ]),
    );
  });

  it('is code whole', async () => {
    const { text } = await answerOf(engine, 'mulchd start lid closed');
    expect(text).toContain('mulchd start --lid closed\nmulchd status');
  });

  it('is a fact in 350 characters, and a list in 900', async () => {
    for (const question of ['what is mulchd', 'who is Priya Raghunathan', 'how long does a spade last']) {
      expect((await answerOf(engine, question)).text.length).toBeLessThanOrEqual(350);
    }
    expect((await answerOf(engine, 'list the wishes of gardeners')).text.length).toBeLessThanOrEqual(900);
  });

  it('has the words of the question marked, in any form, and no stop words', async () => {
    const { excerpts } = await answerOf(engine, 'how many years does a spade last');
    const marked = excerpts.flatMap(({ parts }) =>
      parts.flatMap(({ text, highlights }) => highlights.map(([from, to]) => text.slice(from, to))),
    );
    expect(marked).toEqual(expect.arrayContaining(['spade', 'lasts']));
    expect(marked).not.toContain('a');
  });

  it('is nothing twice', async () => {
    for (const question of ['what is mulchd', 'wishes for mulchd', 'rake', 'price of a rake', 'roses']) {
      const { excerpts } = await answerOf(engine, question);
      const texts = excerpts.flatMap(({ parts }) => parts.map(({ text }) => text));
      expect(new Set(texts).size, question).toBe(texts.length);
    }
  });
});

describe('a field of the front matter', () => {
  const engine = engineOver({
    '2018.md': `---
title: GardenConf 2018
event: GardenConf 2018
edition: 2018
date: 2018-05-14
city: Oslo
speakers:
  - { name: Maya Thornbury, role: founder, org: Seedworks }
---
# GardenConf 2018

Beds were watered at noon.`,
  });

  it('is shown with its label, and cited by its line', async () => {
    const { excerpts, citations } = await answerOf(engine, 'where was GardenConf 2018');
    expect(excerpts[0]).toMatchObject({ label: 'city', parts: [{ text: 'Oslo', role: 'field' }] });
    expect(citations[0]?.lines).toEqual({ from: 6, to: 6 });
  });

  it('tells who somebody is', async () => {
    const { text } = await answerOf(engine, 'who is Maya Thornbury');
    expect(text).toContain('name: Maya Thornbury, role: founder, org: Seedworks');
  });
});

function engineOver(files: Readonly<Record<string, string>>) {
  const all: NoteFile[] = Object.entries(files).map(([path, text]) => ({ path, text }));
  return createEngine(readNotes(all).notes, { minConfidence: 0 });
}

async function answerOf(
  engine: ReturnType<typeof engineOver>,
  question: string,
): Promise<Answered & { readonly text: string }> {
  const answer = await engine.ask(question);
  if (!answer.answered) throw new Error(`abstained: ${answer.reason}`);
  return { ...answer, text: answer.citations.map(({ quote }) => quote).join('\n') };
}

describe('a line that names who speaks', () => {
  const engine = engineOver({
    'sessions.md': `# GardenConf 2018

## Shears and knives

Mira Solberg, Windworks

Great talk, very sharp. Covered rust, oil and whetstones.

Every blade is wiped before it is put away.

Tomas Berg, Bayer Greenhouses

Short talk. Blades are cooled in oil.

## The closing

Visitors walked between the beds.
`,
  });
  const shownFor = async (question: string) => {
    const { excerpts } = await answerOf(engine, question);
    return excerpts.flatMap(({ parts }) => parts.map(({ text }) => text));
  };

  it('leads to what is told below it, and stands above it', async () => {
    const shown = await shownFor('how did Mira Solberg put away a blade');
    expect(shown).toContain('Every blade is wiped before it is put away.');
    if (shown.includes('Mira Solberg, Windworks')) expect(shown[0]).toBe('Mira Solberg, Windworks');
  });

  it('is no answer by itself', async () => {
    expect(await shownFor('what did Tomas Berg talk about')).toContain('Blades are cooled in oil.');
  });

  it('answers who spoke', async () => {
    expect(await shownFor('who spoke about whetstones')).toContain('Mira Solberg, Windworks');
  });
});
