/** A short form and what it stands for, both as written. */
export interface Abbreviation {
  readonly short: string;
  readonly long: string;
}

/**
 * Abbreviations that a text explains itself: "Docker Trusted Registry (DTR)" and "DTR (Docker Trusted Registry)".
 *
 * After Schwartz & Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", PSB 2003: the
 * letters of the short form must be found in the long form from right to left, the first at the beginning of a word. Linear in
 * the length of the text but for the few words around each parenthesis.
 */
export function abbreviationsIn(text: string): readonly Abbreviation[] {
  const found: Abbreviation[] = [];
  for (let open = text.indexOf('('); open !== -1; open = text.indexOf('(', open + 1)) {
    const close = text.indexOf(')', open);
    if (close === -1) break;
    if (close - open > LONGEST_LONG) continue;
    const inside =
      text
        .slice(open + 1, close)
        .split(/[;,]/)[0]
        ?.trim() ?? '';
    const before = text.slice(Math.max(0, open - LONGEST_LONG), open).trim();
    const abbreviation = isShortForm(inside) ? longBefore(inside, before) : shortBefore(before, inside);
    if (abbreviation !== undefined) found.push(abbreviation);
  }
  return found;
}

/** Longest long form looked at, in characters: ten words of ten letters. */
const LONGEST_LONG = 110;
/** A short form has 2 to 10 characters, at most two words, a letter, and begins with a letter or digit (Schwartz & Hearst, 2.1). */
const SHORT_FORM = /^[\p{L}\p{N}][\p{L}\p{N}/&.+-]{1,9}$|^[\p{L}\p{N}]{1,5} [\p{L}\p{N}]{1,4}$/u;

function isShortForm(text: string): boolean {
  return (
    text.length <= 10 &&
    SHORT_FORM.test(text) &&
    /\p{Lu}/u.test(text) &&
    (text.match(/[\p{Lu}\p{N}]/gu)?.length ?? 0) * 2 >= text.replace(/[^\p{L}\p{N}]/gu, '').length
  );
}

/** "Long Form (SHORT)": at most min(|A| + 5, 2 |A|) words before the parenthesis belong to it. */
function longBefore(short: string, before: string): Abbreviation | undefined {
  const initials = initialsEnd(short, before);
  if (initials !== undefined && isLongForm(short, initials)) return { short, long: initials };
  const words = before.split(/\s+/);
  const most = Math.min(short.length + 5, short.length * 2);
  const long = matchingEnd(short, words.slice(-most).join(' '));
  return long === undefined || !isLongForm(short, long) ? undefined : { short, long };
}

/**
 * The end of a text whose words begin with the letters of an abbreviation in capitals, small words left out. Tried first, because
 * from right to left "SS" is found in "Sensors" alone.
 */
function initialsEnd(short: string, text: string): string | undefined {
  if (!/^\p{Lu}{2,}$/u.test(short)) return undefined;
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  let k = short.length - 1;
  for (let i = words.length - 1; i >= 0; i--) {
    const [word] = words[i] ?? [''];
    if (word[0]?.toUpperCase() === short[k]) {
      if (k === 0) return text.slice(words[i]?.index);
      k--;
    } else if (!SMALL.has(word)) return undefined;
  }
  return undefined;
}

const SMALL: ReadonlySet<string> = new Set(['of', 'for', 'the', 'and', 'in', 'a', 'as', 'to', 'on']);

/** "SHORT (Long Form)". */
function shortBefore(before: string, inside: string): Abbreviation | undefined {
  const short = before.split(/\s+/).at(-1) ?? '';
  if (!isShortForm(short)) return undefined;
  const long = matchingEnd(short, inside);
  return long === undefined || long.length !== inside.length || !isLongForm(short, long) ? undefined : { short, long };
}

/** A long form has more than one word or is clearly longer, and does not hold the short form as a word. */
function isLongForm(short: string, long: string): boolean {
  const words = long.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return long.length > short.length + 1 && !words.includes(short.toLowerCase()) && !/[.!?;:"]\s|[()]|:\/\//.test(long);
}

/** The shortest end of a text that holds the letters of a short form in order, its first letter at the start of a word. */
function matchingEnd(short: string, text: string): string | undefined {
  let at = text.length - 1;
  for (let k = short.length - 1; k >= 0; k--) {
    const letter = short[k]?.toLowerCase() ?? '';
    if (!/[\p{L}\p{N}]/u.test(letter)) continue;
    while (at >= 0 && (text[at]?.toLowerCase() !== letter || (k === 0 && /[\p{L}\p{N}]/u.test(text[at - 1] ?? ''))))
      at--;
    if (at < 0) return undefined;
    at--;
  }
  return text.slice(text.lastIndexOf(' ', at + 1) + 1).replace(/^["'“(]+/, '');
}
