import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseQuestions, type TestQuestion } from '../adapters/terminal/evaluation/questions.js';
import { eventKey } from '../adapters/terminal/evaluation/sources.js';

const ROOT = new URL('../', import.meta.url);
const FILES = namesIn('test/questions/', '.jsonl');
const EDITIONS = FILES.filter((name) => name.startsWith('dockercon-'));
/** The days of each event, by key ("2015 eu"), that there are notes of; empty where no note of the event names its day. */
const DAYS = daysByEvent(namesIn('knowledge/', '.md').map((name) => read(`knowledge/${name}`)));

/** Fewest questions for an edition with a strong account, a usable one, and a thin one. */
const [STRONG, USABLE, THIN] = [14, 8, 4];
const FEWEST: Readonly<Record<string, number>> = {
  '2014': USABLE,
  'eu-2014': USABLE,
  '2015': STRONG,
  'eu-2015': STRONG,
  '2016': STRONG,
  '2017': STRONG,
  'eu-2017': STRONG,
  '2018': USABLE,
  'eu-2018': USABLE,
  '2019': USABLE,
  '2020': THIN,
  '2021': THIN,
  '2022': USABLE,
  '2023': STRONG,
};

describe('the question files', () => {
  it.each(FILES)('%s keeps to the rules of eval', (name) => {
    expect(parseQuestions(read(`test/questions/${name}`))).not.toHaveProperty('faults');
  });

  it('give every question an id of its own', () => {
    const ids = FILES.flatMap((name) => questionsOf(name).map(({ id }) => id));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('never ask the same twice', () => {
    const asked = FILES.flatMap((name) => questionsOf(name).map(conversation));
    expect(asked.filter((question, index) => asked.indexOf(question) !== index)).toEqual([]);
  });

  it.each(FILES)('%s names only sources that there are notes of', (name) => {
    const sources = questionsOf(name).flatMap(({ source }) => source);
    const unknown = sources.filter(({ event, day }) => {
      const days = DAYS.get(eventKey(event));
      return days === undefined || (days.size > 0 && !days.has(day));
    });
    expect(unknown).toEqual([]);
  });
});

describe('the questions on an edition', () => {
  it('are there for every edition that has notes', () => {
    expect(EDITIONS.map(eventOf).sort()).toEqual([...DAYS.keys()].sort());
  });

  it.each(EDITIONS)('are enough in %s', (name) => {
    const edition = editionOf(name);
    expect(Object.keys(FEWEST)).toContain(edition);
    expect(questionsOf(name).length).toBeGreaterThanOrEqual(FEWEST[edition] ?? 0);
  });

  it.each(EDITIONS)('are answered by its notes in %s', (name) => {
    const event = eventOf(name);
    const strays = questionsOf(name).filter(
      ({ answerable, source }) => answerable && !source.some((one) => eventKey(one.event) === event),
    );
    expect(strays.map(({ id }) => id)).toEqual([]);
  });

  it.each([...EDITIONS, 'across-editions.jsonl'])('cannot be answered in a quarter of the cases in %s', (name) => {
    const questions = questionsOf(name);
    const unanswerable = questions.filter(({ answerable }) => !answerable);
    expect(unanswerable.length).toBeGreaterThanOrEqual(questions.length / 4);
  });
});

function questionsOf(name: string): readonly TestQuestion[] {
  const file = parseQuestions(read(`test/questions/${name}`));
  return 'questions' in file ? file.questions : [];
}

function conversation({ context = [], question }: TestQuestion): string {
  return [...context, question].join(' » ').toLowerCase();
}

function editionOf(name: string): string {
  return name.replace(/^dockercon-|\.jsonl$/g, '');
}

function eventOf(name: string): string {
  return eventKey(`DockerCon ${editionOf(name).replace('-', ' ')}`);
}

function daysByEvent(notes: readonly string[]): Map<string, Set<number>> {
  const daysOf = new Map<string, Set<number>>();
  for (const note of notes) {
    const event = eventKey(/^event: (.+)$/m.exec(note)?.[1] ?? '');
    const day = /^day: (\d+)$/m.exec(note)?.[1];
    const days = daysOf.get(event) ?? new Set();
    daysOf.set(event, day === undefined ? days : days.add(Number(day)));
  }
  return daysOf;
}

function namesIn(folder: string, ending: string): string[] {
  return readdirSync(new URL(folder, ROOT)).filter((name) => name.endsWith(ending));
}

function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}
