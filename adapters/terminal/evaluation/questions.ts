import { matchesAll } from './facts.js';
import { eventKey } from './sources.js';

/** The kinds of questions that a question file may hold. */
export const KINDS = [
  'definition',
  'who',
  'what',
  'when',
  'where',
  'how-many',
  'list',
  'why',
  'how',
  'yes-no',
  'compare',
  'announcement',
  'demo',
  'quote-attribution',
  'typo',
  'paraphrase',
  'keyword',
  'conversational',
  'follow-up',
  'multi-note',
  'temporal',
  'negative-entity',
  'off-topic',
  'near-miss',
  'injection',
  'gibberish',
] as const;
export type Kind = (typeof KINDS)[number];

/** A note that may be cited. */
export interface ExpectedSource {
  /** Holds a year: "DockerCon 2015", "DockerCon EU 2017". */
  readonly event: string;
  readonly day: number;
}

/** One line of a question file: a question with what a right answer holds. */
export interface TestQuestion {
  readonly id: string;
  readonly question: string;
  readonly kind: Kind;
  /** Whether the notes answer it. If not, the only right answer is none, and `expect` and `source` are empty. */
  readonly answerable: boolean;
  /** Each group is one fact, and its regular expressions (case ignored) are ways to put it. */
  readonly expect: readonly (readonly string[])[];
  /** Any of these may be cited. */
  readonly source: readonly ExpectedSource[];
  /** Earlier questions of the same conversation, oldest first. */
  readonly context?: readonly string[];
  /** Longest right answer, in characters. Given for every answerable question. */
  readonly max_chars?: number;
  /** An answer of at most this length is called concise. */
  readonly ideal_chars?: number;
  /** For people. */
  readonly note?: string;
}

/** A question file, or everything that is wrong with it, each with its line. */
export type QuestionFile = { readonly questions: readonly TestQuestion[] } | { readonly faults: readonly string[] };

/** Reads a question file: one JSON object a line, blank lines passed over. */
export function parseQuestions(text: string): QuestionFile {
  const faults: string[] = [];
  const questions: TestQuestion[] = [];
  const lineOf = new Map<string, number>();
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const at = `line ${index + 1}`;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      faults.push(`${at}: not JSON (${(error as Error).message})`);
      return;
    }
    if (!isObject(value)) {
      faults.push(`${at}: not a JSON object`);
      return;
    }
    const id = isText(value.id) ? value.id : undefined;
    for (const fault of questionFaults(value)) faults.push(`${at} (${id ?? 'no id'}): ${fault}`);
    if (id !== undefined) {
      const earlier = lineOf.get(id);
      if (earlier !== undefined) faults.push(`${at}: the id ${id} is already on line ${earlier}`);
      lineOf.set(id, index + 1);
    }
    questions.push(value as unknown as TestQuestion);
  });
  if (questions.length === 0 && faults.length === 0) faults.push('the file holds no question');
  return faults.length > 0 ? { faults } : { questions };
}

const FIELDS = new Set([
  'id',
  'question',
  'kind',
  'answerable',
  'expect',
  'source',
  'context',
  'max_chars',
  'ideal_chars',
  'note',
]);

function questionFaults(question: Record<string, unknown>): readonly string[] {
  const { id, kind, answerable, expect, source, context, note } = question;
  const faults = Object.keys(question)
    .filter((field) => !FIELDS.has(field))
    .map((field) => `unknown field "${field}"`);
  if (!isText(id)) faults.push('id is missing, expected text');
  if (!isText(question.question)) faults.push('question is missing, expected text');
  if (!KINDS.includes(kind as Kind))
    faults.push(`unknown kind ${JSON.stringify(kind)}, expected one of ${KINDS.join(', ')}`);
  if (typeof answerable !== 'boolean') faults.push('answerable is missing, expected true or false');
  if (context !== undefined && !isTextList(context)) faults.push('context is not a list of questions');
  if (kind === 'follow-up' && context === undefined) faults.push('a follow-up needs a context');
  if (note !== undefined && !isText(note)) faults.push('note is not text');
  if (!Array.isArray(expect) || !Array.isArray(source)) return [...faults, 'expect and source must be lists'];
  if (answerable !== true) {
    if (answerable === false && expect.length + source.length > 0) {
      faults.push('a question that cannot be answered takes no expect and no source');
    }
    return faults;
  }
  return [...faults, ...expectFaults(expect, question), ...sourceFaults(source), ...lengthFaults(question)];
}

function expectFaults(expect: readonly unknown[], { question, context }: Record<string, unknown>): readonly string[] {
  if (expect.length === 0 || !expect.every(isTextList)) return ['expect is not a list of lists of regular expressions'];
  const broken = expect.flat().filter((pattern) => !compiles(pattern));
  if (broken.length > 0) return broken.map((pattern) => `the regular expression does not compile: ${pattern}`);
  const asked = [question, ...(isTextList(context) ? context : [])].join('\n');
  return matchesAll(expect, asked) ? ['the question itself satisfies expect, so echoing it would count as right'] : [];
}

function sourceFaults(sources: readonly unknown[]): readonly string[] {
  if (sources.length === 0) return ['source is empty'];
  return sources.flatMap((source) => {
    if (!isObject(source) || !isText(source.event) || !isCount(source.day))
      return ['a source needs an event and a day'];
    return eventKey(source.event) === '' ? [`no year in the event "${source.event}"`] : [];
  });
}

function lengthFaults({ max_chars, ideal_chars }: Record<string, unknown>): readonly string[] {
  const faults: string[] = [];
  if (!isCount(max_chars)) faults.push('max_chars must be a positive whole number');
  if (ideal_chars !== undefined && !(isCount(ideal_chars) && ideal_chars <= Number(max_chars))) {
    faults.push('ideal_chars must be a positive whole number, at most max_chars');
  }
  return faults;
}

function compiles(pattern: string): boolean {
  try {
    new RegExp(pattern, 'i');
    return true;
  } catch {
    return false;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every(isText);
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0;
}
