import type { NoteSummary, Problem } from '../../../src/index.js';
import { noteName } from '../../chat/note-names.js';
import { notesByEvent, WORDS } from '../../chat/wording.js';
import type { NotesReply } from '../contract.js';
import { client } from './client.js';
import { button, byId, element } from './element.js';
import type { OpenNote } from './note-view.js';

/** The notes by edition, each with what `check` finds wrong with it. */
export async function showNotes(open: OpenNote): Promise<void> {
  const place = byId('notes');
  try {
    place.replaceChildren(...notesView(await client.notes(), open));
  } catch (error) {
    place.replaceChildren(element('p', { class: 'fault' }, (error as Error).message));
  }
}

function notesView({ counts, notes, problems, kept, skipped }: NotesReply, open: OpenNote): HTMLElement[] {
  const of = (path: string) => problems.filter((problem) => problem.path === path);
  const known = new Set(notes.map(({ path }) => path));
  const others = problems.filter(({ path }) => !known.has(path));
  return [
    element(
      'p',
      { class: 'lead' },
      `${number(counts.notes)} notes, ${number(counts.passages)} passages. ${problemWords(problems)}`,
    ),
    ...keptView(kept),
    ...notesByEvent(notes).map(([event, group]) =>
      element(
        'section',
        { class: 'edition' },
        element('h2', {}, event === '' ? WORDS.otherNotes : event),
        element('ul', { class: 'note-list' }, ...group.map((note) => noteRow(note, of(note.path), open))),
      ),
    ),
    others.length + skipped.length === 0
      ? element('div', {})
      : element(
          'section',
          { class: 'edition' },
          element('h2', {}, 'Not read'),
          problemList(others),
          element(
            'ul',
            { class: 'problems' },
            ...skipped.map(({ path, reason }) => element('li', {}, `${path}: ${reason}`)),
          ),
        ),
  ];
}

function keptView(kept: NotesReply['kept']): HTMLElement[] {
  if (kept.length === 0) return [];
  const items = kept.map(({ path, line, message }) => element('li', {}, `${path}:${line} ${message}`));
  const title = element('h2', {}, 'Broken by an edit, so answered from as it was before');
  return [element('section', { class: 'edition' }, title, element('ul', { class: 'problems' }, ...items))];
}

function noteRow(note: NoteSummary, problems: readonly Problem[], open: OpenNote): HTMLElement {
  const { path, passages, sources } = note;
  return element(
    'li',
    {},
    button({ class: 'note-name' }, () => open({ note: path }), noteName(note)),
    element('span', { class: 'file' }, path),
    element('span', { class: 'figures' }, `${number(passages)} passages · ${number(sources.length)} sources`),
    problems.length === 0
      ? undefined
      : element(
          'details',
          { class: 'has-problems' },
          element('summary', {}, problemWords(problems)),
          problemList(problems),
        ),
  );
}

function problemList(problems: readonly Problem[]): HTMLElement {
  return element(
    'ul',
    { class: 'problems' },
    ...problems.map(({ path, line, severity, rule, message }) =>
      element(
        'li',
        {},
        element('span', { class: `severity ${severity}` }, severity),
        ` ${path}:${line} `,
        element('code', {}, rule),
        ` ${message}`,
      ),
    ),
  );
}

function problemWords(problems: readonly Problem[]): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.length - errors;
  const count = (many: number, noun: string) => (many === 0 ? [] : [`${number(many)} ${noun}${many === 1 ? '' : 's'}`]);
  return [...count(errors, 'error'), ...count(warnings, 'warning')].join(', ') || 'No problems.';
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
