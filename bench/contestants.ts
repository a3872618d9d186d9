import { createRequire } from 'node:module';
import MiniSearch from 'minisearch';
import { stem } from 'porter2';
import { createEngine, type NoteFile } from '../src/index.js';
import { readNotes } from '../src/notes/index.js';
import { isStopWord } from '../src/text/stop-words.js';

/** Asks one question; says how many passages it showed. */
export type Ask = (question: string) => Promise<number>;

/** One engine to measure. It is given notes as files if it reads notes, else their passages as plain text. */
export type Contestant = {
  readonly name: string;
  /** A package that it needs and that only bench/ installs. */
  readonly needs?: string;
} & (
  | { readonly takes: 'notes'; index(notes: readonly NoteFile[]): Promise<Ask> }
  | { readonly takes: 'passages'; index(passages: readonly string[]): Promise<Ask> }
);

/**
 * The bot's engine and the libraries to measure it beside.
 *
 * They do not do the same work: the libraries find the ten best passages, the engine reads Markdown, understands the
 * question, finds, ranks, cuts out sentences, judges and cites. Each library is set up as its manual advises for plain
 * English text, to find passages that hold some of the words and not only those that hold all.
 */
export const CONTESTANTS: readonly Contestant[] = [
  {
    name: 'dockercon-bot',
    takes: 'notes',
    async index(notes) {
      const engine = createEngine(readNotes(notes).notes);
      return async (question) => {
        const answer = await engine.ask(question);
        return answer.answered ? answer.citations.length : answer.nearest.length;
      };
    },
  },
  {
    name: 'MiniSearch',
    takes: 'passages',
    async index(passages) {
      const index = new MiniSearch({
        fields: ['text'],
        processTerm: (word) => {
          const lower = word.toLowerCase();
          return isStopWord(lower) ? null : stem(lower);
        },
      });
      index.addAll(passages.map((text, id) => ({ id, text })));
      return async (question) => index.search(question).slice(0, HITS).length;
    },
  },
  {
    name: 'lunr',
    needs: 'lunr',
    takes: 'passages',
    async index(passages) {
      const lunr = load<Lunr>('lunr');
      const index = lunr((builder) => {
        builder.field('text');
        passages.forEach((text, id) => {
          builder.add({ id, text });
        });
      });
      // The same as its `search`, without the query language, in which a question's punctuation would be commands.
      return async (question) => {
        const hits = index.query((query) => {
          query.term(lunr.tokenizer(question), {});
        });
        return hits.slice(0, HITS).length;
      };
    },
  },
  {
    name: 'FlexSearch',
    needs: 'flexsearch',
    takes: 'passages',
    async index(passages) {
      const { Index, Charset, Encoder } = load<FlexSearch>('flexsearch');
      const encoder = new Encoder(Charset.LatinBalance, load('flexsearch/lang/en'));
      const index = new Index({ tokenize: 'strict', encoder });
      passages.forEach((text, id) => {
        index.add(id, text);
      });
      return async (question) => index.search(question, { limit: HITS, suggest: true }).length;
    },
  },
  {
    name: 'Orama',
    needs: '@orama/orama',
    takes: 'passages',
    async index(passages) {
      const orama = load<Orama>('@orama/orama');
      const { stopwords } = load<{ stopwords: string[] }>('@orama/stopwords/english');
      const tokenizer = { language: 'english', stemming: true, stopWords: stopwords };
      const index = orama.create({ schema: { text: 'string' }, components: { tokenizer } });
      await orama.insertMultiple(
        index,
        passages.map((text) => ({ text })),
      );
      return async (question) => (await orama.search(index, { term: question, limit: HITS })).hits.length;
    },
  },
];

/** Whether the engine can be measured here. */
export function isInstalled({ needs }: Contestant): boolean {
  try {
    if (needs !== undefined) require.resolve(needs);
    return true;
  } catch {
    return false;
  }
}

const HITS = 10;

/** The other libraries are installed under bench/, not in the project: they are no part of the bot. */
const require = createRequire(new URL('../../../bench/package.json', import.meta.url));
const load: <T>(name: string) => T = require;

/** What is used of each library; they are not installed where the project is type-checked. */
interface Lunr {
  (
    build: (builder: { field(name: string): void; add(entry: { id: number; text: string }): void }) => void,
  ): {
    query(build: (query: { term(terms: unknown, options: object): void }) => void): unknown[];
  };
  tokenizer(text: string): unknown;
}

interface FlexSearch {
  Index: new (options: {
    tokenize: string;
    encoder: unknown;
  }) => {
    add(id: number, text: string): void;
    search(question: string, options: { limit: number; suggest: boolean }): unknown[];
  };
  Encoder: new (...presets: object[]) => unknown;
  Charset: { LatinBalance: object };
}

interface Orama {
  create(options: object): object;
  insertMultiple(index: object, entries: readonly { text: string }[]): Promise<unknown>;
  search(index: object, query: { term: string; limit: number }): Promise<{ hits: unknown[] }>;
}
