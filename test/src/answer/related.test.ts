import { describe, expect, test } from 'vitest';
import type { Citation } from '../../../src/answer/answer.js';
import { catalogueEntriesOf, createCatalogue } from '../../../src/answer/catalogue.js';
import { relatedToAnswer } from '../../../src/answer/related.js';
import { createEngine, readNotes } from '../../../src/index.js';
import { createCorpus } from '../../../src/question/corpus.js';
import { askedOfShipped, shippedNotes } from '../shipped.js';
import { queryOf } from './ranked.js';

const GARDEN = `---
title: GardenConf 2018, day 1
event: GardenConf 2018
edition: 2018
---

# GardenConf 2018, day 1

## Mulchd

Mulchd is an open source composter daemon.
PlotKit is a planner for greenhouses.
Mulchd costs 40 euros a month.

The four rules of Mulchd are:

1. Turn it.
2. Water it.

## Irrigation

Drip Master is an irrigation controller by Kolibri Tools.
`;

const ENERGY = `---
title: GardenConf 2020, day 1
event: GardenConf 2020
edition: 2020
---

# GardenConf 2020, day 1

## Heat

SunBox is a heater that runs on compost from Mulchd.
The parts of SunBox are:

- a box;
- the sun.
`;

const { notes } = await readNotes([
  { path: 'garden.md', text: GARDEN },
  { path: 'energy.md', text: ENERGY },
]);
const engine = createEngine(notes);

describe('questions beside an answer', () => {
  test('are about what stands near it, the nearest first', async () => {
    const { related } = await engine.ask('how much does Mulchd cost');
    // Of the three that stand near, one may not be answered surely enough to be offered.
    expect(related.length).toBeGreaterThanOrEqual(2);
    expect(related.slice(0, 2).join(' ')).toMatch(/Mulchd|PlotKit/);
  });

  test('are none rather than about something else in the same note', async () => {
    const { related } = await engine.ask('what is the Drip Master');
    expect(related.join(' ')).not.toMatch(/Mulchd|PlotKit|SunBox/);
  });

  test('ask for more of what was asked about', async () => {
    const { related } = await engine.ask('what is Mulchd');
    expect(related).toContain('What are the four rules of Mulchd?');
  });

  test('are not the question itself in other words', async () => {
    const { related } = await engine.ask('mulchd, what is it?');
    expect(related).not.toContain('What is Mulchd?');
  });

  test('are not what the shown lines answer already', async () => {
    const answer = await engine.ask('what are the rules of Mulchd');
    expect(answer.related).not.toContain('What are the four rules of Mulchd?');
  });
});

describe('questions beside a refusal', () => {
  test('share the rare name that was asked about', async () => {
    const answer = await engine.ask('who invented SunBox batteries in 1987 on the moon');
    expect(answer.answered).toBe(false);
    expect(answer.related.join(' ')).toContain('SunBox');
  });

  test.each(['hello', 'help', '', '???'])('are examples from different editions for "%s"', async (message) => {
    const answer = await engine.ask(message);
    expect(answer.answered).toBe(false);
    expect(answer.related.length).toBeGreaterThanOrEqual(2);
    const [first = '', second = ''] = answer.related;
    const [one, other] = [await engine.ask(first), await engine.ask(second)];
    if (!one.answered || !other.answered) throw new Error(`an example is not answered: ${first} ${second}`);
    expect(one.citations[0]?.event).not.toBe(other.citations[0]?.event);
  });

  test('are not about somebody of the same given name', async () => {
    const { notes: people } = await readNotes([
      {
        path: 'a.md',
        text: '# People\n\nAnn Lee, CEO of Acme, spoke of Acme.\nBob Ray, CTO of Acme, met Ann Lee.\n\n## Mulchd\n\nMulchd is a composter daemon.\n',
      },
    ]);
    const answer = await createEngine(people).ask('what did ann taylor sing on the moon');
    expect(answer.answered).toBe(false);
    expect(answer.related).not.toContain('Who is Ann Lee?');
  });

  test('are none without notes', async () => {
    expect((await createEngine([]).ask('what is Mulchd')).related).toEqual([]);
  });
});

describe('what is offered for any question of the sets', () => {
  const shipped = createEngine(shippedNotes);

  test('is at most three questions, all different, and a "did you mean" that is answered', async () => {
    for (const { question, context = [] } of askedOfShipped) {
      const answer = await shipped.ask(question, { history: context });
      expect(answer.related.length).toBeLessThanOrEqual(3);
      expect(new Set([question, ...answer.related].map((text) => text.toLowerCase())).size).toBe(
        answer.related.length + 1,
      );
      if (answer.answered || answer.didYouMean === undefined) continue;
      expect((await shipped.ask(answer.didYouMean)).answered, answer.didYouMean).toBe(true);
    }
  });

  test('is no everyday word in the place of an unknown name', async () => {
    const answer = await shipped.ask('what is project manatee?');
    expect(answer.answered ? undefined : answer.didYouMean).toBeUndefined();
  });
});

test('not all of many questions are tried to find those to offer', async () => {
  const plants = ['Acorn', 'Birch', 'Cedar', 'Daisy', 'Elder', 'Fennel', 'Ginger', 'Hazel', 'Iris', 'Juniper'];
  const text = plants.map((plant) => `${plant}Kit is an open source composter.\n`);
  const { notes } = await readNotes([{ path: 'many.md', text: `# GardenConf\n\n${text.join('\n')}` }]);
  const corpus = createCorpus(notes);
  const tried = new Set<string>();
  const catalogue = createCatalogue(notes, corpus, catalogueEntriesOf(notes, corpus), async ({ question }) => {
    tried.add(question);
    return false;
  });
  const shown: Citation = {
    number: 1,
    note: 'many.md',
    title: 'GardenConf',
    section: ['GardenConf'],
    anchor: 'gardenconf',
    quote: 'Composters',
    lines: { from: 1, to: 1 },
    sources: [],
  };
  expect(catalogue.under(shown.note, shown.section).length).toBeGreaterThanOrEqual(plants.length);
  expect(await relatedToAnswer(catalogue, queryOf(), [shown])).toEqual([]);
  expect(tried.size).toBe(3);
});
