import type { LineRange, Section } from './note.js';

/** A heading as it stands in the note. */
export interface Heading {
  /** From 1. */
  readonly level: number;
  /** Plain text. */
  readonly text: string;
  /** First line, from 1. */
  readonly line: number;
}

/**
 * Makes the sections of a note of `lines` lines from its headings, in order. What stands before the first heading (front
 * matter, introduction) is a section without heading, when there is any: then `prologue` is true.
 */
export function sectionsOf(headings: readonly Heading[], prologue: boolean, lines: number): readonly Section[] {
  const sections: Section[] = [];
  if (prologue) {
    const to = (headings[0]?.line ?? lines + 1) - 1;
    sections.push({ headings: [], anchor: '', lines: { from: 1, to: Math.max(1, to) } });
  }
  const anchorOf = createAnchors();
  const path: Heading[] = [];
  for (const [index, heading] of headings.entries()) {
    while ((path.at(-1)?.level ?? 0) >= heading.level) path.pop();
    path.push(heading);
    sections.push({
      headings: path.map(({ text }) => text).filter((text) => text !== ''),
      anchor: anchorOf(heading.text),
      lines: rangeTo(heading.line, (headings[index + 1]?.line ?? lines + 1) - 1),
    });
  }
  return sections;
}

function rangeTo(from: number, to: number): LineRange {
  return { from, to: Math.max(from, to) };
}

/**
 * Makes a heading's fragment as Git hosts do: small letters, spaces to hyphens, no punctuation, and a number for a text
 * that came before. (The algorithm of github-slugger.)
 */
function createAnchors(): (text: string) => string {
  const taken = new Map<string, number>();
  return (text) => {
    const slug = text
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
      .replace(/ /g, '-');
    let unique = slug;
    let count = taken.get(slug) ?? 0;
    while (taken.has(unique)) unique = `${slug}-${++count}`;
    taken.set(slug, count);
    taken.set(unique, taken.get(unique) ?? 0);
    return unique;
  };
}
