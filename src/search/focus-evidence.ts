import { markIn, type Word } from '../text/terms.js';
import { type AnalysedSentence, TRAIT } from './analysis.js';
import { hasMark } from './marks.js';
import type { Sought } from './sought.js';

/** What stands beside the head noun of what is asked for: "Lake George" for "which lake", "16,000 species" for "how many species". */
export interface FocusEvidence {
  /** A name that the question lacks stands beside it; from 0 to 1, the nearer the more. */
  readonly focusName: number;
  /** A figure is asked for and stands before it; from 0 to 1, the nearer the more. */
  readonly focusFigure: number;
  /** A plain word that the question lacks stands right beside it: "a humid subtropical climate" for "what climate". */
  readonly focusQualified: number;
}

/** Looks at the words around each place where a sentence has the focus or a word that stands for it. */
export function focusEvidence(sentence: AnalysedSentence, sought: Sought): FocusEvidence {
  if (sought.focus < 0) return NOTHING;
  const { words, signatures, traits } = sentence;
  const { matcher, query } = sought;
  const counts = query.kind === 'number';
  const open = !counts && !TYPED.has(query.kind);
  let name = 0;
  let figure = 0;
  let qualified = 0;
  for (let i = 0; i < words.length; i++) {
    if (!hasMark(matcher.marks, markIn(signatures[i] as number))) continue;
    if (matcher.lookup.get((words[i] as Word).term)?.some(({ index }) => index === sought.focus) !== true) continue;
    for (let j = Math.max(0, i - REACH); j < Math.min(words.length, i + REACH); j++) {
      if (j === i || sought.asked.at.has((words[j] as Word).term)) continue;
      const bits = traits[j] as number;
      const distance = Math.abs(j - i);
      const capital = (bits & TRAIT.capital) !== 0;
      if (counts) {
        if ((bits & (TRAIT.figure | TRAIT.numeral)) !== 0 && j < i) figure = Math.max(figure, 1 / distance);
        continue;
      }
      if ((bits & TRAIT.stop) !== 0) continue;
      if (capital && j > 0) name = Math.max(name, 1 / distance);
      if (open && !capital && distance === 1) qualified = 1;
    }
  }
  return { focusName: name, focusFigure: figure, focusQualified: qualified };
}

const NOTHING: FocusEvidence = { focusName: 0, focusFigure: 0, focusQualified: 0 };
/** Words before the focus that are looked at; one fewer behind it. */
const REACH = 3;
/** Kinds of questions whose answers are told by other signs. */
const TYPED: ReadonlySet<Sought['query']['kind']> = new Set(['date', 'person', 'place', 'reason']);
