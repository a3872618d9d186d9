import { PassThrough, Readable, Writable } from 'node:stream';
import type { Config } from '../../adapters/config.js';
import type { Corpus } from '../../adapters/corpus.js';
import type { Output, Terminal } from '../../adapters/terminal/terminal.js';
import type {
  Abstained,
  Answer,
  Answered,
  AskOptions,
  Citation,
  Excerpt,
  OpenEngine,
  Problem,
} from '../../src/index.js';

/** A citation of a note about Project Orca; what is given replaces what it says. */
export function citation(changes: Partial<Citation> = {}): Citation {
  return {
    number: 1,
    note: 'knowledge/dockercon-2015-day-2.md',
    title: 'DockerCon 2015, day 2 general session',
    event: 'DockerCon 2015',
    day: 2,
    date: '2015-06-23',
    section: ['DockerCon 2015, day 2 general session', 'Project Orca'],
    anchor: 'project-orca',
    lines: { from: 41, to: 41 },
    quote: 'Project Orca is an integrated stack.',
    url: 'https://example.com/day2',
    sources: [{ title: 'Liveblog: Day 2', url: 'https://example.com/day2', author: 'Ann Author', date: '2015-06-23' }],
    ...changes,
  };
}

/** An excerpt of one sentence. */
export function excerpt(text: string, changes: Partial<Excerpt> = {}): Excerpt {
  return { parts: [{ text, role: 'sentence', highlights: [] }], citation: 1, ...changes };
}

/** An answer of one sentence. */
export function answered(changes: Partial<Answered> = {}): Answered {
  const question = changes.question ?? 'what is project orca';
  return {
    answered: true,
    question,
    excerpts: [
      {
        parts: [
          {
            text: 'Project Orca is an integrated stack.',
            role: 'sentence',
            highlights: [
              [0, 7],
              [8, 12],
            ],
          },
        ],
        citation: 1,
      },
    ],
    citations: [citation()],
    confidence: 0.93,
    understood: { standalone: question, kind: 'definition', scope: { years: [] }, corrections: [] },
    related: [],
    ...changes,
  };
}

/** A refusal. */
export function abstained(changes: Partial<Abstained> = {}): Abstained {
  const question = changes.question ?? 'how are bananas sold';
  return {
    answered: false,
    question,
    reason: 'not-in-notes',
    confidence: 0.12,
    understood: { standalone: question, kind: 'fact', scope: { years: [] }, corrections: [] },
    unknown: [],
    nearest: [],
    related: [],
    ...changes,
  };
}

/** An engine that answers by a function and remembers what it was asked. */
export function fakeEngine(
  answer: (question: string, options: AskOptions) => Answer = (question) => answered({ question }),
): OpenEngine & { readonly asked: { readonly question: string; readonly options: AskOptions }[] } {
  const asked: { question: string; options: AskOptions }[] = [];
  return {
    asked,
    async ask(question, options = {}) {
      asked.push({ question, options: { ...options, ...(options.history && { history: [...options.history] }) } });
      return answer(question, options);
    },
    suggest: async () => [],
    suggestions: async () => [],
    note: async () => undefined,
    editions: async () => [],
    notes: () => [
      {
        path: 'knowledge/dockercon-2015-day-2.md',
        title: 'DockerCon 2015, day 2 general session',
        event: 'DockerCon 2015',
        day: 2,
        date: '2015-06-23',
        sources: [],
        passages: 12,
      },
    ],
  };
}

/** An output that keeps what is written; `slow` takes one write at a time. */
export function memoryOutput(slow = false): Output & { readonly text: () => string } {
  let text = '';
  const output = new Writable({
    highWaterMark: slow ? 1 : 16_384,
    decodeStrings: false,
    write(chunk, _encoding, done) {
      text += chunk;
      if (slow) setImmediate(done);
      else done();
    },
  });
  return Object.assign(output, { text: () => text });
}

/** A terminal in memory around an engine. */
export function fakeTerminal(parts: {
  readonly engine?: OpenEngine;
  readonly input?: string | Readable;
  readonly config?: Partial<Config>;
  readonly problems?: readonly Problem[];
}) {
  const { engine = fakeEngine(), input = '', config = {}, problems = [] } = parts;
  const stdin = typeof input === 'string' ? Readable.from(input === '' ? [] : [input]).pipe(new PassThrough()) : input;
  const read: { readonly folders: readonly string[]; readonly origin: string | undefined }[] = [];
  const stdout = memoryOutput();
  const stderr = memoryOutput();
  const corpus: Corpus = { problems, counts: { notes: 1, passages: 12 }, skipped: [], openEngine: () => engine };
  const terminal: Terminal = {
    config: { notes: [], logLevel: 'info', ...config },
    stdin,
    stdout,
    stderr,
    async readCorpus(folders, origin) {
      read.push({ folders, origin });
      return corpus;
    },
  };
  return { terminal, stdout, stderr, read };
}
