import { byId } from './element.js';

const KEY = 'theme';

/** Lets the person choose light or dark; until then it is as their system wants. The choice is kept in this browser. */
export function startTheme(): void {
  const root = document.documentElement;
  const kept = read();
  if (kept !== undefined) root.dataset.theme = kept;
  const toggle = byId('theme');
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ?? (dark.matches ? 'dark' : 'light')) === 'dark';
  const label = () => toggle.setAttribute('aria-label', isDark() ? 'Use light colours' : 'Use dark colours');
  toggle.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    keep(root.dataset.theme);
    label();
  });
  dark.addEventListener('change', label);
  label();
}

/** A browser may forbid to keep anything. */
function read(): string | undefined {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : undefined;
  } catch {
    return undefined;
  }
}

function keep(theme: string): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch {
    // Then it holds until the page is left.
  }
}
