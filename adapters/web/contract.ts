import type { EditionSummary, Note, NoteSummary, Problem } from '../../src/index.js';
import type { Measure } from '../chat/preview.js';

/**
 * What the page and the server say to each other, as JSON. `POST /api/ask` is answered with the engine's own `Answer`; a
 * request that is refused with a {@link Refusal} and a status of 400 and above.
 */

/** `POST /api/ask`. */
export interface AskRequest {
  /** At most {@link MAX_ASKED} UTF-16 code units. */
  readonly question: string;
  /** Earlier questions of the conversation, oldest first; at most {@link MAX_HISTORY}. */
  readonly history?: readonly string[] | undefined;
  /** Whether the answer shall carry its explanation. */
  readonly explain?: boolean | undefined;
}

/** `POST /api/preview`: the same question, asked on every chat platform. */
export interface PreviewRequest {
  readonly question: string;
  readonly history?: readonly string[] | undefined;
  /** Whether it is asked by a command, which only the asker sees the answer of; else by a mention in a channel. */
  readonly private?: boolean | undefined;
}

/** `POST /api/press`: a button of a preview is pressed. */
export interface PressRequest {
  readonly platform: string;
  /** What the button carries: Slack's `value`, Discord's `custom_id`. */
  readonly button: string;
  /** The same of all buttons of its message. */
  readonly buttons: readonly string[];
}

/** What a platform shows. */
export interface PreviewReply {
  readonly platform: string;
  /** What kind of reply it is: an answer, help, a notice. */
  readonly kind: string;
  /** The platform's payload, from the renderer that the bot uses there. */
  readonly message: object;
  readonly measures: readonly Measure[];
}

/** The reply of `POST /api/preview`. */
export interface PreviewsReply {
  readonly previews: readonly PreviewReply[];
}

/** The reply of `POST /api/press`. */
export interface PressReply extends PreviewReply {
  /** The question that the button asks, if it asks one: by itself it is answered here, without its conversation. */
  readonly question?: string;
}

/** `GET /api/suggest?q=&limit=`: questions that the notes can answer and titles that begin so. */
export interface SuggestReply {
  readonly suggestions: readonly string[];
}

/** `GET /api/examples`: questions for people who do not know what to ask, each answered surely; possibly none. */
export interface ExamplesReply {
  readonly examples: readonly string[];
}

/** `GET /api/notes`: every note, in order of date, and what `check` finds wrong with them. */
export interface NotesReply {
  readonly counts: { readonly notes: number; readonly passages: number };
  readonly notes: readonly NoteSummary[];
  readonly problems: readonly Problem[];
  /** Notes that an edit has broken, so that the version before it is answered from, and what is wrong with the edit. */
  readonly kept: readonly Pick<Problem, 'path' | 'line' | 'message'>[];
  /** Files that are no notes, and why. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
}

/** `GET /api/note?path=`: one note as it was read: sections, passages, sentences with their lines, sources. */
export type NoteReply = Note;

/** `GET /api/editions`: the timeline. */
export interface EditionsReply {
  readonly editions: readonly EditionSummary[];
}

/** Why a request is refused. */
export interface Refusal {
  readonly error: {
    /** One sentence that stands alone. */
    readonly message: string;
    /** Which part of the request, e.g. "history.2"; absent where the whole is meant. */
    readonly field?: string;
    readonly expected?: string;
    readonly seen?: string;
  };
}

/** UTF-16 code units of a question, as in chats (`MAX_QUESTION` of chat/buttons.ts, which a browser cannot load). */
export const MAX_ASKED = 4_000;
/** Earlier questions that are taken; the engine leans on the last few. */
export const MAX_HISTORY = 20;
/** UTF-16 code units that are completed. */
export const MAX_PREFIX = 300;
