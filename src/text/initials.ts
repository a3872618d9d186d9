/**
 * The term for initials that lose their meaning with their capitals or stops: "US" is not "us", and "U.S." is the same. Takes the word as
 * written or normalised; undefined for every other word.
 */
export function termOfInitials(word: string): string | undefined {
  return INITIALS.get(word);
}

const INITIALS: ReadonlyMap<string, string> = new Map([
  ['US', 'usa'],
  ['u.s', 'usa'],
  ['u.s.a', 'usa'],
  ['u.k', 'uk'],
  ['u.n', 'un'],
  ['e.u', 'eu'],
  ['d.c', 'dc'],
]);
