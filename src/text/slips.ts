/**
 * How unlikely it is that a word was typed when another was meant: the cheapest way from one to the other, where every edit costs
 * about 1, slips that people make often cost less, and changes that make another word cost more.
 *
 * The order of the costs follows what is known of misspellings (Pollock & Zamora 1984; Kukich 1992, "Techniques for automatically
 * correcting words in text"): most have one error, hardly any in the first letter; letters left out come first, then wrong
 * vowels and doubled letters, then neighbours swapped. The figures were set on made-up slips in the notes' own words.
 */
export function slipCost(typed: string, word: string): number {
  let before: number[] = [];
  let above: number[] = [0];
  for (let j = 1; j <= word.length; j++) above.push((above[j - 1] ?? 0) + missing(word, j - 1));
  for (let i = 1; i <= typed.length; i++) {
    const row: number[] = [(above[0] ?? 0) + extra(typed, i - 1)];
    for (let j = 1; j <= word.length; j++) {
      let cost = (above[j - 1] ?? 0) + replaced(typed, i - 1, word, j - 1);
      cost = Math.min(cost, (above[j] ?? 0) + extra(typed, i - 1), (row[j - 1] ?? 0) + missing(word, j - 1));
      const swapped = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + SWAPPED + (j === 2 ? FIRST / 2 : 0));
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[word.length] ?? 0;
}

const SWAPPED = 0.6;
/** Added when the first letter is concerned. */
const FIRST = 0.6;
/** Added when only the end changes: that is more often another form or another word. */
const LAST = 0.3;
const DOUBLED = 0.4;
const VOWELS = new Set('aeiouy');

/** A letter of the word that was not typed. */
function missing(word: string, at: number): number {
  if (at === 0) return 0.9 + FIRST;
  const letter = word[at] ?? '';
  if (letter === word[at - 1]) return DOUBLED;
  const cost = letter === 'h' ? 0.6 : VOWELS.has(letter) ? 0.8 : 0.9;
  return at === word.length - 1 ? cost + LAST : cost;
}

/** A letter typed that the word does not have. */
function extra(typed: string, at: number): number {
  if (at === 0) return 1 + FIRST;
  if (typed[at] === typed[at - 1]) return DOUBLED;
  return at === typed.length - 1 ? 1 + LAST : 1;
}

function replaced(typed: string, i: number, word: string, j: number): number {
  const [a = '', b = ''] = [typed[i], word[j]];
  if (a === b) return 0;
  let cost = 1.3;
  if (VOWELS.has(a) && VOWELS.has(b)) cost = 0.7;
  else if (SAME_SOUND.has(a + b) || SAME_SOUND.has(b + a)) cost = 0.6;
  else if (NEIGHBOURS.has(a + b) || NEIGHBOURS.has(b + a)) cost = 1;
  if (i === 0 || j === 0) return cost + FIRST;
  return i === typed.length - 1 && j === word.length - 1 ? cost + LAST : cost;
}

const SAME_SOUND = new Set(['ck', 'cs', 'sz', 'kq', 'cq', 'fv', 'gj', 'vw', 'iy']);
/** Keys side by side on the usual keyboards. */
const NEIGHBOURS = new Set(
  ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((keys) => [...keys].slice(1).map((key, i) => `${keys[i]}${key}`)),
);
