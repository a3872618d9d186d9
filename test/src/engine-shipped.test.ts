import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/index.js';
import { shippedNotes } from './shipped.js';

const engine = createEngine(shippedNotes);

/** What the front matter says of each edition, by its label. */
function fieldOfEditions(label: string): readonly (readonly [event: string, value: string])[] {
  const found = new Map<string, string>();
  for (const { event, passages } of shippedNotes) {
    const field = passages.find((passage) => passage.label === label);
    const value = field?.sentences[0]?.text;
    if (event !== undefined && value !== undefined) found.set(event, value);
  }
  return [...found];
}

/** Asks the question of each edition and tells which were not answered with what the front matter says. */
async function missed(question: string, editions: ReturnType<typeof fieldOfEditions>): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [event, value] of editions) {
    const answer = await engine.ask(question.replace('E', event.toLowerCase()));
    const shown = answer.answered ? answer.citations.map(({ quote }) => quote).join('\n') : answer.reason;
    if (!shown.includes(value)) wrong.push(`${event}: ${value}, but: ${shown.slice(0, 120)}`);
  }
  return wrong;
}

describe('the shipped notes tell of every edition', () => {
  // What was no meeting in a city is told in words of its own.
  const cities = fieldOfEditions('city').filter(([, city]) => !city.includes('virtual'));

  it.each(['where was E held', 'where did E take place', 'in which city did E take place', 'location of E'])(
    'its city, when asked "%s"',
    async (question) => {
      expect(cities.length).toBeGreaterThan(8);
      expect(await missed(question, cities)).toEqual([]);
    },
  );

  it('when it was', async () => {
    const years = shippedNotes.flatMap(({ event, edition }) =>
      event === undefined || edition === undefined ? [] : [[event, String(edition)] as const],
    );
    expect(await missed('when was E', [...new Map(years)])).toEqual([]);
  });

  it('in which cities those of a region were, one line each', async () => {
    const european = cities.filter(([event]) => event.includes(' EU '));
    const answer = await engine.ask('in which cities were the european dockercons');
    expect(answer.answered && answer.citations.map(({ event, quote }) => [event, quote]).sort()).toEqual(
      european.sort(),
    );
  });
});
