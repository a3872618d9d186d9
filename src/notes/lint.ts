import type { Field } from './field.js';
import type { Note } from './note.js';
import type { Draft } from './passages.js';
import type { Report } from './problems.js';
import { seen } from './problems.js';
import { meantKey } from './spelling-of-keys.js';

/** What was read of a note, and how it came about. */
export interface Reading {
  readonly note: Note;
  /** The passages' drafts, in the same order. */
  readonly drafts: readonly Draft[];
  readonly fields: readonly Field[];
  /** Whether neither the front matter nor a heading gave the title. */
  readonly untitled: boolean;
}

/** Reports what was read but is probably not as its author meant it: warnings only. */
export function lint(reading: Reading, report: Report): void {
  const warn = (line: number, rule: string, message: string): void => report(line, 'warning', rule, message);
  lintNote(reading, warn);
  if (reading.drafts.some(({ kind }) => kind !== 'field')) lintSections(reading.note, warn);
  for (const [index, draft] of reading.drafts.entries()) {
    lintPassage(reading, index, draft, warn);
  }
}

type Warn = (line: number, rule: string, message: string) => void;

function lintNote({ note, fields, untitled }: Reading, warn: Warn): void {
  for (const { key, line } of fields) {
    const meant = meantKey(key);
    if (meant !== undefined) warn(line, 'front-matter-key', `saw ${seen(key)}; expected ${seen(meant)}?`);
  }
  if (note.passages.every(({ kind }) => kind === 'field')) {
    warn(1, 'empty-note', 'saw no text; expected at least one paragraph, list or table.');
    return;
  }
  if (untitled) {
    warn(
      1,
      'no-title',
      `saw no title, so the file's name is shown: ${seen(note.title)}; expected "title" or a heading.`,
    );
  }
  if (note.event === undefined) {
    warn(
      1,
      'no-event',
      'saw no conference and year in front matter, title or path; expected e.g. "event: DockerCon 2015".',
    );
  }
}

function lintSections({ sections, passages }: Note, warn: Warn): void {
  const filled = new Set(passages.map(({ section }) => section));
  for (const [index, { headings, lines }] of sections.entries()) {
    const next = sections[index + 1];
    const title = headings.at(-1);
    if (filled.has(index) || title === undefined || (next?.headings.length ?? 0) > headings.length) continue;
    warn(lines.from, 'empty-section', `saw heading ${seen(title)} without text; expected text below it.`);
  }
}

function lintPassage({ note, drafts }: Reading, index: number, draft: Draft, warn: Warn): void {
  const passage = note.passages[index];
  if (passage === undefined) return;
  const { kind, lines, sources, sentences } = passage;
  const prose = kind !== 'field' && kind !== 'code';
  if (prose && note.sources.length > 0 && sources.length === 0) {
    warn(
      lines.from,
      'no-source',
      `saw ${seen(sentences[0]?.text ?? '')} without a footnote; expected one, as elsewhere in this note.`,
    );
  }
  if (draft.goesOn) {
    warn(
      lines.from,
      'long-passage',
      `saw a very long ${kind}, which is cut into several passages; expected shorter ones.`,
    );
  }
  // Below a heading, the heading says what a list lists.
  const before = drafts[index - 1];
  const belowText = before !== undefined && before.headings === draft.headings && before.kind !== 'field';
  const led = sentences[0]?.role === 'lead-in' || draft.context !== undefined;
  if (kind === 'list' && !led && (belowText || draft.headings === 0) && before?.kind !== 'list') {
    warn(
      lines.from,
      'list-without-lead-in',
      'saw a list that nothing introduces; expected a sentence ending in a colon before it.',
    );
  }
}
