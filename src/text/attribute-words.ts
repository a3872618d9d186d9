import { termSet } from './term-set.js';

/**
 * Whether a term is a word for a detail that a sentence tells in this very word or not at all: a colour, an interval, a brand. Other
 * words for the rest of the question do not make up for it.
 */
export const isAttributeWord = termSet(`
  colour color shade shape material font
  region zone interval frequency brand model make protocol syntax port algorithm license licence
  address phone email password username nickname surname birthday age salary degree nationality hometown accent religion
  score rating rank grade currency warranty deadline budget
  song album movie film book dish menu recipe drink car shirt outfit shoe hat tie hair breed
  seat row room floor gate flight airline
`);
