import { client } from './client.js';
import { createComposer } from './composer.js';
import { createConversation } from './conversation.js';
import { button, byId, element } from './element.js';
import { createInspector, type Inspector } from './inspector.js';
import type { OpenNote } from './note-view.js';
import { showNotes } from './notes-page.js';
import { startTheme } from './theme.js';
import { showTimeline } from './timeline-page.js';

/** The pages, by the fragment of the address, and what stands before the name of the playground in their titles. */
const TITLES = { ask: '', notes: 'Notes – ', timeline: 'Timeline – ' } as const;
type Page = keyof typeof TITLES;
const PAGES = Object.keys(TITLES) as readonly Page[];
const TITLE = document.title;

startTheme();
let inspector: Inspector;
const conversation = createConversation(() => inspector);
inspector = createInspector(ask);
const composer = createComposer(ask);
byId('again').addEventListener('click', () => {
  conversation.clear();
  composer.focus();
});
addEventListener('hashchange', () => turn());
turn(true);
showWelcome();

function turn(isFirst = false): void {
  const name = location.hash.replace(/^#\/?/, '').split('/', 1).join();
  // A fragment that is no page's leads within this one.
  const page: Page | undefined = PAGES.find((one) => one === name) ?? (name === '' || isFirst ? 'ask' : undefined);
  if (page === undefined) return;
  for (const one of PAGES) byId(`${one}-page`).hidden = one !== page;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('nav a')) {
    if (link.dataset.page === page) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  document.body.dataset.page = page;
  document.title = `${TITLES[page]}${TITLE}`;
  inspector.turnTo(page === 'ask');
  const open: OpenNote = (place) => inspector.open(place);
  if (page === 'notes') void showNotes(open);
  else if (page === 'timeline') void showTimeline(open);
  else if (matchMedia('(hover: hover)').matches) composer.focus();
}

/** The empty page: what there is, and what could be asked. It is a help: without it, questions can still be asked. */
function showWelcome(): void {
  const number = (value: number) => value.toLocaleString('en-US');
  client.notes().then(({ counts }) => {
    byId('known').textContent = `${number(counts.notes)} notes, ${number(counts.passages)} passages.`;
  }, nothing);
  client.examples().then(({ examples }) => {
    const buttons = examples.map((question) => button({ class: 'ask' }, () => ask(question), question));
    byId('examples').replaceChildren(...buttons.map((one) => element('li', {}, one)));
  }, nothing);
}

function ask(question: string): void {
  void conversation.ask(question);
}

function nothing(): void {}
