import { describe, expect, test } from 'vitest';
import { beginningOf } from '../../../src/notes/calendar.js';
import { chronicleOf } from '../../../src/notes/chronicle.js';
import { noteOf } from './reading.js';

const day1 = noteOf(
  `---
title: BoxCon 2019, day 1
event: BoxCon 2019
date: 2019-05-20
city: Oslo
dates: May 20-21, 2019
---

The announcements on day 1 were:

- Crate 2.0, a bigger box. It is blue.
  - with a lid
- Lid Hub.

The speakers were:

- Ann.

Somebody announced rain.
`,
  'boxcon/day-1.md',
);
const day2 = noteOf(
  '---\ntitle: BoxCon 2019, day 2\nevent: BoxCon 2019\ndate: 2019-05-21\n---\n\nWhat was announced:\n\n- Lid Hub.\n- Tape.\n',
  'boxcon/day-2.md',
);
const older = noteOf(
  '---\ntitle: BoxCon EU 2018\nevent: BoxCon EU 2018\nedition: 2018\n---\n\nAnn unveiled the Crate. It rained.\n',
  'boxcon/eu.md',
);
const other = noteOf('---\ntitle: Boxes\n---\n\nA box was announced.\n', 'boxes.md');

describe('the chronicle', () => {
  test('tells of each edition in order of date, and of no note without one', () => {
    const chronicle = chronicleOf([day2, other, day1, older]);
    expect(
      chronicle.map(({ event, year, from, dates, city, notes }) => [event, year, from, dates, city, notes]),
    ).toEqual([
      ['BoxCon EU 2018', 2018, undefined, undefined, undefined, ['boxcon/eu.md']],
      ['BoxCon 2019', 2019, '2019-05-20', 'May 20-21, 2019', 'Oslo', ['boxcon/day-1.md', 'boxcon/day-2.md']],
    ]);
  });

  test('takes what was announced from lists that say so, each item once, by its first sentence and lines', () => {
    const [edition] = chronicleOf([day1, day2]);
    expect(edition?.announcements).toEqual([
      { text: 'Crate 2.0, a bigger box.', note: 'boxcon/day-1.md', lines: { from: 11, to: 11 } },
      { text: 'Lid Hub.', note: 'boxcon/day-1.md', lines: { from: 13, to: 13 } },
      { text: 'Tape.', note: 'boxcon/day-2.md', lines: { from: 10, to: 10 } },
    ]);
  });

  test('takes sentences where there is no such list', () => {
    expect(chronicleOf([older])[0]?.announcements.map(({ text }) => text)).toEqual(['Ann unveiled the Crate.']);
  });
});

test.each([
  ['June 22-23, 2015', '2015-06-22'],
  ['December 4\u20135, 2014', '2014-12-04'],
  ['April 29 - May 2, 2019', '2019-04-29'],
  ['May 28, 2020', '2020-05-28'],
  ['2019-05-20', '2019-05-20'],
  ['early October 2023', '2023-10'],
  ['May 2022, week of May 11', '2022-05'],
  ['February 30-31, 2020', undefined],
  ['some day', undefined],
  ['May I ask', undefined],
])('the period %j begins on %s', (period, expected) => {
  expect(beginningOf(period)).toBe(expected);
});
