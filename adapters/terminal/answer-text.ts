import type { Answer, Answered, Citation, Excerpt, ExcerptPart } from '../../src/index.js';
import { eventWords, refusal } from '../wording.js';

/**
 * An answer as bare text: the excerpts' words, one sentence, list item or row a line, those of several events each under
 * their event's name; for an abstention,
 * the refusal. List items begin with "- ", nested ones indented by two spaces; a front-matter field with its label.
 */
export function answerText(answer: Answer): string {
  return (answer.answered ? excerptTexts(answer) : refusal(answer)).join('\n');
}

/** Excerpts of several events each stand under theirs, because a sentence alone may not say which one it is about. */
function excerptTexts({ excerpts, citations }: Answered): readonly string[] {
  const events = new Map(citations.map((citation) => [citation.number, eventWords(citation)]));
  const named = excerpts.map(({ citation }) => events.get(citation) ?? '').filter((event) => event !== '');
  const several = new Set(named).size > 1;
  let shown = '';
  return excerpts.map((excerpt) => {
    const event = several ? (events.get(excerpt.citation) ?? '') : '';
    const heading = event === shown || event === '' ? '' : `${event}:\n`;
    shown = event;
    return heading + excerptText(excerpt);
  });
}

/** A citation as scripts read it. What is not known is left out. */
export interface CitationRecord {
  readonly title: string;
  readonly event?: string;
  readonly day?: number;
  readonly date?: string;
  readonly url?: string;
  readonly quote: string;
  readonly note: string;
  /** First and last line in the note's file. */
  readonly lines: readonly [from: number, to: number];
  /** Headings, outermost first. */
  readonly section: readonly string[];
}

/** A candidate sentence as scripts read it. */
export interface HitRecord {
  readonly note: string;
  readonly lines: readonly [from: number, to: number];
  readonly sentence: string;
  readonly passage: string;
  readonly score: number;
}

/** One line of `ask --jsonl`. */
export interface AnswerRecord {
  readonly answered: boolean;
  readonly text: string;
  readonly citations: readonly CitationRecord[];
  readonly confidence: number;
  readonly hits?: readonly HitRecord[];
}

/** An answer as scripts read it. An abstention cites nothing; the hits are there when the answer is explained. */
export function answerRecord(answer: Answer): AnswerRecord {
  return {
    answered: answer.answered,
    text: answerText(answer),
    citations: answer.answered ? answer.citations.map(citationRecord) : [],
    confidence: answer.confidence,
    ...(answer.explanation && {
      hits: answer.explanation.hits.map(({ note, lines, sentence, passage, score }) => ({
        note,
        lines: [lines.from, lines.to] as const,
        sentence,
        passage,
        score,
      })),
    }),
  };
}

function citationRecord({ title, event, day, date, url, quote, note, lines, section }: Citation): CitationRecord {
  return {
    title,
    ...(event !== undefined && { event }),
    ...(day !== undefined && { day }),
    ...(date !== undefined && { date }),
    ...(url !== undefined && { url }),
    quote,
    note,
    lines: [lines.from, lines.to],
    section,
  };
}

function excerptText({ parts, label }: Excerpt): string {
  const text = parts.map(partText).join('');
  return label === undefined ? text : `${label}: ${text}`;
}

function partText(part: ExcerptPart, index: number): string {
  if (part.continues) return ` ${part.text}`;
  const bullet = part.role === 'item' ? `${'  '.repeat(part.depth ?? 0)}- ` : '';
  return `${index === 0 ? '' : '\n'}${bullet}${part.text}`;
}
