/**
 * The data model of notes: what a folder of Markdown files is read into, and what everything after works on.
 *
 * All text here is plain text: Markdown's marks (emphasis, link targets, footnote marks, table pipes, list bullets, soft
 * line breaks) are gone, and no word is changed. All lines are 1-based lines of the note's file, both ends included.
 */

/** One file handed to the reader: where it is and what it says. */
export interface NoteFile {
  /** Path within its notes folder, with forward slashes. Unique in a corpus. */
  readonly path: string;
  /** The file's text, decoded. A leading byte order mark and CRLF line ends are allowed. */
  readonly text: string;
}

/** Lines of a note's file, 1-based, both ends included; `from <= to`. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/** One Markdown file, read. */
export interface Note {
  readonly path: string;
  /** From the front matter, else the first heading, else the file's name. Never empty. */
  readonly title: string;
  /** The conference edition the note is about, e.g. "DockerCon 2015" or "DockerCon EU 2017". */
  readonly event?: string;
  /** The edition's year, e.g. 2015. */
  readonly edition?: number;
  /** Day of the general session, counted from 1. */
  readonly day?: number;
  /** Date of what the note is about, `YYYY-MM-DD`; a real calendar date. */
  readonly date?: string;
  /** Who wrote the text of the note, where the front matter says so. */
  readonly author?: string;
  /** Where the note's own text is published: absolute, http or https. Its words can be found there. */
  readonly url?: string;
  /** Other names for things, from the front matter: abbreviation or nickname (as written) -> name. */
  readonly aliases: Readonly<Record<string, string>>;
  /** The sources that footnotes name, in order of definition. */
  readonly sources: readonly Source[];
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
}

/** Where a fact comes from: a footnote definition such as `[^lowe]: [Title](https://...), Author, 2015-06-23`. */
export interface Source {
  /** The footnote's label, without `^`. */
  readonly label: string;
  /** The whole definition as plain text. */
  readonly text: string;
  readonly title?: string;
  /** Absolute http or https URL without credentials. */
  readonly url?: string;
  readonly author?: string;
  /** `YYYY-MM-DD`, or as much of it as is given. */
  readonly date?: string;
}

/** A heading and what stands under it, up to the next heading of any level. The first may have no heading. */
export interface Section {
  /** The headings from the outermost to this one, plain text; empty before the first heading. */
  readonly headings: readonly string[];
  /** The heading's fragment as Git hosts make it, e.g. "docker-hub"; empty when there is no heading. */
  readonly anchor: string;
  readonly lines: LineRange;
  /** The edition that the headings name, where they do: then it goes before the note's own. */
  readonly event?: string;
  /** The year of that edition. */
  readonly edition?: number;
  /** The day of the general session that the headings name ("Day Two"), where they do: then it goes before the note's own. */
  readonly day?: number;
}

/** How a passage stands in the note. `field` is a front-matter value, quotable with its label. */
export type PassageKind = 'paragraph' | 'list' | 'table' | 'quote' | 'code' | 'field';

/**
 * The unit that is searched and cited: a paragraph, a list together with the sentence that leads into it, a table, a
 * block quote, a code block, or one front-matter field.
 */
export interface Passage {
  /** `<note path>#<ordinal>`; stable for the same text, unique in a corpus. */
  readonly id: string;
  readonly kind: PassageKind;
  /** Index into the note's `sections`. */
  readonly section: number;
  /** A field's label as written in the front matter, e.g. "date"; only for `field`. */
  readonly label?: string;
  /** In reading order; never empty. */
  readonly sentences: readonly Sentence[];
  readonly lines: LineRange;
  /**
   * What leads to the passage but is not part of it, outermost first: for a piece cut from a long list, its lead-in and
   * the items it stands under; for a piece of a long table, its header; for code, the sentence before it that ends in a
   * colon; last, the line above that names who speaks. Plain text, to be searched and not quoted.
   */
  readonly context?: readonly string[];
  /** Labels of the sources its footnotes name, in order of first mention; a passage without any may be empty. */
  readonly sources: readonly string[];
}

/**
 * What a sentence is within its passage. `lead-in` introduces the list or table that follows; `item` is a sentence of a
 * list item; `header` and `row` are a table's (cells joined by a tab character); `line` is a line of code.
 */
export type SentenceRole = 'sentence' | 'lead-in' | 'item' | 'header' | 'row' | 'line' | 'field';

/** The smallest thing that is quoted: one sentence, list item, table row or line of code, as plain text. */
export interface Sentence {
  readonly text: string;
  readonly role: SentenceRole;
  readonly lines: LineRange;
  /** For `item`: which item of the passage it belongs to, from 0 in reading order; an item may hold several sentences. */
  readonly item?: number;
  /** For `item`: nesting, 0 for the outermost list. */
  readonly depth?: number;
  /** Labels of the sources that footnotes within this very sentence name. */
  readonly sources: readonly string[];
}

/** Something wrong with a note, said so that its author can mend it. */
export interface Problem {
  readonly path: string;
  /** 1-based line in the file; 1 when the whole file is meant. */
  readonly line: number;
  /** `error`: something of the note is lost. `warning`: read, but probably not as meant. */
  readonly severity: 'error' | 'warning';
  /** Stable name of the rule, kebab-case, e.g. "front-matter-yaml". */
  readonly rule: string;
  /** What was seen and what was expected, one sentence. */
  readonly message: string;
}
