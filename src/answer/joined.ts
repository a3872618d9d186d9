import type { Answered, Citation, Excerpt } from './answer.js';

/** Excerpts and citations of several answers as one: numbered on, nothing shown twice, and no longer than one answer may be. */
export function join(answers: readonly Answered[]): Pick<Answered, 'excerpts' | 'citations'> {
  const short = lengthOf(answers.flatMap(({ excerpts }) => excerpts)) > LONGEST;
  const excerpts: Excerpt[] = [];
  const citations: Citation[] = [];
  for (const answer of answers) {
    for (const excerpt of short ? answer.excerpts.slice(0, 1) : answer.excerpts) {
      const citation = answer.citations.find(({ number }) => number === excerpt.citation);
      if (citation === undefined || citations.some((known) => isSame(known, citation))) continue;
      const number = citations.length + 1;
      citations.push({ ...citation, number });
      excerpts.push({ ...excerpt, citation: number });
    }
  }
  return { excerpts, citations };
}

/** Characters; from the design, as for every long answer. */
const LONGEST = 900;

function lengthOf(excerpts: readonly Excerpt[]): number {
  return excerpts.reduce((sum, { parts }) => sum + parts.reduce((own, { text }) => own + text.length, 0), 0);
}

function isSame(a: Citation, b: Citation): boolean {
  return a.note === b.note && a.lines.from === b.lines.from && a.quote === b.quote;
}
