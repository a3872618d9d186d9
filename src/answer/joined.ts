import type { Answered, Citation, Excerpt } from './answer.js';

/**
 * Answers to the parts of a question as one answer to the whole: numbered on, nothing shown twice, no longer than one answer may be,
 * and as sure as the least sure of them. Undefined where the later parts bring nothing that the first does not show,
 * and where all parts together would be too long.
 */
export function join(question: string, answers: readonly Answered[]): Answered | undefined {
  const [first, ...others] = answers;
  if (first === undefined || others.length === 0) return undefined;
  const short =
    answers.reduce(
      (sum, answer) =>
        sum +
        lengthOf(
          answer.excerpts,
          answers.flatMap((all) => all.citations),
        ),
      0,
    ) > LONGEST;
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
  if (fromLater === 0 || lengthOf(excerpts, citations) > LONGEST) return undefined;
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

/** As they are shown: line breaks, the marks and indents of list items, and over each excerpt its event, where there are several. */
function lengthOf(excerpts: readonly Excerpt[], citations: readonly Citation[]): number {
  const several = new Set(citations.map(({ event, day }) => `${event} ${day}`)).size > 1;
  let length = 0;
  for (const { parts, citation } of excerpts) {
    for (const { text, role, depth = 0 } of parts) length += text.length + 1 + (role === 'item' ? 2 * (1 + depth) : 0);
    const event = citations.find(({ number }) => number === citation)?.event ?? '';
    if (several) length += event.length + HEADING;
  }
  return length;
}

/** ", day 1:" and the line break. */
const HEADING = 9;

function isSame(a: Citation, b: Citation): boolean {
  return a.note === b.note && a.lines.from === b.lines.from && a.quote === b.quote;
}
