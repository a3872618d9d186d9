import { expect, test } from 'vitest';
import type { Evidence, EvidenceName } from '../../../src/search/evidence.js';
import { scoreOfPassage, scoreOfSentence } from '../../../src/search/score.js';
import { WEIGHTS } from '../../../src/search/weights.js';

const NAMES = Object.keys(WEIGHTS) as EvidenceName[];

/** The evidence that is named, and nothing else. */
function only(name: EvidenceName): Evidence {
  return { ...(Object.fromEntries(NAMES.map((other) => [other, 0])) as unknown as Evidence), [name]: 1 };
}

test.each(NAMES)('%s counts what its weight says, in the score of passages or of sentences', (name) => {
  const evidence = only(name);
  expect(scoreOfPassage(evidence) + scoreOfSentence(evidence)).toBe(WEIGHTS[name]);
});
