import type { Scope } from '../question/query.js';
import type { Place } from './passage-index.js';

/** Whether a question restricts where the answer may come from. */
export function isScoped(scope: Scope): boolean {
  return scope.years.length > 0 || scope.day !== undefined || scope.europe !== undefined;
}

/** Whether a place is one that the question asks about. A place that says nothing of its day may be any day of its edition. */
export function isInScope(scope: Scope, { note, section }: Place): boolean {
  if (scope.years.length > 0 && !scope.years.includes(section.edition ?? note.edition ?? Number.NaN)) return false;
  const day = section.day ?? note.day;
  if (scope.day !== undefined && day !== undefined && day !== scope.day) return false;
  return scope.europe === undefined || scope.europe === isEuropean(section.event ?? note.event);
}

function isEuropean(event: string | undefined): boolean {
  return event !== undefined && /\b(?:EU|Europe)\b/.test(event);
}
