/**
 * Finds the known key that a key was probably meant to be: one letter differs (two in keys of six letters or more), is
 * missing, too many, or two neighbours are swapped. Undefined where it is known, usual elsewhere, or like none.
 */
export function meantKey(key: string): string | undefined {
  const written = key.toLowerCase();
  if (written.length > 20 || OURS.includes(written) || USUAL.has(written)) return undefined;
  const most = written.length >= 6 ? 2 : 1;
  let best: string | undefined;
  let least = most + 1;
  for (const known of OURS) {
    const distance = distanceOf(written, known);
    if (distance < least) [best, least] = [known, distance];
  }
  return best;
}

/** Optimal string alignment distance (Damerau-Levenshtein without overlapping swaps). */
function distanceOf(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same);
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      next.push(cost);
    }
    [before, last] = [last, next];
  }
  return last[b.length] ?? 0;
}

/** Keys that are read. */
const OURS =
  `title event edition year day date dates city venue location author authors speakers url permalink aliases tags
  categories draft hidden published`.split(/\s+/);

/** Keys of Hugo, Jekyll and other site generators, which mean what they say. */
const USUAL = new Set(
  `tag category type name slug id guid lang image images video videos audio layout comments comment menu weight series
   topic topics theme time update updated lastmod modified created keywords description summary excerpt cover classes toc
   math status state draught source sources sitemap resources outputs markup cascade expirydate publishdate pubdate
   linktitle iscjklanguage link links ref redirect_from header footer sidebar share related pin pinned featured license
   canonical canonical_url canonicalurl subtitle param params data place places country state region role roles`.split(
    /\s+/,
  ),
);
