/** A question as the engine understands it. */
export interface Query {
  /** What was asked, cleaned of surrounding white space and invisible characters. */
  readonly question: string;
  /** What the question is when it stands alone: the same, or completed from the conversation before it. */
  readonly standalone: string;
  readonly kind: QuestionKind;
  /** The kinds of thing an answer should hold, most wanted first; empty when any sentence may do. */
  readonly answerTypes: readonly AnswerType[];
  /**
   * Terms of the thing asked for, head noun first: "which virtualization driver" gives driver, virtualization. Absent when
   * the question names none ("who opened the keynote"). They are among `terms` too, unless they only say the answer's type
   * ("what date").
   */
  readonly focus?: readonly string[];
  /** The terms to look for, in the question's order; at most 64. */
  readonly terms: readonly QueryTerm[];
  readonly scope: Scope;
  /** Words that no note knows and that were read as a similar word of the notes. */
  readonly corrections: readonly Correction[];
  /**
   * Repairs too doubtful to search for as if they had been typed: an ordinary word that resembles a name of the notes.
   * Worth a "did you mean". The word itself is in `unknown`, or known but rare.
   */
  readonly suggestions: readonly Correction[];
  /** Words, as typed, that no note knows in any form and that were not corrected. */
  readonly unknown: readonly string[];
  /** Phrases the asker put in quotation marks, without the marks. */
  readonly quoted: readonly string[];
}

/** What is asked for; decides what an answer must hold and how it is cut out. */
export type QuestionKind =
  | 'definition' // what is X, who or what is X
  | 'person' // who
  | 'number' // how many, how much, what share
  | 'date' // when, what date, which year
  | 'place' // where
  | 'list' // which, list the, name all
  | 'reason' // why
  | 'manner' // how does, how is
  | 'yes-no' // did, is, was there
  | 'comparison' // X vs Y, difference between
  | 'announcement' // what was announced
  | 'demo' // what was shown
  | 'attribution' // who said X
  | 'fact'; // anything else

/**
 * A kind of thing that answers a question, as far as it can be seen in a sentence: a capitalised name for `person`, `company`
 * or `product`, a figure for `number`, a figure with % for `percent`, with a currency for `money`, and so on. `size` is a
 * figure with a unit, `factor` a growth or ratio ("2x", "twice", "183 %").
 */
export type AnswerType =
  | 'person'
  | 'company'
  | 'product'
  | 'place'
  | 'date'
  | 'year'
  | 'time'
  | 'duration'
  | 'number'
  | 'percent'
  | 'factor'
  | 'money'
  | 'size'
  | 'url'
  | 'code'
  | 'version'
  | 'quotation'
  | 'reason'
  | 'list';

/** One thing the question asks about. */
export interface QueryTerm {
  /** The word as typed (after correction). */
  readonly text: string;
  /** The indexed form of the word itself. */
  readonly term: string;
  /** Other indexed forms that mean the same, each with how well it stands for the word, in (0, 1]. */
  readonly variants: readonly { readonly term: string; readonly weight: number }[];
  /** Full names that the word abbreviates, each as its indexed forms in order; two at least. */
  readonly names?: readonly (readonly string[])[];
  /** How much the word matters to the question, in (0, 1]: a name 1, a frame word such as "said" little. */
  readonly weight: number;
  /** Whether it was typed like a name: a capital inside a sentence, digits, or known to the notes only as a name. */
  readonly name: boolean;
  /** True when the term comes from an earlier question of the conversation, not from this one. */
  readonly carried?: boolean;
  /** True when the term only tells where the asker has it from: "Golub" in "what is CaaS, Golub brought it up". */
  readonly aside?: boolean;
  /** Set where it is used as a name that no note has: "Project Walrus", though a note tells of a walrus. */
  readonly stranger?: boolean;
}

/** Where the question wants the answer from; empty lists and absent values do not restrict. */
export interface Scope {
  /** Years of editions, e.g. [2015]; more than one for a comparison, or for a city that has seen several. */
  readonly years: readonly number[];
  /** Day of the general session. */
  readonly day?: number;
  /** Only European editions (true), or only the others (false). */
  readonly europe?: boolean;
  /** The city by which the editions were named, as the notes write it in lower case; its years are all in `years`, and any will do. */
  readonly city?: string;
}

/** A spelling repair. */
export interface Correction {
  readonly from: string;
  readonly to: string;
}
