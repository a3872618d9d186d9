import { describe, expect, it } from 'vitest';
import type { QuestionKind } from '../../../src/question/query.js';
import { understand } from '../../../src/question/understand.js';
import { garden } from './garden-notes.js';

const CASES: readonly (readonly [QuestionKind, readonly string[]])[] = [
  [
    'definition',
    [
      'what is Mulchd?',
      "what's a multi-layer bed",
      'whats runB',
      'who or what is Kolibri',
      'what does SHI stand for',
      'define drip irrigation',
      'layered beds - what are they?',
      'Mulchd = what',
    ],
  ],
  [
    'person',
    [
      'who opened the first day',
      'somebody compared seeds with software, who?',
      "who's Dmitri Okafor",
      'which speaker came from Bayer',
      'with whom did Seedworks partner',
      'name of the person who founded Seedworks',
      'what engineer built the gate',
    ],
  ],
  [
    'attribution',
    [
      'who said that sensors talk over radio',
      'who talked about free seeds?',
      'whose idea was the gate',
      'who mentioned drought',
    ],
  ],
  [
    'number',
    [
      'how many people came',
      'how much does Root Access Manager cost',
      'how long does composting take',
      'what percentage did attendance grow by',
      'how much faster is Mulchd 2',
      "what's the price of PlotKit",
      'how tall is Okafor',
      'how often do they water',
    ],
  ],
  [
    'date',
    [
      'when was Mulchd announced?',
      'what year did PlotKit start',
      'since when has PlotKit been built',
      'what day was the gate shown',
      'how long ago was that',
    ],
  ],
  [
    'place',
    [
      'where was GardenConf 2020',
      'which city hosted the European edition',
      'what was the venue in 2018',
      'in which hall did they meet',
    ],
  ],
  [
    'list',
    [
      'which companies joined',
      'list the products of Seedworks',
      'name three speakers',
      'walk me through the goals of Seedworks',
      'what lessons did growers learn',
      'what were the main themes',
      'which people spoke in 2020',
    ],
  ],
  [
    'reason',
    [
      'why does PlotKit need no cloud',
      'how come Vasquez uses radio',
      'what was the reason for the drought theme',
      'what made Thornbury found Seedworks',
      'what is the rationale behind runB',
    ],
  ],
  ['manner', ['how does the gate open', 'how do sensors talk to each other', 'how was the bed built']],
  [
    'yes-no',
    ['is PlotKit free', 'did Okafor use a laptop', 'was there a partner programme', 'does Mulchd work with PlotKit?'],
  ],
  [
    'comparison',
    [
      'Mulchd vs PlotKit',
      'difference between drip irrigation and sprinklers',
      'how do 2018 and 2020 compare',
      'what do Mulchd and runB have in common',
      'is runB similar to PlotKit',
    ],
  ],
  ['announcement', ['what was announced in 2018', 'what did Thornbury announce', 'what new products were unveiled']],
  [
    'demo',
    [
      'what was shown on stage by Okafor',
      'what did Vasquez demo',
      'what happened in the greenhouse demo? what was demonstrated',
    ],
  ],
  [
    'fact',
    [
      'what theme did 2020 have',
      'Root Access Manager price',
      'which company does Vasquez work for',
      'what did Raghunathan say about dawn',
      'kitchen scraps soil',
    ],
  ],
];

describe('what a question asks for', () => {
  for (const [kind, questions] of CASES) {
    it.each(questions)(`${kind}: %s`, (question) => {
      expect(understand(question, [], garden).query.kind).toBe(kind);
    });
  }
});

describe('a question typed in haste', () => {
  it.each([
    ['did they say when Mulchd ships', 'date'],
    ['did Thornbury explain why beds are layered', 'reason'],
    ['did Thornbury say so', 'yes-no'],
    ['waht is Mulchd', 'definition'],
    ['wher was it held', 'place'],
    ['hwo many people came', 'number'],
    ['WHO OPENED THE DAY', 'person'],
    ['whats new in 2020', 'announcement'],
  ] as const)('%s: %s', (question, kind) => {
    expect(understand(question, [], garden).query.kind).toBe(kind);
  });

  it('looks up no stop word because it was shouted', () => {
    const { terms } = understand('WHO IS DMITRI OKAFOR', [], garden).query;
    expect(terms.map(({ term, name }) => [term, name])).toEqual([
      ['dmitri', true],
      ['okafor', true],
    ]);
  });

  it('takes an abbreviation in capitals for a name, not for a stop word', () => {
    expect(understand('what does IT offer gardeners', [], garden).query.terms.map(({ text }) => text)).toContain('IT');
  });
});

describe('the thing asked for', () => {
  it.each([
    ['which greenhouse planner did Vasquez show?', ['planner', 'greenhous']],
    ['how many companies joined as partners', ['compani']],
    ['what kinds of sensors were there', ['sensor']],
    ['name three speakers', ['speaker']],
    ['what were the lessons of the drought', ['lesson']],
    ['what irrigation and watering methods did Raghunathan compare', ['method', 'water', 'irrig']],
    ['which composter Okafor built was the first', ['compost']],
    ['what were the big announcements last year', ['announc', 'big']],
    ['who opened the day', undefined],
    ['what is Mulchd', undefined],
  ])('%s', (question, focus) => {
    expect(understand(question, [], garden).query.focus).toEqual(focus);
  });
});

describe('the types of answer that are wanted, the most wanted first', () => {
  it.each([
    ['who opened the day', 'person'],
    ['what percentage did attendance grow by', 'percent'],
    ['how much does Root Access Manager cost', 'money'],
    ['how much faster is Mulchd 2', 'factor'],
    ['how long does composting take', 'duration'],
    ['how many companies joined', 'number'],
    ['what year did PlotKit start', 'year'],
    ['at what time did the keynote begin', 'time'],
    ['which company does Vasquez work for', 'company'],
    ['where was it held', 'place'],
    ['at which GardenConf was runB shown', 'year'],
    ['where do I find the sign up url', 'url'],
    ['why radio', 'reason'],
  ])('%s: %s', (question, type) => {
    expect(understand(question, [], garden).query.answerTypes[0]).toBe(type);
  });
});
