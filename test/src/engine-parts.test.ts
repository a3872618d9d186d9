import { describe, expect, it } from 'vitest';
import { type Answered, createEngine } from '../../src/index.js';
import { readNotes } from '../../src/notes/index.js';

const rules = Array.from(
  { length: 12 },
  (_, i) =>
    `- Rule ${i + 1} of the beds: dig row ${i + 1} with a narrow spade and cover it with straw before the frost.`,
);

const engine = createEngine(
  readNotes([
    {
      path: 'gardencon-2019.md',
      text: `---
event: GardenCon 2019
---
# GardenCon 2019

GardenCon 2019 was held in the orangery of Potsdam.

Priya Raghunathan, gardener of Seedworks, opened GardenCon 2019 with a walk through the beds.

Dmitri Okafor's rules for beds are:

${rules.join('\n')}
- Rule 13 of the beds: never trust a raccoon near a fresh compost heap.
`,
    },
    {
      path: 'gardencon-2020.md',
      text: `---
event: GardenCon 2020
---
# GardenCon 2020

Lena Vasquez, botanist at Mulchd, told how Mulchd saved the roses of GardenCon 2020.
`,
    },
  ]).notes,
);

describe('two questions asked in one breath', () => {
  it('are both answered, each from its place', async () => {
    const answer = await answerOf('where was GardenCon 2019 held, and who opened it');
    expect(quotesOf(answer)).toMatch(/orangery of Potsdam[\s\S]*Priya Raghunathan/);
    expect(answer.citations.map(({ number }) => number)).toEqual(answer.citations.map((_, i) => i + 1));
  });

  it('are answered from the editions they name', async () => {
    const answer = await answerOf('who opened GardenCon 2019 and who saved the roses of GardenCon 2020');
    expect(new Set(answer.citations.map(({ event }) => event))).toEqual(new Set(['GardenCon 2019', 'GardenCon 2020']));
  });

  it('show nothing twice where both have the same answer', async () => {
    const answer = await answerOf('who opened GardenCon 2019, and who walked through the beds of GardenCon 2019');
    const quotes = answer.citations.map(({ quote }) => quote);
    expect(new Set(quotes).size).toBe(quotes.length);
  });
});

describe('one item of a list that is too long to be shown', () => {
  it('stands under the line that leads into the list', async () => {
    const answer = await answerOf('who said never trust a raccoon near a compost heap');
    const [leadIn, item] = answer.excerpts;
    expect(leadIn?.parts.map(({ text }) => text)).toEqual(["Dmitri Okafor's rules for beds are:"]);
    expect(item?.parts.map(({ text }) => text).join()).toContain('raccoon');
  });
});

async function answerOf(question: string): Promise<Answered> {
  const answer = await engine.ask(question);
  if (!answer.answered) throw new Error(`not answered: ${question} (${answer.reason}, ${answer.confidence})`);
  return answer;
}

function quotesOf({ citations }: Answered): string {
  return citations.map(({ quote }) => quote).join('\n');
}
