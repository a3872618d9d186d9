import { termOf } from './terms.js';

/**
 * Whether a term is one of a list of words, parted by white space. They are stemmed when first asked about: that takes some milliseconds
 * for a long list, which most questions need not wait for.
 */
export function termSet(words: string): (term: string) => boolean {
  let terms: ReadonlySet<string> | undefined;
  return (term) => {
    terms ??= new Set(words.trim().split(/\s+/).map(termOf));
    return terms.has(term);
  };
}
