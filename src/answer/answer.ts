import type { LineRange, SentenceRole } from '../notes/note.js';
import type { Correction, QuestionKind, Scope } from '../question/query.js';

/** What the engine says to a question: either answered, with citations, or abstained, with a reason. Never both. */
export type Answer = Answered | Abstained;

/** An answer in the notes' own words. */
export interface Answered {
  readonly answered: true;
  readonly question: string;
  /** What is shown, in order; never empty. Adjacent excerpts may come from different notes. */
  readonly excerpts: readonly Excerpt[];
  /** Where it comes from, numbered from 1 in order of first use; never empty. */
  readonly citations: readonly Citation[];
  /** Probability, from 0 to 1, that the excerpts answer the question; at least the engine's threshold. */
  readonly confidence: number;
  readonly understood: Understood;
  /** Questions about the same things that the notes can answer; at most three. */
  readonly related: readonly string[];
  /** Set when the excerpts' sources contradict each other: they are then shown side by side. */
  readonly disagreement?: Disagreement;
  /** Set when the caller asked for it. */
  readonly explanation?: Explanation;
}

/** An honest refusal with a next step. */
export interface Abstained {
  readonly answered: false;
  readonly question: string;
  readonly reason: AbstainReason;
  /** Probability, from 0 to 1, that the best excerpt found would have answered; below the engine's threshold. */
  readonly confidence: number;
  readonly understood: Understood;
  /** Words of the question, as typed, that no note contains in any form. */
  readonly unknown: readonly string[];
  /** The question with its misspelt words replaced by the notes' words, when that could have been meant. */
  readonly didYouMean?: string;
  /** The nearest passages the notes hold, best first; at most three, possibly none. */
  readonly nearest: readonly Citation[];
  /** Questions the notes can answer; at most three. */
  readonly related: readonly string[];
  readonly explanation?: Explanation;
}

/**
 * Why the engine abstains. `empty`: nothing was asked. `small-talk`: a greeting, thanks, or talk about the bot.
 * `help`: asks how to use the bot. `vague`: no word that could be looked up. `no-notes`: the corpus is empty.
 * `out-of-scope`: the notes hold nothing on the year, day or edition that was asked about. `anachronism`: the notes
 * know the thing, but not at that edition. `not-in-notes`: nothing in the notes answers it.
 */
export type AbstainReason =
  | 'empty'
  | 'small-talk'
  | 'help'
  | 'vague'
  | 'no-notes'
  | 'out-of-scope'
  | 'anachronism'
  | 'not-in-notes';

/** A contiguous run of sentences of one passage, word for word. */
export interface Excerpt {
  readonly parts: readonly ExcerptPart[];
  /** Number of its citation. */
  readonly citation: number;
  /** For a front-matter field: its label, e.g. "date". */
  readonly label?: string;
}

/** One sentence, list item, table row or line of code of an excerpt. */
export interface ExcerptPart {
  readonly text: string;
  readonly role: SentenceRole;
  /** Nesting of a list item, from 0. */
  readonly depth?: number;
  /** True when this part goes on with the list item of the part before it. */
  readonly continues?: boolean;
  /** Matched words as [from, to) offsets in `text`, in UTF-16 code units, ascending, not overlapping. */
  readonly highlights: readonly (readonly [from: number, to: number])[];
}

/** Where an excerpt stands. */
export interface Citation {
  /** From 1; unique in an answer. */
  readonly number: number;
  /** Path of the note. */
  readonly note: string;
  readonly title: string;
  readonly event?: string;
  readonly day?: number;
  /** `YYYY-MM-DD`. */
  readonly date?: string;
  /** Heading path, outermost first; may be empty. */
  readonly section: readonly string[];
  /** Fragment of the section's heading; empty without heading. */
  readonly anchor: string;
  /** Lines of the note's file that hold the excerpt. */
  readonly lines: LineRange;
  /** The excerpt's words, parts joined by a line feed: re-reading the cited lines finds them. */
  readonly quote: string;
  /** The best link: the first source's URL, or the note's own (with a text fragment to the quote). http(s) only. */
  readonly url?: string;
  /** The sources behind the words; empty where the note itself is the source. */
  readonly sources: readonly CitedSource[];
}

/** A source as it is shown beside a citation. */
export interface CitedSource {
  readonly title: string;
  readonly url?: string;
  readonly author?: string;
  readonly date?: string;
}

/** What the engine took the question to be, so that an adapter can say so. */
export interface Understood {
  /** The question completed from the conversation and with spelling repaired; equals the question when nothing changed. */
  readonly standalone: string;
  readonly kind: QuestionKind;
  readonly scope: Scope;
  readonly corrections: readonly Correction[];
}

/** Sources that say different things about the same. */
export interface Disagreement {
  /** Numbers of the citations that contradict each other. */
  readonly citations: readonly number[];
}

/** Why an answer is what it is. */
export interface Explanation {
  readonly terms: readonly { readonly text: string; readonly term: string; readonly weight: number }[];
  /** The best sentences, best first, the shown ones and the runners-up; at most ten. */
  readonly hits: readonly ExplainedHit[];
}

/** One candidate sentence with the evidence for it. */
export interface ExplainedHit {
  readonly note: string;
  readonly lines: LineRange;
  readonly sentence: string;
  /** Text of its passage, sentences joined by a space. */
  readonly passage: string;
  readonly score: number;
  /** Named evidence that made the score, each already multiplied by its weight. */
  readonly features: Readonly<Record<string, number>>;
}
