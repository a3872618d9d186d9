import { button, byId, element } from './element.js';
import { type NotePlace, noteView } from './note-view.js';
import { type PreviewedQuestion, previewsView } from './previews-view.js';
import { whyView } from './why-view.js';

/** What stands behind an answer, beside it on a wide screen and over the page on a narrow one. */
export interface Inspector {
  /** Shows what Slack and Discord show for a question, and why it is answered so. */
  follow(asked: PreviewedQuestion, tab?: 'previews' | 'why'): void;
  /** Opens a note. */
  open(place: NotePlace): void;
  /** Shows it, or not: a page has use for it only when there is something to show. `isAsking`: whether answers are on the page. */
  turnTo(isAsking: boolean): void;
  /** Forgets the answer. */
  clear(): void;
}

type Tab = 'previews' | 'why' | 'note';
const NAMES: Readonly<Record<Tab, string>> = { previews: 'In Slack and Discord', why: 'Why this?', note: 'Note' };
const TABS = Object.keys(NAMES) as readonly Tab[];
/** From here on two columns have room. The same as in style.css. */
const WIDE = '(min-width: 70rem)';

/** @param ask asks a question of a preview's button. */
export function createInspector(ask: (question: string) => void): Inspector {
  const aside = byId('inspector');
  const sheet = byId<HTMLDialogElement>('sheet');
  const wide = matchMedia(WIDE);
  let asked: PreviewedQuestion | undefined;
  let place: NotePlace | undefined;
  let current: Tab = 'previews';
  let isAsking = true;
  /** Each tab is drawn when it is first looked at. */
  let panels = new Map<Tab, HTMLElement>();

  const isThere = (tab: Tab) => (tab === 'note' ? place !== undefined : isAsking && asked !== undefined);
  const tabs = new Map(
    TABS.map((tab) => [
      tab,
      button(
        {
          role: 'tab',
          id: `tab-${tab}`,
          'aria-controls': 'panel',
          onkeydown: (event) => move(event as KeyboardEvent, tab),
        },
        () => show(tab),
        NAMES[tab],
      ),
    ]),
  );
  const panel = element('div', { id: 'panel', role: 'tabpanel', tabindex: 0 });
  const close = button(
    { class: 'close', 'aria-label': 'Close' },
    () => (sheet.open ? sheet.close() : closeNote()),
    '×',
  );
  const content = element(
    'div',
    { class: 'inspector' },
    element(
      'div',
      { class: 'inspector-head' },
      element('div', { role: 'tablist', 'aria-label': 'Behind the answer' }, ...tabs.values()),
      close,
    ),
    panel,
  );

  function draw(tab: Tab): HTMLElement {
    let drawn = panels.get(tab);
    if (drawn === undefined) {
      drawn =
        tab === 'note' && place !== undefined
          ? noteView(place)
          : asked === undefined
            ? element('p', {})
            : tab === 'why'
              ? whyView(asked, open)
              : previewsView(asked, askHere);
      panels.set(tab, drawn);
    }
    return drawn;
  }

  function askHere(question: string): void {
    if (sheet.open) sheet.close();
    ask(question);
  }

  function show(tab: Tab, over = false): void {
    current = tab;
    for (const [name, control] of tabs) {
      control.hidden = !isThere(name);
      control.setAttribute('aria-selected', String(name === tab));
      control.tabIndex = name === tab ? 0 : -1;
    }
    panel.setAttribute('aria-labelledby', `tab-${tab}`);
    panel.replaceChildren(draw(tab));
    if (tab !== 'note') panel.scrollTop = 0;
    settle(over);
  }

  /** Puts the content where it belongs on this screen. */
  function settle(over: boolean): void {
    const isUseful = TABS.some(isThere);
    const isBeside = wide.matches && isUseful;
    document.body.toggleAttribute('data-beside', isBeside);
    aside.hidden = !isBeside;
    close.hidden = isBeside && place === undefined;
    if (isBeside) {
      if (sheet.open) sheet.close();
      aside.replaceChildren(content);
    } else {
      sheet.replaceChildren(content);
      if (over && isUseful && !sheet.open) sheet.showModal();
    }
  }

  function move(event: KeyboardEvent, from: Tab): void {
    const there = TABS.filter(isThere);
    const at = there.indexOf(from);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: there.length - 1 }[event.key];
    const tab = to === undefined ? undefined : there[(to + there.length) % there.length];
    if (tab === undefined) return;
    event.preventDefault();
    show(tab, true);
    tabs.get(tab)?.focus();
  }

  function open(next: NotePlace): void {
    place = next;
    panels.delete('note');
    show('note', true);
  }

  function closeNote(): void {
    place = undefined;
    panels.delete('note');
    show(current === 'note' ? 'previews' : current);
  }

  wide.addEventListener('change', () => settle(false));
  sheet.addEventListener('close', () => {
    if (wide.matches) settle(false);
  });

  return {
    follow(next, tab) {
      asked = next;
      place = undefined;
      panels = new Map();
      show(tab ?? (current === 'note' ? 'previews' : current), tab !== undefined);
    },
    open,
    turnTo(asking) {
      isAsking = asking;
      place = undefined;
      panels.delete('note');
      if (sheet.open) sheet.close();
      show(current === 'note' ? 'previews' : current);
    },
    clear() {
      asked = undefined;
      place = undefined;
      panels = new Map();
      show('previews');
    },
  };
}
