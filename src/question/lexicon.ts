import { nearWordsOf } from '../text/near-words.js';
import { organisationsCalled } from '../text/organisations.js';
import type { Synonym } from '../text/stand-ins.js';
import { phraseOf, synonymsOf } from '../text/synonyms.js';
import { familyOf } from '../text/word-families.js';
import { answerTypesOf } from './answer-types.js';
import { kindOf } from './kind.js';

/**
 * What is known of English words and of the wording of questions, beyond what the notes show: all of it data. So that it can be
 * measured what it is worth, an engine can do without; see {@link EngineOptions.lexicon}.
 */
export interface Lexicon {
  readonly synonymsOf: (term: string) => readonly Synonym[];
  readonly phraseOf: (first: string, second: string) => readonly Synonym[];
  readonly organisationsCalled: typeof organisationsCalled;
  readonly nearWordsOf: (term: string) => readonly Synonym[];
  readonly familyOf: (term: string) => readonly Synonym[];
  readonly kindOf: typeof kindOf;
  readonly answerTypesOf: typeof answerTypesOf;
}

/** What this project knows of English. */
export const ENGLISH: Lexicon = {
  synonymsOf,
  nearWordsOf,
  phraseOf,
  organisationsCalled,
  familyOf,
  kindOf,
  answerTypesOf,
};

/** Nothing: every word stands for itself, and every question asks for just any fact. */
export const EMPTY_LEXICON: Lexicon = {
  synonymsOf: () => [],
  phraseOf: () => [],
  organisationsCalled: () => ({ names: [], pair: false }),
  nearWordsOf: () => [],
  familyOf: () => [],
  kindOf: () => undefined,
  answerTypesOf: () => [],
};
