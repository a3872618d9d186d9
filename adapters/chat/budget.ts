import type { ExcerptPart } from '../../src/index.js';
import { cut } from './cut.js';

/** Room for words, in UTF-16 code units; what is shown uses it up. */
export interface Budget {
  left: number;
}

/** The beginning of a text that still fits, with an ellipsis where it is cut; at least one character. */
export function take(text: string, budget: Budget): string {
  const shown = cut(text, Math.max(budget.left, 1));
  budget.left -= shown === text ? text.length : budget.left;
  return shown;
}

/** A part of an excerpt as far as it fits, with the highlights that are still whole. */
export function takePart({ text, highlights }: ExcerptPart, budget: Budget): Pick<ExcerptPart, 'text' | 'highlights'> {
  const shown = take(text, budget);
  const end = shown === text ? text.length : shown.length - 1;
  return { text: shown, highlights: highlights.filter(([, to]) => to <= end) };
}

/** What of a list fits: the first always, and each further one while there is room left. `show` uses the room up. */
export function whileRoom<T, R>(items: readonly T[], budget: Budget, show: (item: T, index: number) => R): R[] {
  const shown: R[] = [];
  for (const [index, item] of items.entries()) {
    if (budget.left <= 0 && index > 0) break;
    shown.push(show(item, index));
  }
  return shown;
}

/** Gives each of several its share of a room; what one leaves over goes to those after it. All are shown. */
export function shareRoom<T, R>(
  room: number,
  items: readonly T[],
  show: (item: T, budget: Budget, index: number) => R,
): R[] {
  let left = room;
  return items.map((item, index) => {
    const share = Math.floor(left / (items.length - index));
    const budget = { left: share };
    const shown = show(item, budget, index);
    left -= share - budget.left;
    return shown;
  });
}
