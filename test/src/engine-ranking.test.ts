import { describe, expect, it } from 'vitest';
import { createEngine, type NoteFile } from '../../src/index.js';
import { readNotes } from '../../src/notes/index.js';

/** What every conference has: without it each word would be rare, and rare words decide. */
const BACKGROUND = `# LampCon, other sessions

The hall opened at eight, and coffee was served until noon.
Visitors came to see new lamps, and vendors came to show them.

A panel talked about glass, wire and heat.
The panel agreed that a lamp should last for ten years.

Makers met in small groups to talk about tools and parts.
Some makers had come by train with their lamps in a box.

The closing session thanked the crew, the vendors and the visitors.
A recording of each session can be seen online.`;

interface Case {
  /** Why the sentence must win. */
  readonly why: string;
  readonly question: string;
  readonly wins: string;
  /** The text of the only note, or several by name. */
  readonly notes: string | Readonly<Record<string, string>>;
}

const cases: readonly Case[] = [
  {
    why: 'words that stand together beat the same words scattered',
    question: 'what is the copper ring protocol',
    wins: 'The copper ring protocol lets two lamps share one battery.',
    notes: `# Notes

A ring of visitors stood around the table, where copper wire and a printed protocol of the meeting lay.

The copper ring protocol lets two lamps share one battery.`,
  },
  {
    why: 'the heading says what the sentence is about, and need not be repeated in it',
    question: 'how much does the Heron lantern weigh',
    wins: 'The whole device weighs 340 grams.',
    notes: `# Notes

## Heron lantern

The whole device weighs 340 grams.

## Osprey lantern

This one weighs 900 grams with its hook.`,
  },
  {
    why: '"who" asks for a person, so the sentence that names one beats the one that tells more of the thing',
    question: 'who invented the folding reflector',
    wins: 'Ilse Varga invented the folding reflector in a bicycle shop.',
    notes: `# Notes

The folding reflector was invented for travel, and the reflector is folding flat in seconds.

Ilse Varga invented the folding reflector in a bicycle shop.

On stage Pavel Ruzicka praised the reflector.`,
  },
  {
    why: '"how many" asks for a figure, written or in digits',
    question: 'how many lanterns were lit in the parade',
    wins: 'Lanterns, 2,400 of them, were lit in the parade.',
    notes: `# Notes

Lanterns were lit in the parade by families.

Lanterns, 2,400 of them, were lit in the parade.`,
  },
  {
    why: '"how much" asks for an amount of money, not for any figure',
    question: 'how much does the Heron lantern cost',
    wins: 'A Heron lantern costs $45, or $80 for two.',
    notes: `# Notes

The Heron lantern was shown in 3 colours and 12 sizes.

A Heron lantern costs $45, or $80 for two.`,
  },
  {
    why: '"when" asks for a date',
    question: 'when was the Heron lantern released',
    wins: 'Release day for the Heron lantern was March 3, 2016.',
    notes: `# Notes

The Heron lantern was released to great applause, and released again with a new hook.

Release day for the Heron lantern was March 3, 2016.`,
  },
  {
    why: '"why" asks for a reason',
    question: 'why did Brightworks drop the glass shade',
    wins: 'Brightworks dropped the glass shade because it cracked in the cold.',
    notes: `# Notes

Brightworks did drop the glass shade last year.

Brightworks dropped the glass shade because it cracked in the cold.`,
  },
  {
    why: '"what is" asks for a definition, not for what happened to the thing',
    question: 'what is Glowkit',
    wins: 'Glowkit is a toolbox for building lamps from spare parts.',
    notes: `# Notes

Glowkit drew long queues, and Glowkit stickers were gone by noon.

Glowkit is a toolbox for building lamps from spare parts.

Ilse Varga demonstrated Glowkit, and Glowkit crashed twice.`,
  },
  {
    why: 'the front matter tells the date that no sentence does',
    question: 'when was LampCon 2016',
    wins: '2016-04-12',
    notes: `---
title: LampCon 2016
event: LampCon 2016
edition: 2016
date: 2016-04-12
---
# LampCon 2016

The founders of LampCon met in 2009 at a lamp fair.`,
  },
  {
    why: 'the front matter tells the city that no sentence does',
    question: 'where was LampCon 2016',
    wins: 'Tallinn',
    notes: `---
title: LampCon 2016
event: LampCon 2016
edition: 2016
city: Tallinn
---
# LampCon 2016

Lamps were shown on the square.`,
  },
  {
    why: 'who asks in English is not helped by French, even where the names are the same',
    question: 'what did Noor Haddad demonstrate with Glowkit',
    wins: 'With Glowkit, Noor Haddad lit a lamp from an apple.',
    notes: `# Notes

Noor Haddad a montré avec Glowkit que la lampe est dans une pomme et que Glowkit est une démonstration de Noor Haddad.

With Glowkit, Noor Haddad lit a lamp from an apple.`,
  },
  {
    why: 'a plural, a past and a possessive are the same words',
    question: "what does Brightworks' battery do when lamps are charging",
    wins: 'The Brightworks batteries cooled while the lamp charged.',
    notes: `# Notes

Brightworks also sells doors.

The Brightworks batteries cooled while the lamp charged.`,
  },
  {
    why: 'irregular forms are the same word',
    question: 'who gave the first talk',
    wins: 'The first talk was given by Noor Haddad.',
    notes: `# Notes

Many gifts were brought to the first evening.

The first talk was given by Noor Haddad.`,
  },
  {
    why: 'a misspelt name is the name when nothing else comes near',
    question: 'what did Ilse Vagra build',
    wins: 'Ilse Varga built a lamp of ice.',
    notes: `# Notes

Pavel Ruzicka built a lamp of salt.

Ilse Varga built a lamp of ice.`,
  },
  {
    why: "somebody's words are asked for, and the sentence that says who said them beats the words of others",
    question: 'who said that darkness is a bug',
    wins: 'Ilse Varga said that darkness is a bug.',
    notes: `# Notes

The bug report on darkness was closed.

Ilse Varga said that darkness is a bug.`,
  },
  {
    why: 'a rare word tells more than several common ones',
    question: 'what about phosphor in lamps',
    wins: 'Phosphor fades within a decade, the speakers warned.',
    notes: `# Notes

Lamps came in, lamps went out, and every lamp was a lamp.

Phosphor fades within a decade, the speakers warned.`,
  },
  {
    why: 'a line under a heading that names who spoke answers "who"',
    question: 'who presented solar sails',
    wins: 'Noor Haddad, Sailworks',
    notes: `# LampCon day one

## Solar sails

Noor Haddad, Sailworks

Solar sails are thin and need no fuel.

## Wind lamps

Pavel Ruzicka, Windworks

The talk about wind was short.`,
  },
  {
    why: 'an abbreviation that the notes explain stands for the whole name',
    question: 'how long does the LSR check a lamp',
    wins: 'The Lamp Safety Register checks a lamp for 12 days.',
    notes: `# Notes

Vendors asked for a Lamp Safety Register (LSR).

A check at the hall door took 2 minutes.

The Lamp Safety Register checks a lamp for 12 days.`,
  },
  {
    why: 'words in a web address count less than words in a sentence',
    question: 'what does the wiring guide recommend',
    wins: 'The guide recommends a wiring of silver.',
    notes: `# Notes

More: https://lamp.example.org/wiring/guide/recommend/wiring-guide.html

The guide recommends a wiring of silver.`,
  },
  {
    why: 'what happened on a day of an edition does not say where that was',
    question: 'where was LampCon 2018?',
    wins: 'The keynote of LampCon 2018 took place at the Old Foundry in Leeds.',
    notes: `---
event: LampCon 2018
date: 2018-05-14
---

# Notes

The Lamp Safety Register of Voltline was introduced by Mira Solberg on day 1 of LampCon 2018 in the hall.

The keynote of LampCon 2018 took place at the Old Foundry in Leeds.`,
  },
];

describe('the best sentence', () => {
  it.each(cases)('$why', async ({ question, wins, notes }) => {
    const files = typeof notes === 'string' ? { 'a.md': notes } : notes;
    expect((await ranked(files, question))[0]).toBe(wins);
  });
});

async function ranked(files: Readonly<Record<string, string>>, question: string): Promise<readonly string[]> {
  const all: NoteFile[] = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { notes } = readNotes([...all, { path: 'zz-background.md', text: BACKGROUND }]);
  const { explanation } = await createEngine(notes).ask(question, { explain: true });
  return (explanation?.hits ?? []).map(({ sentence }) => sentence);
}
