import type { Citation, LineRange, Note, Passage, Sentence, Source } from '../../../src/index.js';
import { eventWords } from '../../chat/wording.js';
import { sourcesView } from './citation-view.js';
import { client } from './client.js';
import { type Child, element } from './element.js';
import { outward } from './link.js';

/** What of a note is to be opened: the whole, or lines of it that are highlighted and scrolled to. */
export interface NotePlace {
  readonly note: string;
  readonly lines?: LineRange;
  /** Where an answer cites them: its sources are shown first. */
  readonly citation?: Citation;
}

/** Opens a note beside the page. */
export type OpenNote = (place: NotePlace) => void;

/** A note, as it was read, at the lines that are cited. Nothing in it is markup here: all of it is text. */
export function noteView(place: NotePlace): HTMLElement {
  const view = element('article', { class: 'note' }, element('p', { class: 'hint' }, 'Opening…'));
  client.note(place.note).then(
    (note) => {
      view.replaceChildren(
        headView(note, place),
        ...(place.citation === undefined ? [] : citedSources(place.citation)),
        ...sectionsView(note, place.lines),
        notesSources(note),
      );
      const first = view.querySelector('.cited');
      // The place is focused too, so that a screen reader goes on from there.
      if (first instanceof HTMLElement) {
        first.tabIndex = -1;
        first.focus({ preventScroll: true });
        first.scrollIntoView({ block: 'center' });
      }
    },
    (error: Error) => view.replaceChildren(element('p', { class: 'fault' }, error.message)),
  );
  return view;
}

function headView(note: Note, { lines }: NotePlace): HTMLElement {
  const { title, path, date, url } = note;
  return element(
    'header',
    {},
    element(
      'p',
      { class: 'over' },
      [note.event === undefined ? '' : eventWords(note), date ?? ''].filter(Boolean).join(' · '),
    ),
    element('h2', {}, title),
    element('p', { class: 'file' }, lines === undefined ? path : `${path}, ${lineWords(lines)}`),
    url === undefined ? undefined : element('p', {}, outward(url, 'Read it where it was published')),
  );
}

/** They stay in sight beside the quoted words. */
function citedSources(citation: Citation): HTMLElement[] {
  const sources = sourcesView(citation);
  if (sources === undefined) return [];
  const title = element('h3', {}, 'Source of the quoted words');
  return [element('aside', { class: 'cited-sources', 'aria-label': 'Source of the quoted words' }, title, sources)];
}

function lineWords({ from, to }: LineRange): string {
  return from === to ? `line ${from}` : `lines ${from}–${to}`;
}

/** The passages under their headings; fields of the front matter first. */
function sectionsView({ sections, passages, title, sources }: Note, lines: LineRange | undefined): HTMLElement[] {
  const fields = passages.filter(({ kind }) => kind === 'field');
  const shown: HTMLElement[] = fields.length === 0 ? [] : [fieldsView(fields, lines)];
  for (const [index, { headings }] of sections.entries()) {
    const own = passages.filter(({ section, kind }) => section === index && kind !== 'field');
    const heading = headings.at(-1);
    if (heading !== undefined && heading !== title) shown.push(element(headings.length > 2 ? 'h4' : 'h3', {}, heading));
    shown.push(...own.map((passage) => passageView(passage, lines, sources)));
  }
  return shown;
}

function fieldsView(fields: readonly Passage[], lines: LineRange | undefined): HTMLElement {
  return element(
    'dl',
    { class: 'fields' },
    ...fields.map(({ label = '', sentences }) =>
      element(
        'div',
        {},
        element('dt', {}, label),
        element('dd', {}, ...sentences.map((one) => sentenceView(one, lines))),
      ),
    ),
  );
}

function passageView(passage: Passage, lines: LineRange | undefined, sources: readonly Source[]): HTMLElement {
  return element(
    'div',
    { class: 'passage', id: `L${passage.lines.from}` },
    element('span', { class: 'line', 'aria-hidden': 'true' }, String(passage.lines.from)),
    element('div', {}, ...bodyView(passage, lines), marksView(passage.sources, sources)),
  );
}

function bodyView({ kind, sentences }: Passage, lines: LineRange | undefined): HTMLElement[] {
  switch (kind) {
    case 'list':
      return listView(sentences, lines);
    case 'table':
      return [
        element(
          'div',
          { class: 'wide', tabindex: 0, role: 'group', 'aria-label': 'Table' },
          element('table', {}, element('tbody', {}, ...sentences.map((row) => rowView(row, lines)))),
        ),
      ];
    case 'code':
      return [element('pre', {}, element('code', {}, ...sentences.flatMap((one) => [sentenceView(one, lines), '\n'])))];
    case 'quote':
      return [element('blockquote', {}, ...running(sentences, lines))];
    default:
      return [element('p', {}, ...running(sentences, lines))];
  }
}

/** A list's lead-in as a paragraph, then its items, each of one or more sentences. */
function listView(sentences: readonly Sentence[], lines: LineRange | undefined): HTMLElement[] {
  const leadIn = sentences.filter(({ role }) => role !== 'item');
  const items = new Map<number, Sentence[]>();
  for (const sentence of sentences.filter(({ role }) => role === 'item')) {
    const item = sentence.item ?? 0;
    items.set(item, [...(items.get(item) ?? []), sentence]);
  }
  return [
    ...(leadIn.length > 0 ? [element('p', {}, ...running(leadIn, lines))] : []),
    element(
      'ul',
      {},
      ...[...items.values()].map((parts) =>
        element('li', { 'data-depth': Math.min(parts[0]?.depth ?? 0, 5) }, ...running(parts, lines)),
      ),
    ),
  ];
}

function rowView(row: Sentence, lines: LineRange | undefined): HTMLElement {
  const tag = row.role === 'header' ? 'th' : 'td';
  return element(
    'tr',
    { class: isCited(row, lines) ? 'cited' : undefined },
    ...row.text.split('\t').map((cell) => element(tag, {}, cell)),
  );
}

function running(sentences: readonly Sentence[], lines: LineRange | undefined): Child[] {
  return sentences.flatMap((sentence, index) => [index > 0 ? ' ' : undefined, sentenceView(sentence, lines)]);
}

function sentenceView(sentence: Sentence, lines: LineRange | undefined): HTMLElement {
  return element('span', isCited(sentence, lines) ? { class: 'cited' } : {}, sentence.text);
}

function isCited({ lines: { from, to } }: Sentence, lines: LineRange | undefined): boolean {
  return lines !== undefined && from <= lines.to && lines.from <= to;
}

/** The footnotes of a passage, each leading to its source. */
function marksView(labels: readonly string[], sources: readonly Source[]): HTMLElement | undefined {
  if (labels.length === 0) return undefined;
  const marks = labels.map((label) => outward(sources.find((source) => source.label === label)?.url, label));
  return element('span', { class: 'marks' }, ...marks.flatMap((mark, index) => (index > 0 ? [' · ', mark] : [mark])));
}

function notesSources({ sources }: Note): HTMLElement {
  if (sources.length === 0) return element('footer', {});
  return element(
    'footer',
    {},
    element('h3', {}, 'Sources'),
    element('dl', { class: 'all-sources' }, ...sources.map(sourceView)),
  );
}

function sourceView({ label, title, text, url, author, date }: Source): HTMLElement {
  const by = [author, date].filter((part) => part !== undefined).join(', ');
  return element(
    'div',
    {},
    element('dt', {}, label),
    element('dd', {}, outward(url, title ?? text), title === undefined || by === '' ? '' : `, ${by}`),
  );
}
