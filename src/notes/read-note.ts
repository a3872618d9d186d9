import { withBylines } from './bylines.js';
import { fieldPassages } from './field-passages.js';
import { fileText, isBroken } from './file-text.js';
import { readFootnotes } from './footnotes.js';
import { readFrontMatter } from './front-matter.js';
import { lint } from './lint.js';
import { readEntities, readMarkdown } from './markdown.js';
import { type Metadata, metadataOf } from './metadata.js';
import type { Note, NoteFile, Passage, Problem } from './note.js';
import { type Draft, outlineOf } from './passages.js';
import { placeOf, placeSections } from './placing.js';
import { plainText } from './plain-text.js';
import { createReport, inOrder } from './problems.js';
import { sectionsOf } from './sections.js';
import { withoutTemplateTags } from './template-tags.js';
import { headingAsTitle, titleOfPath } from './title.js';

/** How notes are read. */
export interface ReadOptions {
  /** Absolute http or https address against which a note's relative `url` is resolved. Without it, such a note has no link. */
  readonly baseUrl?: string;
}

/** What became of one file: a note, or the reason why there is none. */
export type NoteResult = { readonly problems: readonly Problem[] } & (
  | { readonly note: Note; readonly metadata: Metadata }
  | { readonly skipped: string }
);

/** Reads one Markdown file. Never throws: what cannot be read is a problem. */
export function readNote(file: NoteFile, options: ReadOptions = {}): NoteResult {
  const { report, problems } = createReport(file.path);
  try {
    const { lines, unreadable } = fileText(file.text, report);
    if (unreadable !== undefined) return { skipped: unreadable, problems };
    const frontMatter = readFrontMatter(lines, report);
    const metadata = metadataOf(frontMatter.fields, options.baseUrl, report);
    if (metadata.leftOut !== undefined) return { skipped: metadata.leftOut, problems: [] };

    // Front matter becomes empty lines, so that every line keeps its number.
    const body = lines.map((line, index) => (index < frontMatter.length ? '' : line));
    const tree = readMarkdown(withoutTemplateTags(body).join('\n'));
    const footnotes = readFootnotes(tree, report);
    const { headings, drafts } = outlineOf(tree, footnotes.resolve);
    footnotes.reportUnused();

    const all = [...fieldPassages(metadata.values), ...drafts].filter((draft) => !isBrokenDraft(draft));
    const prologue = all.some((draft) => draft.headings === 0);
    const named = shownTitle(metadata.title) ?? headingAsTitle(headings, drafts[0]?.sentences[0]?.lines.from);
    const title = named ?? titleOfPath(file.path);
    const { author, url, aliases } = metadata;
    const place = placeOf(file.path, title, metadata, headings);
    const note: Note = {
      path: file.path,
      title,
      ...place,
      ...(author === undefined ? {} : { author }),
      ...(url === undefined ? {} : { url }),
      aliases,
      sources: footnotes.sources(),
      sections: placeSections(sectionsOf(headings, prologue, lines.length), place),
      passages: withBylines(all).map((draft, ordinal) => passageOf(draft, `${file.path}#${ordinal}`, prologue ? 0 : 1)),
    };
    lint({ note, drafts: all, fields: frontMatter.fields, untitled: named === undefined }, report);
    return { note, metadata, problems: inOrder(problems) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    report(1, 'error', 'unreadable', `the note cannot be read: ${reason}; expected Markdown.`);
    return { skipped: 'unreadable', problems };
  }
}

/** Titles of exported blogs hold entities ("DockerCon 2016 &#8211; Day 2"). */
function shownTitle(title: string | undefined): string | undefined {
  if (title === undefined || isBroken(title)) return undefined;
  return plainText(readEntities(title), 1).text || undefined;
}

function passageOf({ kind, headings, sentences, label, context }: Draft, id: string, before: number): Passage {
  const lines = {
    from: Math.min(...sentences.map((sentence) => sentence.lines.from)),
    to: Math.max(...sentences.map((sentence) => sentence.lines.to)),
  };
  return {
    id,
    kind,
    section: headings - before,
    ...(label === undefined ? {} : { label }),
    sentences,
    lines,
    ...(context === undefined ? {} : { context }),
    sources: [...new Set(sentences.flatMap(({ sources }) => sources))],
  };
}

function isBrokenDraft({ sentences }: Draft): boolean {
  return sentences.some(({ text }) => isBroken(text));
}
