import type { Answer } from './answer/answer.js';
import type { EditionSummary } from './notes/chronicle.js';
import type { LineRange, Note } from './notes/note.js';
import type { Preparation } from './preparation.js';
import type { PassageIndex } from './search/passage-index.js';

/** The port that adapters drive: a question in, an answer out. */
export interface Engine {
  /**
   * Answers a question from the notes, or abstains. Never throws for any text.
   *
   * The same notes, question and history give the same answer.
   */
  ask(question: string, options?: AskOptions): Promise<Answer>;
  /** Questions that the notes answer and that go on like the text, or hold words that do: for autocomplete. At most `limit`. */
  suggest(prefix: string, limit?: number): Promise<readonly string[]>;
  /** Every note, in order of date, for listings. */
  notes(): readonly NoteSummary[];
  /** A note as it was read, by its path in answers and listings; `undefined` when there is none. */
  note(path: string): Promise<Note | undefined>;
  /** The editions that the notes are about and what each announced, in order of date: for a timeline. */
  editions(): Promise<readonly EditionSummary[]>;
}

/** An engine in this process, which tells of all that it may ever offer. */
export interface OpenEngine extends Engine {
  /** Every question that was found in the notes, in their order, asked once. Takes as long as to answer all of them. */
  suggestions(): Promise<readonly SuggestedQuestion[]>;
}

/** A question that was found in the notes. */
export interface SuggestedQuestion {
  readonly question: string;
  /** Where it was found: one of these must be shown when it is asked. Without a section it is front matter, of the whole note. */
  readonly places: readonly {
    readonly note: string;
    readonly lines: LineRange;
    readonly section?: readonly string[];
  }[];
  /** Whether it is offered: it is answered from one of its places. */
  readonly offered: boolean;
}

/** What goes with a question. */
export interface AskOptions {
  /** Earlier questions of the same conversation, oldest first. */
  readonly history?: readonly string[];
  /** Whether the answer shall carry its explanation. Defaults to false. */
  readonly explain?: boolean;
}

/** What a listing shows of a note. */
export interface NoteSummary
  extends Pick<Note, 'path' | 'title' | 'event' | 'edition' | 'day' | 'date' | 'url' | 'sources'> {
  readonly passages: number;
}

/** How the engine decides. */
export interface EngineOptions {
  /**
   * Lowest confidence at which the engine answers; below it, it abstains.
   *
   * From 0 (always answer) to 1 (never answer). Raise it where a wrong answer costs more than silence. Defaults to 0.4.
   */
  readonly minConfidence?: number;
  /** Where passages are looked up. Defaults to an index in this process, built from the notes. */
  readonly index?: PassageIndex;
  /** What `prepare` found out about these very notes: a start with it takes a fraction of the time. Found out anew if left out. */
  readonly prepared?: Preparation;
  /**
   * `none` leaves out what is known of English beside the notes: synonyms, word families, names of organisations and the patterns of questions. Answers get
   * worse by what that is worth, which is what it is for: bench/README.md. Defaults to `english`.
   */
  readonly lexicon?: 'english' | 'none';
}
