import type { Note, Passage, Sentence } from '../../../src/notes/note.js';
import { createCorpus } from '../../../src/question/corpus.js';

/** A note with one passage for each text; a sentence ends with a full stop. */
export function noteOf(
  fields: Partial<Note> & { readonly path: string; readonly city?: string },
  texts: readonly string[],
): Note {
  const { city, ...rest } = fields;
  const passages = texts.map((text, i) =>
    passageOf(`${fields.path}#${i}`, 'paragraph', text.match(/[^.]+\./g) ?? [text]),
  );
  if (city !== undefined) passages.push({ ...passageOf(`${fields.path}#city`, 'field', [city]), label: 'city' });
  return {
    title: fields.event ?? fields.path,
    aliases: {},
    sources: [],
    sections: [{ headings: [], anchor: '', lines: LINES }],
    passages,
    ...rest,
  };
}

const LINES = { from: 1, to: 1 };

function passageOf(id: string, kind: Passage['kind'], sentences: readonly string[]): Passage {
  return {
    id,
    kind,
    section: 0,
    sentences: sentences.map((text): Sentence => ({ text: text.trim(), role: 'sentence', lines: LINES, sources: [] })),
    lines: LINES,
    sources: [],
  };
}

/** Notes of an invented conference, as unlike the shipped ones as can be. */
export const gardenNotes: readonly Note[] = [
  noteOf(
    {
      path: '2018-1.md',
      event: 'GardenConf 2018',
      edition: 2018,
      day: 1,
      date: '2018-05-14',
      city: 'Oslo',
      aliases: { RAM: 'Root Access Manager' },
    },
    [
      'Maya Thornbury, founder of Seedworks, opened GardenConf 2018 with a greeting. Thornbury announced Mulchd, an open source composter daemon.',
      'The Soil Health Index (SHI) rates a bed from 0 to 100. Gardeners asked Thornbury for the SHI for years.',
      'Dmitri Okafor demonstrated Mulchd on his laptop. In the demo, Okafor turned kitchen scraps into soil within 14 days.',
      'Root Access Manager decides who may dig where. The Root Access Manager costs 40 euros a month.',
      'Attendance grew by 60 percent to 1,450 people. The venue was the Harbour Hall in Oslo.',
      'Growers use multi-layer beds. A multi-layer bed holds water longer.',
    ],
  ),
  noteOf({ path: '2018-2.md', event: 'GardenConf 2018', edition: 2018, day: 2, date: '2018-05-15', city: 'Oslo' }, [
    'On day two, Lena Vasquez showed how PlotKit plans a greenhouse. Vasquez works for Bayer Greenhouses.',
    'Vasquez said that PlotKit needs no cloud, because sensors talk over radio. PlotKit was built since 2013.',
    'Priya Raghunathan compared drip irrigation with sprinklers. Mr Raghunathan waters at dawn.',
  ]),
  noteOf({ path: '2020-1.md', event: 'GardenConf 2020', edition: 2020, day: 1, date: '2020-06-02', city: 'Denver' }, [
    'Thornbury welcomed 2,300 attendees in Denver. The theme was drought.',
    'Okafor introduced Mulchd 2 and its sensors. Mulchd 2 works with PlotKit and with Shed Server 2018.',
    'Seedworks launched a partner programme with 12 companies. Kolibri Tools joined as the first partner.',
    'runB is the bare runtime of Mulchd. With runB, a composter starts in seconds.',
  ]),
  noteOf(
    { path: 'eu-2020.md', event: 'GardenConf EU 2020', edition: 2020, day: 1, date: '2020-10-20', city: 'Ghent' },
    [
      'At GardenConf EU 2020, Thornbury promised free seeds for schools. The schools of Ghent were the first.',
      'Raghunathan presented a password-free gate. The gate opens by voice.',
    ],
  ),
];

export const garden = createCorpus(gardenNotes);
