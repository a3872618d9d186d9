/**
 * What speaks for a sentence being the answer. Every member is a plain number, most of them shares from 0 to 1 of the
 * question's importance (the sum of its terms' inverse frequencies), so that long and short questions compare.
 *
 * The kinds of evidence are those found to help most in order of their gain when ranking the sentences of encyclopedia
 * paragraphs for real questions (bench/README.md): coverage, passage score, headings, names and numbers, neighbouring
 * words, answer type, context.
 */
export interface Evidence {
  // Of the passage, together with the headings it stands under.

  /** The index's score, divided by the question's importance. */
  readonly passageScore: number;
  /** The index's score as a share of the best candidate's. */
  readonly passageRank: number;
  /** Importance found in the headings and the note's title. */
  readonly headingCoverage: number;
  /** Importance found in the passage. */
  readonly passageCoverage: number;
  /** Importance found in the passage or its headings. */
  readonly placeCoverage: number;
  /** The same with importance squared, which makes the rarest terms decide. */
  readonly placeCoverageRare: number;
  /** Importance of names found in the passage or its headings, as a share of the whole question's. */
  readonly placeNames: number;
  /** The same for figures. */
  readonly placeFigures: number;
  /** The same for the head noun of what is asked for. */
  readonly placeFocus: number;
  /** Importance, found in the passage, of terms that five passages or fewer hold. */
  readonly passageRareTerms: number;
  /** Share of the question's neighbouring word pairs that stand near each other in some sentence of the passage. */
  readonly passagePairs: number;
  /** Best coverage of any sentence in the passage. */
  readonly passageBestSentence: number;
  /** Coverage by words that share a long beginning with a term that the passage lacks. */
  readonly passageKin: number;
  /** How much of all candidates' score falls to passages of the same note, as a share of the note that has most. */
  readonly noteShare: number;
  /** The same, absolute. */
  readonly noteScore: number;
  /** Natural logarithm of the passage's number of content words, plus one. */
  readonly passageLength: number;
  /** Rarity found in the passage or its headings, as a share of the question's, whatever the terms mean to the question. */
  readonly placeRarity: number;
  /** Share of the question's terms found in the passage or its headings. */
  readonly placeTerms: number;
  /** Importance found in the passage or its headings, by how rare the terms are in its note, of the terms that the note knows. */
  readonly placeInNote: number;
  /** The same, found in the passage itself. */
  readonly passageInNote: number;
  /** Importance, found in the passage before or behind. */
  readonly passageBefore: number;
  readonly passageAfter: number;
  /** The same, of terms that the passage and its headings lack. */
  readonly missedBefore: number;
  readonly missedAfter: number;
  /** The same, of names, found in the passage before. */
  readonly missedNamesBefore: number;
  /** Importance of the heaviest term that the passage and its headings lack. */
  readonly heaviestMissed: number;
  /** Share of the question's pairs of words, stop words included, that some sentence of the passage has side by side. */
  readonly passageWordPairs: number;

  // Of the sentence.

  /** Importance found in the sentence. */
  readonly coverage: number;
  /** Importance found in the sentence or its headings. */
  readonly coverageWithHeadings: number;
  /** The same, squared. */
  readonly coverageSquared: number;
  /** Importance found in the sentence, where terms that already stand in the headings do not count on either side. */
  readonly coverageBeyondHeadings: number;
  /** Importance found in the sentence, its headings, or what leads to it; further neighbours count in part. */
  readonly coverageInContext: number;
  /** Importance of the figures found in the sentence. */
  readonly figures: number;
  /** Importance of the head noun of what is asked for, found in the sentence. */
  readonly focus: number;
  /** Importance of the other words, not names, found in the sentence. */
  readonly words: number;
  /** Coverage of the sentence before. */
  readonly before: number;
  /** Best coverage of any other sentence in the passage. */
  readonly otherSentences: number;
  /** 1 when no sentence of the passage covers more. */
  readonly bestOfPassage: number;
  /** Length of the longest run of words, stop words included, that question and sentence share; as a share of the question. */
  readonly sharedRun: number;
  /** Share of the question's pairs and of its runs of three words, stop words included, that the sentence has. */
  readonly wordPairs: number;
  readonly wordTriples: number;
  /** Number of the question's stop words that the sentence has, as a share of all its words. */
  readonly stopWords: number;
  /** Rarity found in the sentence, as {@link placeRarity}. */
  readonly rarity: number;
  /** Share of the question's terms found in the sentence. */
  readonly termsFound: number;
  /** Importance found in the sentence, by how rare the terms are in its note, as {@link placeInNote}. */
  readonly inNote: number;
  /** Importance found in the very form in which it was typed. */
  readonly exact: number;
  /** Coverage, less for a long sentence: divided by the root of 1 + a tenth of its content words. */
  readonly density: number;
  /** See {@link FocusEvidence} in focus-evidence.ts. */
  readonly focusName: number;
  readonly focusFigure: number;
  readonly focusQualified: number;
  /** Importance of found terms, each divided by its distance to the nearest other found term. */
  readonly proximity: number;
  /** Coverage by words that share a long beginning with a term that the sentence lacks. */
  readonly kin: number;
  /** Natural logarithm of the number of content words, plus one. */
  readonly length: number;
  /** 1 for the first sentence of the passage. */
  readonly first: number;
  /** 1 for a sentence that is a question itself. */
  readonly asks: number;
  /** Number of content words that the question does not hold, up to six, divided by six; where any sentence may answer. */
  readonly news: number;
  /** The same where "what is X" is asked: a line that hardly says more than X explains nothing. */
  readonly newsOfThing: number;

