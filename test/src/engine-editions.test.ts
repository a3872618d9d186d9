import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/index.js';
import { readNotes } from '../../src/notes/index.js';

/** The same things at several editions, so that only the edition tells the answers apart. */
const { notes } = readNotes([
  edition(
    'KiteConf 2016',
    2016,
    1,
    '2016-05-10',
    'Mira Solberg opened KiteConf 2016. KiteConf 2016 drew 900 people.\n\nThe Zephyr reel won the prize.',
  ),
  edition(
    'KiteConf 2016',
    2016,
    2,
    '2016-05-11',
    'Tomas Berg opened the second day of KiteConf 2016.\n\nThe Monsoon reel won the prize.',
  ),
  edition(
    'KiteConf 2018',
    2018,
    1,
    '2018-05-14',
    'Aoife Brennan opened KiteConf 2018. KiteConf 2018 drew 1,450 people.\n\nThe Sirocco reel won the prize.',
  ),
  edition(
    'KiteConf EU 2018',
    2018,
    1,
    '2018-10-20',
    'Noor Haddad opened KiteConf EU 2018. KiteConf EU 2018 drew 600 people.\n\nThe Mistral reel won the prize.',
  ),
  edition(
    'KiteConf 2020',
    2020,
    1,
    '2020-05-12',
    'Pavel Ruzicka opened KiteConf 2020. KiteConf 2020 drew 2,300 people.\n\nThe Pampero reel won the prize.',
  ),
]);
const engine = createEngine(notes, { minConfidence: 0 });

describe('a question about one edition', () => {
  it.each([
    ['which reel won the prize at KiteConf 2016 day 1', 'Zephyr'],
    ['which reel won the prize in 2016 on the second day', 'Monsoon'],
    ['which reel won the prize in 2020', 'Pampero'],
    ['which reel won the prize at kiteconf eu 2018', 'Mistral'],
    ['who opened KiteConf 2020', 'Pavel Ruzicka'],
    ['how many people came to KiteConf 2016', '900'],
  ])('is answered from there: %s', async (question, word) => {
    const quotes = await quotesFor(question);
    expect(quotes[0]).toContain(word);
  });

  it('is answered from no other edition', async () => {
    const answer = await engine.ask('which reel won the prize in 2020');
    expect(answer.answered && answer.citations.map(({ event }) => event)).toEqual(['KiteConf 2020']);
  });

  it('means the edition without a region when it names none', async () => {
    expect((await quotesFor('which reel won the prize in 2018'))[0]).toContain('Sirocco');
    expect((await quotesFor('who opened KiteConf 2018'))[0]).toContain('Aoife Brennan');
  });

  it('may be asked after another, and keeps its subject', async () => {
    const history = ['which reel won the prize in 2016'];
    expect((await quotesFor('and in 2020?', history))[0]).toContain('Pampero');
  });
});

describe('a question across editions', () => {
  it.each([
    'how many people did KiteConf draw over the years',
    'how many people came to KiteConf in 2016, 2018 and 2020',
  ])('is answered edition by edition, in order of date: %s', async (question) => {
    const answer = await engine.ask(question);
    const events = answer.answered ? answer.citations.map(({ date }) => date ?? '') : [];
    expect(events.length).toBeGreaterThanOrEqual(3);
    expect(events).toEqual([...events].sort());
    const quotes = (await quotesFor(question)).join('\n');
    for (const figure of ['900', '1,450', '2,300']) expect(quotes).toContain(figure);
  });

  it('that names two is answered from these two', async () => {
    const answer = await engine.ask('which reel won the prize in 2016 and 2020');
    const years = new Set(answer.answered ? answer.citations.map(({ event }) => event) : []);
    expect(years).toEqual(new Set(['KiteConf 2016', 'KiteConf 2020']));
  });
});

describe('a heading that names an edition', () => {
  it('goes before what the note says of itself', async () => {
    const both = readNotes([
      {
        path: 'all.md',
        text: `# KiteConf through the years

## KiteConf 2016

The Zephyr reel won the prize.

## KiteConf 2020

The Pampero reel won the prize.
`,
      },
    ]);
    const answer = await createEngine(both.notes, { minConfidence: 0 }).ask('which reel won the prize in 2020');
    expect(answer.answered && answer.citations).toMatchObject([
      { quote: 'The Pampero reel won the prize.', event: 'KiteConf 2020' },
    ]);
  });
});

async function quotesFor(question: string, history: readonly string[] = []): Promise<readonly string[]> {
  const answer = await engine.ask(question, { history });
  return answer.answered ? answer.citations.map(({ quote }) => quote) : [];
}

function edition(event: string, year: number, day: number, date: string, text: string) {
  const front = `---\ntitle: ${event}, day ${day}\nevent: ${event}\nedition: ${year}\nday: ${day}\ndate: ${date}\n---\n`;
  return {
    // The European edition of a year comes first, so that order does not decide for the other one.
    path: `${year}-${event.includes('EU') ? 'a' : 'b'}-day-${day}.md`,
    text: `${front}# ${event}, day ${day}\n\n${text}\n`,
  };
}
