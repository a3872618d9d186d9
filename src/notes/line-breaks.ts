/** A line break of running text: the offset at which the next line begins, and whether it was marked to stay. */
interface LineBreak {
  readonly offset: number;
  readonly hard: boolean;
}

/**
 * Finds the line breaks that end a thought, in text whose lines were not simply filled up: terse notes put one thought on
 * a line, without a full stop.
 *
 * A break is free when the next line's first word would still have fitted on the line, which an editor that fills lines
 * never leaves. Where at least half of a paragraph's breaks are free, a free break ends a thought when the next line does
 * not begin with a small letter; where no line does, every break ends one. A marked break (two spaces or a backslash) needs
 * no such company, and a typed bullet ("•") begins a thought wherever it stands.
 */
export function lineBreaks(text: string, breaks: readonly LineBreak[]): readonly number[] {
  if (breaks.length === 0) return [];
  const offsets = breaks.map(({ offset }) => offset);
  const lengths = [0, ...offsets].map((from, index) => (offsets[index] ?? text.length) - from);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const width = Math.min(WIDEST, longest);
  const free = breaks.map(({ offset }, index) => {
    const space = text.indexOf(' ', offset);
    const word = (space === -1 ? text.length : space) - offset;
    return (lengths[index] ?? 0) + word <= width;
  });
  const terse = free.filter(Boolean).length * 2 >= breaks.length;
  const small = breaks.map(({ offset }) => /^\p{Ll}/u.test(text.slice(offset, offset + 2)));
  const listed = terse && !small.includes(true);
  return breaks
    .filter(({ offset, hard }, index) => {
      if (BULLET.test(text.charAt(offset))) return true;
      return listed || ((hard || (terse && free[index])) && !small[index]);
    })
    .map(({ offset }) => offset)
    .filter((offset, index, all) => offset > 0 && offset < text.length && offset !== all[index - 1]);
}

/** Editors that fill lines fill them further than this. */
const WIDEST = 60;
const BULLET = /^[•◦▪‣●·]/u;
