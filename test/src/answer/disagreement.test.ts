import { describe, expect, test } from 'vitest';
import { contradictionIn } from '../../../src/answer/contradiction.js';
import { type Answer, createEngine, readNotes } from '../../../src/index.js';
import { shippedNotes } from '../shipped.js';

/** Notes on one event, each a body of Markdown. */
async function engineOver(...bodies: readonly string[]) {
  const files = bodies.map((body, i) => ({
    path: `note-${i}.md`,
    text: `---\nevent: GardenConf 2018\nedition: 2018\n---\n\n# GardenConf 2018\n\n${body}\n`,
  }));
  return createEngine((await readNotes(files)).notes);
}

/** What is shown, and what of it is marked as contradicting each other. */
function shownIn(answer: Answer) {
  if (!answer.answered) return { text: '', marked: [] };
  const text = answer.excerpts.flatMap(({ parts }) => parts.map((part) => part.text)).join('\n');
  return { text, marked: answer.disagreement?.citations ?? [] };
}

/** Passages that make words as rare as they are in real notes. */
const FILLER = `Lena Vasquez showed how PlotKit plans a greenhouse.

Priya Raghunathan compared drip irrigation with sprinklers.

Seedworks launched a partner programme for schools.

The gate of the harbour opens by voice.
`;

describe('a contradiction between sources', () => {
  test.each([
    ['Sources disagree on how many beds the hall held: 12 in one report, 15 in another.', 'number'],
    ['The reports differ about when the gate was opened.', 'date'],
    ['Accounts vary on who dug first: Ann says Bo, Bo says Ann.', 'person'],
  ])('is found where a note says so, with what it is about: %s', (text, asks) => {
    expect(contradictionIn({ text, sources: [] })).toMatchObject({ of: 'word', asks });
  });

  test.each([
    ['Attendance was "over 500" according to the blog, 550 according to the slides.', []],
    ['The demo ran 50 beds, Ann Lee said; Bo Ek counted 30 beds in it.', ['ann', 'bo']],
    ["Acme's overview links a test with 30 beds, while Ann saw 50 beds on stage.", ['acme', 'ann']],
  ])('is found where two sources give two figures: %s', (text, sources) => {
    expect(contradictionIn({ text, sources })).toMatchObject({ of: 'figure' });
  });

  test('is found where a second source counts in what the first does not', () => {
    const text = "The partners are Acme and Bolt, in Ann Lee's list; Acme's own blog also counts Cord among them.";
    expect(contradictionIn({ text, sources: ['ann', 'acme'] })).toMatchObject({ of: 'list' });
  });

  test.each([
    'Scott Lowe disagrees with the speaker about virtualization.',
    'The two kernels differ, and the app runs on both.',
    'Day 1 was for developers, Ann Lee writes; day 2 was for operators.',
    'The partners are Acme and Bolt, Ann Lee writes; Cord, too, counts Bolt among them.',
    'Ann Lee said that 50 beds were dug; Bo Ek said that 50 is a good number.',
    'The keynote began at 9:05 on April 18, 2017; day 2 followed on April 19.',
  ])('is not seen where there is none: %s', (text) => {
    expect(contradictionIn({ text, sources: ['ann', 'bo'] })).toBeUndefined();
  });
});

describe('an answer from sources that disagree', () => {
  test('shows two notes side by side that give different figures for the same', async () => {
    const engine = await engineOver(
      `GardenConf 2018 had 1,450 attendees in the hall.\n\n${FILLER}`,
      `GardenConf 2018 had 2,100 attendees in the hall.\n\n${FILLER}`,
    );
    const { text, marked } = shownIn(await engine.ask('how many attendees did GardenConf 2018 have in the hall'));
    expect(text).toContain('1,450');
    expect(text).toContain('2,100');
    expect(marked).toEqual([1, 2]);
  });

  test.each([
    ['the figures are equal', 'GardenConf 2018 had 1,450 attendees in the hall, as Bo counted.'],
    ['one figure is only rough', 'GardenConf 2018 had about 1,400 attendees in the hall.'],
    ['something else is counted', 'GardenConf 2018 had 12 gates in the hall for attendees.'],
    ['another time is meant', 'GardenConf 2018 had 900 attendees in the hall in May 2017.'],
    ['several figures stand together', 'GardenConf 2018 had 900 to 2,100 attendees in the hall.'],
  ])('does not call it disagreement where %s', async (_, other) => {
    const engine = await engineOver(
      `GardenConf 2018 had 1,450 attendees in the hall.\n\n${FILLER}`,
      `${other}\n\n${FILLER}`,
    );
    const answer = await engine.ask('how many attendees did GardenConf 2018 have in the hall');
    expect(answer.answered).toBe(true);
    expect(shownIn(answer).marked).toEqual([]);
  });

  test('does not compare different editions', async () => {
    const { notes } = await readNotes(
      [2018, 2020].map((year) => ({
        path: `${year}.md`,
        text: `---\nevent: GardenConf ${year}\nedition: ${year}\n---\n\nThe conference had ${year - 700} attendees in the hall.\n\n${FILLER}`,
      })),
    );
    const answer = await createEngine(notes).ask('how many attendees did the conference have in the hall');
    expect(shownIn(answer).marked).toEqual([]);
  });

  test('says it once where two notes say the same', async () => {
    const engine = await engineOver(
      `GardenConf 2018 had 1,450 attendees in the hall.\n\n${FILLER}`,
      `The attendees of GardenConf 2018 in the hall were 1,450, as Bo counted.\n\n${FILLER}`,
    );
    const answer = await engine.ask('how many attendees did GardenConf 2018 have in the hall');
    expect(answer.answered && answer.citations).toHaveLength(1);
  });
});

describe('the shipped notes', () => {
  const engine = createEngine(shippedNotes);

  test.each([
    ['how many people attended dockercon 2014', ['500', '550']],
    ['how many founding members does the open container project have', ['19', '21']],
    ['how many containers did the scaling demo at dockercon eu 2015 run', ['50,000', '30,000']],
    ['which companies are linuxkit partners', ['IBM', 'ARM']],
    ['how much more efficient does infrastructure get when you dockerize traditional apps', ['4x-5x', '50%-5x']],
  ])('are shown to disagree: %s', async (question, sides) => {
    const { text, marked } = shownIn(await engine.ask(question));
    for (const side of sides) expect(text).toContain(side);
    expect(marked.length).toBeGreaterThan(0);
  });

  test.each([
    'who is alex polvi',
    'who is keith fulton',
    'what is docker content trust',
    'what is docker for mac',
    'when was dockercon 2017',
    'how many people were on the waiting list in 2014',
    'how did attendance change from 2014 to 2017',
  ])('are not said to disagree on what nobody disputes: %s', async (question) => {
    expect(shownIn(await engine.ask(question)).marked).toEqual([]);
  });
});
