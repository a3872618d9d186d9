import type { Answered, Citation, Excerpt } from './answer.js';

/**
 * Answers to the parts of a question as one answer to the whole: numbered on, nothing shown twice, no longer than one answer may be,
 * and as sure as the least sure of them. Undefined where the later parts bring nothing that the first does not show,
 * and where all parts together would be too long.
 */
export function join(question: string, answers: readonly Answered[]): Answered | undefined {
  const [first, ...others] = answers;
  if (first === undefined || others.length === 0) return undefined;
  const short = lengthOf(answers.flatMap(({ excerpts }) => excerpts)) > LONGEST;
  const excerpts: Excerpt[] = [];
  const citations: Citation[] = [];
  let fromLater = 0;
  for (const answer of answers) {
    for (const excerpt of short ? answer.excerpts.slice(0, 1) : answer.excerpts) {
      const citation = answer.citations.find(({ number }) => number === excerpt.citation);
      if (citation === undefined || citations.some((known) => isSame(known, citation))) continue;
      const number = citations.length + 1;
      citations.push({ ...citation, number });
      excerpts.push({ ...excerpt, citation: number });
      if (answer !== first) fromLater++;
    }
  }
  if (fromLater === 0 || lengthOf(excerpts) > LONGEST) return undefined;
  // Whether one part's sources contradict each other is told by the numbers of that part alone.
  const { disagreement: _, ...whole } = first;
  return {
    ...whole,
    question,
    excerpts,
    citations,
    confidence: Math.min(...answers.map((answer) => answer.confidence)),
  };
}

/** Characters; from the design, as for every long answer. */
const LONGEST = 900;

function lengthOf(excerpts: readonly Excerpt[]): number {
  return excerpts.reduce((sum, { parts }) => sum + parts.reduce((own, { text }) => own + text.length, 0), 0);
}

function isSame(a: Citation, b: Citation): boolean {
  return a.note === b.note && a.lines.from === b.lines.from && a.quote === b.quote;
}
