import type { Abstained, Answer, Answered, Citation, CitedSource } from '../../src/index.js';
import { confidenceWords, disagreementWords, eventWords, linePlace, refusal } from '../wording.js';
import { showExcerpt } from './excerpt.js';
import { showExplanation } from './explanation.js';
import { createStyle, type Style, webAddress } from './style.js';
import type { Screen } from './terminal.js';

/**
 * An answer as a person reads it on a screen: excerpts with their matched words in bold, numbered citations, and what else
 * is worth knowing. Ends with a line feed. The same answer and screen give the same text.
 */
export function format(answer: Answer, screen: Screen): string {
  const style = createStyle(screen);
  const blocks = [
    understood(answer, style),
    ...(answer.answered ? answered(answer, style, screen.width) : abstained(answer, style)),
    related(answer, style),
    answer.explanation === undefined ? '' : showExplanation(answer.explanation, answer.confidence, style),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** How the question was read, where that is not how it was typed. */
function understood({ question, understood: { standalone, corrections } }: Answer, style: Style): string {
  if (standalone !== '' && standalone !== question.trim()) return remark(`Read as: ${standalone}`, style);
  return corrections.map(({ from, to }) => remark(`Read "${from}" as "${to}".`, style)).join('\n');
}

function remark(text: string | undefined, style: Style): string {
  return text === undefined ? '' : style.wrap(style.remark(style.plain(text)));
}

function answered(answer: Answered, style: Style, width: number): readonly string[] {
  const byNumber = new Map(answer.citations.map((citation) => [citation.number, citation]));
  // Excerpts of several events are told apart where they stand, not only in the citations.
  const events = new Set(answer.citations.map(eventWords));
  let shownEvent = '';
  const excerpts = answer.excerpts.map((excerpt) => {
    const citation = byNumber.get(excerpt.citation);
    const event = events.size > 1 && citation !== undefined ? eventWords(citation) : '';
    const heading = event === shownEvent ? '' : `${style.dim(`${style.plain(event)}:`)}\n`;
    shownEvent = event;
    return heading + showExcerpt(excerpt, style.dim(`[${excerpt.citation}]`), style, width);
  });
  return [
    remark(answer.disagreement && disagreementWords(answer.disagreement.citations), style),
    ...excerpts,
    remark(confidenceWords(answer), style),
    answer.citations.map((citation) => cite(citation, style)).join('\n'),
  ];
}

function abstained(answer: Abstained, style: Style): readonly string[] {
  const lines = refusal(answer).map((line) => style.wrap(style.plain(line)));
  if (answer.reason === 'no-notes')
    lines.push(style.wrap('Name a folder of Markdown notes with --notes or NOTES_DIR.'));
  if (answer.didYouMean !== undefined)
    lines.push(style.wrap(`Did you mean: ${style.bold(style.plain(answer.didYouMean))}`));
  const nearest = answer.nearest.map((citation) => `${cite(citation, style)}\n${quote(citation, style)}`);
  return [lines.join('\n'), ...(nearest.length > 0 ? [['The nearest the notes have:', ...nearest].join('\n')] : [])];
}

/** Where an excerpt stands and who says so. File names and addresses are never wrapped: they are there to be copied. */
function cite(citation: Citation, style: Style): string {
  const { number, date, section, title, sources, url } = citation;
  const event = eventWords(citation);
  const headings = section[0] === title ? section.slice(1) : section;
  const where = [date === undefined ? event : `${event} (${date})`, ...headings].map(style.plain).join(' > ');
  const place = linePlace(citation);
  const own = url !== undefined && !sources.some((source) => source.url === url) ? [{ title, url }] : [];
  return [
    style.wrap(style.dim(where), INDENT, `${style.dim(`[${number}]`)} `.padEnd(INDENT.length)),
    `${INDENT}${style.plain(place)}`,
    ...[...sources, ...own].map((source) => showSource(source, style)),
  ].join('\n');
}

const INDENT = '    ';

function showSource({ title, url, author, date }: CitedSource, style: Style): string {
  const name = style.plain(title);
  const address = url === undefined ? '' : webAddress(url);
  const linked = address === '' ? name : style.link(name, address);
  const line = style.wrap(
    [linked, author, date]
      .filter(isPresent)
      .map((text, index) => (index === 0 ? text : style.plain(text)))
      .join(', '),
    INDENT,
  );
  return address === '' || linked !== name ? line : `${line}\n${INDENT}${address}`;
}

/** The beginning of the words that a nearest passage holds. */
function quote({ quote }: Citation, style: Style): string {
  const characters = [...quote];
  const text =
    characters.length <= MAX_QUOTE
      ? quote
      : `${characters
          .slice(0, MAX_QUOTE - 1)
          .join('')
          .trimEnd()}…`;
  return style.wrap(`"${style.plain(text.replaceAll('\t', ' '))}"`, INDENT);
}

/** A nearest passage is a pointer, not an answer: about two lines. */
const MAX_QUOTE = 160;

function related({ related, answered }: Answer, style: Style): string {
  if (related.length === 0) return '';
  const questions = related.slice(0, 3).map((question) => style.wrap(style.plain(question), '  ', '- '));
  return [answered ? 'Ask next:' : 'The notes can answer:', ...questions].join('\n');
}

function isPresent(text: string | undefined): text is string {
  return text !== undefined && text !== '';
}
