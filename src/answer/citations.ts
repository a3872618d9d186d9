import type { Note } from '../notes/note.js';
import type { Matcher } from '../search/matching.js';
import type { Citation, CitedSource, Excerpt, ExcerptPart } from './answer.js';
import { highlightsIn } from './highlights.js';
import { isEnumeration, linesOf, type Span } from './span.js';

/** Turns chosen spans into what is shown and where it comes from: one citation for each span, numbered from 1. */
export function cite(spans: readonly Span[], matcher: Matcher): { excerpts: Excerpt[]; citations: Citation[] } {
  const citations = spans.map((span, i) => citationOf(span, i + 1));
  const excerpts = spans.map((span, i) => excerptOf(span, i + 1, matcher));
  return { excerpts, citations };
}

/** Where a span stands. */
export function citationOf(span: Span, number: number): Citation {
  const { note, section, passage } = span.entry;
  const sentences = passage.sentences.slice(span.from, span.to + 1);
  const quote = sentences.map(({ text }) => text).join('\n');
  const labels = labelsOf(span);
  const named = note.sources.filter(({ label }) => labels.has(label));
  const sources: CitedSource[] = named.map(({ text, title, url, author, date }) => ({
    title: title ?? text,
    ...(url === undefined ? {} : { url }),
    ...(author === undefined ? {} : { author }),
    ...(date === undefined ? {} : { date }),
  }));
  const url = sources.find((source) => source.url !== undefined)?.url ?? ownUrl(note, sentences[0]?.text ?? '');
  const event = section.event ?? note.event;
  const day = section.day ?? note.day;
  return {
    number,
    note: note.path,
    title: note.title,
    ...(event === undefined ? {} : { event }),
    ...(day === undefined ? {} : { day }),
    ...(note.date === undefined ? {} : { date: note.date }),
    section: section.headings,
    anchor: section.anchor,
    lines: linesOf(span),
    quote,
    ...(url === undefined ? {} : { url }),
    sources,
  };
}

function excerptOf(span: Span, citation: number, matcher: Matcher): Excerpt {
  const { passage } = span.entry;
  const sentences = passage.sentences.slice(span.from, span.to + 1);
  const parts = sentences.map(
    (sentence, i): ExcerptPart => ({
      text: sentence.text,
      role: sentence.role,
      ...(sentence.depth === undefined ? {} : { depth: sentence.depth }),
      ...(i > 0 && sentence.item !== undefined && sentence.item === sentences[i - 1]?.item ? { continues: true } : {}),
      highlights: highlightsIn(sentence.text, matcher),
    }),
  );
  return { parts, citation, ...(passage.label === undefined ? {} : { label: passage.label }) };
}

/**
 * The sources of the very sentences that are shown. Where they name none, the first ones after them in the paragraph speak
 * for them, as a footnote mark at a paragraph's end does; a list's lead-in speaks for its items.
 */
function labelsOf({ entry: { passage }, from, to }: Span): ReadonlySet<string> {
  const own = passage.sentences.slice(from, to + 1).flatMap(({ sources }) => sources);
  if (own.length > 0) return new Set(own);
  const later = isEnumeration(passage) ? [] : passage.sentences.slice(to + 1).map(({ sources }) => sources);
  const leadIn = passage.sentences.filter(({ role }) => role === 'lead-in' || role === 'header');
  const nearest = [...leadIn.map(({ sources }) => sources), ...later].find((sources) => sources.length > 0);
  return new Set(nearest ?? passage.sources);
}

/**
 * The note's own address, with a text fragment that makes a browser scroll to the quoted words
 * (https://wicg.github.io/scroll-to-text-fragment/): the first and the last words of the sentence.
 */
function ownUrl({ url }: Note, sentence: string): string | undefined {
  if (url === undefined || url.includes('#')) return url;
  const words = sentence.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0) return url;
  const edge = (part: readonly string[]) =>
    encodeURIComponent(part.join(' ').replace(HALF_CHARACTERS, '\uFFFD')).replace(/-/g, '%2D');
  const text =
    words.length <= 2 * FRAGMENT_WORDS
      ? edge(words)
      : `${edge(words.slice(0, FRAGMENT_WORDS))},${edge(words.slice(-FRAGMENT_WORDS))}`;
  return `${url}#:~:text=${text}`;
}

const FRAGMENT_WORDS = 4;
/** Surrogates without their other half: they cannot be written in an address. */
const HALF_CHARACTERS = /\p{Surrogate}/gu;
