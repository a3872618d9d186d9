/** A line break of running text: the offset at which the next line begins, and whether it was marked to stay. */
interface LineBreak {
  readonly offset: number;
  readonly hard: boolean;
}

/**
 * Finds the line breaks that end a thought, in text whose lines were not simply filled up: terse notes put one thought on
 * a line, without a full stop.
 *
 * A break may end a thought where the next line does not begin with a small letter, and the line does not stop amid a
 * phrase ("shown by", "Docker,"). It does so when it is marked (two spaces or a backslash); when the next line's first word
 * would still have fitted on the line, which an editor that fills lines never leaves, and this is so for at least half of
 * the paragraph; or when all lines are short and could each be a thought. A typed bullet ("•") always begins one.
 */
export function lineBreaks(text: string, breaks: readonly LineBreak[]): readonly number[] {
  // Where every line ends a sentence, there is nothing to find: so our own notes are written, and most lists.
  if (breaks.every(({ offset }) => STOP.test(text.charAt(offset - 2)))) return [];
  const lengths = [0, ...breaks.map(({ offset }) => offset)].map(
    (from, index) => (breaks[index]?.offset ?? text.length) - from,
  );
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  const lines = breaks.map(({ offset, hard }, index) => {
    const space = text.indexOf(' ', offset);
    const word = (space === -1 ? text.length : space) - offset;
    return { offset, hard, needed: (lengths[index] ?? 0) + word, ends: mayEnd(text, offset) };
  });
  const free = lines.filter(({ needed }) => needed <= Math.min(WIDEST, longest)).length;
  const terse = free * 2 >= lines.length;
  const listed = lines.every(({ needed, ends }) => needed <= WIDEST && ends);
  return lines
    .filter(({ offset, hard, needed, ends }) => {
      if (BULLET.test(text.charAt(offset))) return true;
      return ends && (hard || listed || (terse && needed <= Math.min(WIDEST, longest)));
    })
    .map(({ offset }) => offset)
    .filter((offset, index, all) => offset > 0 && offset < text.length && offset !== all[index - 1]);
}

/** Whether a thought may end before the line that begins at `offset`. */
function mayEnd(text: string, offset: number): boolean {
  if (/^\p{Ll}/u.test(text.slice(offset, offset + 2))) return false;
  const before = text.slice(Math.max(0, offset - 20), offset).trimEnd();
  const last = /[\p{L}']+$/u.exec(before)?.[0].toLowerCase() ?? '';
  return !/[,&+/(–-]$/.test(before) && !UNENDING.has(last);
}

const STOP = /[.!?]/;
/** Editors that fill lines fill them further than this. */
const WIDEST = 60;
const BULLET = /^[•◦▪‣●·]/u;
/** Words that no thought ends with. */
const UNENDING = new Set(
  `a an the of by to in on at for with from into and or but nor as if than that which who whose when while because is are was
   were be has have had this these those their his her its our your my not via per le la les de des du un une et à el los
   las y der die das und von mit`.split(/\s+/),
);
