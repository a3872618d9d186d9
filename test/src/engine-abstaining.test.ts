import { describe, expect, it } from 'vitest';
import { type Abstained, type AbstainReason, createEngine } from '../../src/index.js';
import { readNotes } from '../../src/notes/index.js';

const { notes } = readNotes([
  {
    path: 'kite-2018-day-1.md',
    text: `---
title: KiteConf 2018, day 1
event: KiteConf 2018
edition: 2018
day: 1
date: 2018-05-14
---
# KiteConf 2018, day 1

## The Zephyr reel

Mira Solberg, founder of Windworks, announced the Zephyr reel at KiteConf 2018.
The Zephyr reel winds 400 metres of line in 12 seconds.
Zephyr reels cost 90 euros each.

## Attendance

KiteConf 2018 drew 1,450 people to the Harbour Hall in Bergen.
`,
  },
  {
    path: 'kite-2020-day-1.md',
    text: `---
title: KiteConf 2020, day 1
event: KiteConf 2020
edition: 2020
day: 1
date: 2020-05-12
---
# KiteConf 2020, day 1

## The Sirocco kite

Tomas Berg demonstrated the Sirocco kite on stage at KiteConf 2020.
The Sirocco kite folds into a tube of 40 centimetres.

## Sewing

Sewing machines for kites were shown by Aoife Brennan.
`,
  },
]);
const engine = createEngine(notes);

describe('the engine abstains', () => {
  it.each<[AbstainReason, string]>([
    ['empty', ''],
    ['empty', '   \n\t '],
    ['empty', '?!...'],
    ['empty', '😀 🎉'],
    ['empty', '\u200B\u200D\uFEFF'],
    ['empty', '\uD83D'],
    ['small-talk', 'hello there'],
    ['small-talk', 'thanks!'],
    ['help', 'what can you do?'],
    ['vague', 'what about it?'],
    ['out-of-scope', 'what was announced at KiteConf 2015?'],
    ['out-of-scope', 'what was announced on day 3 of KiteConf 2018?'],
    ['not-in-notes', 'what is the boiling point of tungsten'],
    ['not-in-notes', 'who won the football match on television last night'],
  ])('as "%s" when asked "%s"', async (reason, question) => {
    expect(await engine.ask(question)).toMatchObject({ answered: false, reason });
  });

  it('as "anachronism" when the thing is known, but not at that edition', async () => {
    expect(await engine.ask('how much do Zephyr reels cost')).toMatchObject({ answered: true });
    const answer = await engine.ask('how much did Zephyr reels cost in 2020');
    expect(answer).toMatchObject({ answered: false, reason: 'anachronism' });
  });

  it('as "no-notes" without notes, whatever is asked', async () => {
    const bare = createEngine([]);
    for (const question of ['what is docker', '', 'hello', 'and in 2017?', 'who was on stage in 2016']) {
      expect(await bare.ask(question)).toMatchObject({ answered: false, reason: 'no-notes', nearest: [] });
    }
    expect(bare.notes()).toEqual([]);
    expect(await bare.suggest('a')).toEqual([]);
  });

  it('as "not-in-notes" when the notes hold no text', async () => {
    const silent = createEngine(readNotes([{ path: 'a.md', text: '' }]).notes);
    expect(await silent.ask('what is a kite')).toMatchObject({ answered: false });
  });
});

describe('a refusal', () => {
  it('names the words that no note knows, as they were typed', async () => {
    const { unknown } = await refusalOf('what did they say about Kubernetes operators');
    expect(unknown).toContain('Kubernetes');
    expect((await refusalOf('is the sirocco kite waterproof in Antarctica')).unknown).toContain('Antarctica');
  });

  it('shows the nearest that there is, each passage once', async () => {
    const { nearest } = await refusalOf('what colour is the lining of the sirocco kite bag in Antarctica');
    expect(nearest.map(({ quote }) => quote).join()).toContain('Sirocco');
    const places = nearest.map(({ note, lines }) => `${note}:${lines.from}`);
    expect(new Set(places).size).toBe(places.length);
  });

  it('keeps to the edition that was asked about in what it shows', async () => {
    const { nearest } = await refusalOf('how much did Zephyr reels cost in 2020');
    for (const { event } of nearest) expect(event).toBe('KiteConf 2020');
  });
});

async function refusalOf(question: string): Promise<Abstained> {
  const answer = await engine.ask(question);
  if (answer.answered) throw new Error(`answered: ${answer.citations[0]?.quote}`);
  return answer;
}
