import { contributions } from '../search/ranking.js';
import type { Explanation } from './answer.js';
import type { Found } from './look-up.js';

/** Tells what was looked for, and the best sentences with what spoke for each. */
export function explanationOf({ matcher, ranked }: Found): Explanation {
  return {
    terms: matcher.terms.map(({ text, term, importance }) => ({ text, term, weight: importance })),
    hits: ranked.slice(0, MAX_EXPLAINED).map((ranking) => {
      const { passage, index, score } = ranking;
      const { note, passage: cited } = passage.candidate.entry;
      const sentence = cited.sentences[index];
      return {
        note: note.path,
        lines: sentence?.lines ?? cited.lines,
        sentence: sentence?.text ?? '',
        passage: cited.sentences.map(({ text }) => text).join(' '),
        score,
        features: contributions(ranking),
      };
    }),
  };
}

const MAX_EXPLAINED = 10;