  // Of the kind of thing that is asked for; 0 where the question asks for another kind.

  /** A person, company or place is asked for, and the sentence holds a name that the question does not. */
  readonly holdsPerson: number;
  readonly holdsPlace: number;
  /** A figure is asked for and held. */
  readonly holdsFigure: number;
  /** A share or multiple is asked for and held. */
  readonly holdsRatio: number;
  /** An amount of money is asked for and held. */
  readonly holdsMoney: number;
  /** A date is asked for and held. */
  readonly holdsDate: number;
  /** A time of day is asked for and held. */
  readonly holdsClock: number;
  /** A web address is asked for and held. */
  readonly holdsAddress: number;
  /** A reason is asked for, and a word such as "because" is held. */
  readonly holdsReason: number;
  // Of the question's form; see question-fit.ts.

  /** "What is X" is asked, and the sentence explains X; from 0 to 1. */
  readonly defines: number;
  /** Several things are asked for, and the sentence leads into a list of them: how well it holds the word for them, from 0 to 1; 1 where no word is. */
  readonly leadsList: number;
  /** Several things are asked for, and the sentence itself counts them up: its separators, up to four, divided by four. */
  readonly enumerates: number;
  /** Several persons or companies are asked for, and the sentence counts up names: their number, up to four, divided by four. */
  readonly listsNames: number;
  /** "How many X", and the sentence holds X; from 0 to 1. */
  readonly countsFocus: number;
  /** A front-matter field. */
  readonly field: number;
  /** An edition is asked about without naming a region, and the place belongs to one without region: 1, or 2 where its name is said. */
  readonly plainEdition: number;
  /** A day is asked about, and the place tells that it is of that day, rather than of no day in particular. */
  readonly sameDay: number;
  /** Somebody's words are asked for, and the sentence tells that somebody said something. */
  readonly quotation: number;
  /** A person is asked for, and a person's name stands before the words of what was done; from 0 to 1. */
  readonly agent: number;
  /** A person is asked for, and the passage is a line that names who spoke. */
  readonly byline: number;
  /** Neither persons nor their words are asked for, and the passage is such a line: it says nothing. */
  readonly onlyNames: number;
  /** The sentence is in another language than the question seems to be. */
  readonly foreign: number;
  /** A date or place is asked for, and the passage is the front-matter field that gives it. */
  readonly fieldAsked: number;
  /** Share of the sentence's words that belong to web addresses, unless an address is asked for. */
  readonly addresses: number;
  /** Nothing but an edition's date or place is asked for, and the sentence says when or where it is. */
  readonly editionFact: number;
  /** The sentence only says what its sources do not tell. */
  readonly denies: number;
  /** The sentence says no more than the question does. */
  readonly echo: number;
  /** The sentence asks what the question asks: what follows it is probably the answer. */
  readonly asksTheSame: number;

  /** How near the thing asked for stands to the found terms: their importance, falling with the distance. */
  readonly answerProximity: number;
}

/** The names of all evidence, in one fixed order. */
export type EvidenceName = keyof Evidence;
