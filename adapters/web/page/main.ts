import { client } from './client.js';
import { createComposer } from './composer.js';
import { createConversation } from './conversation.js';
import { button, byId, element } from './element.js';
import { createInspector, type Inspector } from './inspector.js';
import type { OpenNote } from './note-view.js';
import { showNotes } from './notes-page.js';
import { startTheme } from './theme.js';
import { showTimeline } from './timeline-page.js';

/** The pages, by the fragment of the address. */
const PAGES = ['ask', 'notes', 'timeline'] as const;
type Page = (typeof PAGES)[number];

startTheme();
let inspector: Inspector;
const conversation = createConversation(() => inspector);
inspector = createInspector((question) => void conversation.ask(question));
const composer = createComposer((question) => void conversation.ask(question));
byId('again').addEventListener('click', () => {
  conversation.clear();
  composer.focus();
});
addEventListener('hashchange', () => turn());
turn(true);
void showWelcome();

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
  inspector.turnTo(page === 'ask');
  const open: OpenNote = (place) => inspector.open(place);
  if (page === 'notes') void showNotes(open);
  else if (page === 'timeline') void showTimeline(open);
  else if (matchMedia('(hover: hover)').matches) composer.focus();
}

/** The empty page: what there is to ask. */
async function showWelcome(): Promise<void> {
  const [{ counts }, { examples }] = await Promise.all([client.notes(), client.examples()]);
  byId('known').textContent =
    `${counts.notes.toLocaleString('en-US')} notes, ${counts.passages.toLocaleString('en-US')} passages.`;
  byId('examples').replaceChildren(
    ...examples.map((question) =>
      element(
        'li',
        {},
        button({ class: 'ask' }, () => void conversation.ask(question), question),
      ),
    ),
  );
}
