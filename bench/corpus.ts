import { createRandom, integer, type Random } from './random.js';
import { createWords, type Words } from './words.js';

/** One generated note, as a file of a notes folder. */
export interface GeneratedNote {
  readonly path: string;
  readonly text: string;
}

/**
 * A corpus of any size in the form of real notes: Markdown with front matter, headings, paragraphs, lists with a lead-in,
 * and footnotes. It says nothing, but its words are as frequent, as various, as long and as clustered as those of English
 * text (see {@link createWords}), which is what an index feels. The same size and seed give the same corpus.
 *
 * @param passages How many paragraphs and lists, of 300 characters on average. The reader of notes finds some more: each
 *   front-matter field is a passage of its own.
 */
export function generateNotes(passages: number, seed = 1): GeneratedNote[] {
  const random = createRandom(seed);
  const words = createWords(random);
  const notes: GeneratedNote[] = [];
  for (let left = passages; left > 0; left -= PASSAGES_A_NOTE) {
    notes.push(note(random, words, notes.length, Math.min(left, PASSAGES_A_NOTE)));
  }
  return notes;
}

const PASSAGES_A_NOTE = 20;
const PASSAGES_A_SECTION = 5;
const EVENTS = [
  'BrightConf',
  'HarbourCon',
  'LatticeConf',
  'MeadowCon',
  'OrbitConf',
  'QuarryCon',
  'RiverConf',
  'TideCon',
];
const YEARS = 10;
const DAYS = 2;

function note(random: Random, words: Words, ordinal: number, passages: number): GeneratedNote {
  const event = EVENTS[ordinal % EVENTS.length];
  const year = 2010 + (Math.floor(ordinal / EVENTS.length) % YEARS);
  const day = 1 + (Math.floor(ordinal / EVENTS.length / YEARS) % DAYS);
  const lines = [
    '---',
    `title: ${event} ${year}, day ${day}, session ${ordinal + 1}`,
    `event: ${event} ${year}`,
    `edition: ${year}`,
    `day: ${day}`,
    `date: ${year}-06-${20 + day}`,
    `city: ${words.name()}`,
    '---',
    '',
    `# ${event} ${year}, day ${day}, session ${ordinal + 1}`,
    '',
  ];
  for (let i = 0; i < passages; i++) {
    if (i % PASSAGES_A_SECTION === 0) lines.push(`## ${words.name()} ${words.content()} ${words.content()}`, '');
    lines.push(...(random() < LISTS ? list(random, words) : paragraph(random, words)), '');
  }
  for (const label of SOURCES) {
    lines.push(
      `[^${label}]: [${words.name()} ${words.content()}](https://example.org/${ordinal}/${label}), ${person(words)}, ${year}-06-${20 + day}`,
    );
  }
  return { path: `${year}/session-${ordinal + 1}.md`, text: `${lines.join('\n')}\n` };
}

/** Share of the passages that are lists. */
const LISTS = 0.12;
const SOURCES = ['a', 'b'];
/** Lengths of passages in characters, evenly spread between these; the mean is what matters: 300. */
const SHORTEST = 85;
const LONGEST = 495;

function paragraph(random: Random, words: Words): string[] {
  const target = integer(random, SHORTEST, LONGEST);
  const sentences: string[] = [];
  for (let length = 0; sentences.length === 0 || length < target - HALF_A_SENTENCE; ) {
    const one = `${sentence(random, words, integer(random, 7, 25))}.`;
    sentences.push(one);
    length += one.length + 1;
  }
  return [`${sentences.join('\n')}[^${SOURCES[integer(random, 0, 1)]}]`];
}

const HALF_A_SENTENCE = 48;

function list(random: Random, words: Words): string[] {
  const lead = `${sentence(random, words, integer(random, 5, 12))}:[^${SOURCES[integer(random, 0, 1)]}]`;
  const items = Array.from(
    { length: integer(random, 3, 8) },
    () => `- ${sentence(random, words, integer(random, 4, 9))}`,
  );
  return [lead, '', ...items];
}

/** Words without a full stop: nearly half of them small ones, now and then a person or a number. */
function sentence(random: Random, words: Words, length: number): string {
  const drawn: string[] = [];
  let small = false;
  while (drawn.length < length) {
    // Two small words in a row are less common than one.
    small = random() < (small ? 0.3 : 0.6);
    drawn.push(small ? words.small() : weighty(random, words));
  }
  const text = drawn.join(' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function weighty(random: Random, words: Words): string {
  const draw = random();
  if (draw < 0.05) return words.number();
  return draw < 0.08 ? person(words) : words.content();
}

function person(words: Words): string {
  return `${words.name()} ${words.name()}`;
}
