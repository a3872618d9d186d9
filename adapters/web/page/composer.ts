import { MAX_PREFIX } from '../contract.js';
import { client } from './client.js';
import { byId, element } from './element.js';

/** Where questions are typed. */
export interface Composer {
  focus(): void;
}

/** Between the last key and the look-up, in milliseconds: while one types on, nothing is asked for. */
const PAUSE = 90;

/**
 * The chat box, with suggestions as one types: a combobox with a list
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Arrows choose, Enter asks, Escape closes.
 */
export function createComposer(ask: (question: string) => void): Composer {
  const form = byId<HTMLFormElement>('composer');
  const input = byId<HTMLInputElement>('question');
  const list = byId('suggestions');
  const count = byId('suggestion-count');
  let options: HTMLElement[] = [];
  let chosen = -1;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lookUp = new AbortController();

  function close(): void {
    clearTimeout(timer);
    lookUp.abort();
    options = [];
    chosen = -1;
    list.replaceChildren();
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
    count.textContent = '';
  }

  function show(suggestions: readonly string[]): void {
    options = suggestions.map((suggestion, index) => {
      const option = element(
        'div',
        { role: 'option', id: `suggestion-${index}`, 'aria-selected': 'false' },
        ...emphasised(suggestion, input.value),
      );
      option.dataset.question = suggestion;
      // Before the box loses its focus, so that the list is still there.
      option.addEventListener('mousedown', (event) => {
        event.preventDefault();
        submit(suggestion);
      });
      return option;
    });
    chosen = -1;
    list.replaceChildren(...options);
    list.hidden = options.length === 0;
    input.setAttribute('aria-expanded', String(options.length > 0));
    input.removeAttribute('aria-activedescendant');
    count.textContent = options.length === 0 ? '' : `${options.length} suggestions`;
  }

  function choose(index: number): void {
    options[chosen]?.setAttribute('aria-selected', 'false');
    chosen = index;
    const option = options[chosen];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option === undefined) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', option.id);
  }

  async function suggest(): Promise<void> {
    lookUp.abort();
    lookUp = new AbortController();
    const { signal } = lookUp;
    try {
      const { suggestions } = await client.suggest(input.value, signal);
      if (!signal.aborted) show(suggestions);
    } catch {
      // Suggestions are a help: without them the question can still be asked.
    }
  }

  function submit(question: string): void {
    close();
    if (question.trim() === '') return;
    input.value = '';
    ask(question);
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (input.value.trim() === '' || input.value.length > MAX_PREFIX) close();
    else timer = setTimeout(suggest, PAUSE);
  });
  input.addEventListener('keydown', (event) => {
    const last = options.length - 1;
    if (event.isComposing) return;
    if (event.key === 'Escape' && !list.hidden) close();
    else if (event.key === 'ArrowDown' && last >= 0) choose(chosen >= last ? -1 : chosen + 1);
    else if (event.key === 'ArrowUp' && last >= 0) choose(chosen < 0 ? last : chosen - 1);
    else if (event.key === 'Enter' && chosen >= 0) submit(options[chosen]?.dataset.question ?? input.value);
    else return;
    event.preventDefault();
  });
  input.addEventListener('blur', close);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    submit(input.value);
  });
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    const isTyping = target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
    if (
      event.key !== '/' ||
      isTyping ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      form.closest('[hidden]') !== null
    )
      return;
    event.preventDefault();
    input.focus();
  });
  return { focus: () => input.focus() };
}

/** A suggestion with what is not yet typed set off, where it goes on as typed. */
function emphasised(suggestion: string, typed: string): (Node | string)[] {
  const start = typed.trimStart();
  if (start === '' || !suggestion.toLowerCase().startsWith(start.toLowerCase())) return [suggestion];
  return [suggestion.slice(0, start.length), element('b', {}, suggestion.slice(start.length))];
}
