import type { AnswerType, QuestionKind } from './query.js';

/** What a noun that is asked for ("which city", "how many plugins", "the price of") says of the answer. */
export interface NounClass {
  /** What a question with it asks for; absent when the question word decides. */
  readonly kind?: QuestionKind;
  readonly types: readonly AnswerType[];
}

/** The class of a noun, normalised but not stemmed; undefined for most nouns. */
export function nounClassOf(noun: string): NounClass | undefined {
  return NOUNS.get(noun) ?? (noun.endsWith('s') ? NOUNS.get(noun.slice(0, -1)) : undefined);
}

/** Singular nouns by what they ask for; a plural in -s is found by its singular. */
const CLASSES: readonly (readonly [NounClass, string])[] = [
  [
    { kind: 'person', types: ['person'] },
    'person people speaker presenter engineer developer founder cofounder ceo cto cfo coo vp president executive guest employee guy man men woman women folk author director manager architect maintainer panelist moderator leader analyst scientist professor doctor',
  ],
  [
    { types: ['company'] },
    'company companies vendor partner customer organisation organization firm agency agencies bank startup sponsor employer member corporation manufacturer retailer provider institution university universities',
  ],
  [
    { types: ['product'] },
    'product project tool software technology technologies plugin driver platform service library libraries framework language database editor app application',
  ],
  [
    { kind: 'place', types: ['place'] },
    'city cities venue place location country countries town hall hotel state room stage building continent county village region',
  ],
  [{ kind: 'date', types: ['date', 'year'] }, 'date day month'],
  [{ kind: 'date', types: ['year', 'date'] }, 'year decade century'],
  [{ kind: 'date', types: ['time', 'date'] }, 'time hour'],
  [{ kind: 'number', types: ['percent', 'number'] }, 'percentage percent share proportion fraction rate'],
  [{ kind: 'number', types: ['factor', 'number'] }, 'ratio factor growth increase speedup'],
  [
    { kind: 'number', types: ['number'] },
    'number amount count total attendance figure headcount quantity quantities population',
  ],
  [
    { kind: 'number', types: ['money', 'number'] },
    'price cost fee charge budget revenue funding discount salary turnover',
  ],
  [{ kind: 'number', types: ['duration', 'number'] }, 'duration length'],
  [{ kind: 'number', types: ['size', 'number'] }, 'size height weight width distance depth area'],
  [{ kind: 'fact', types: ['year', 'date', 'place'] }, 'conference edition event keynote'],
  [{ types: ['url'] }, 'url link address addresses website site webpage'],
  [{ types: ['code'] }, 'code command flag option keyword'],
  [{ types: ['version'] }, 'version release'],
  [{ types: ['quotation'] }, 'quote quotation slogan motto tagline phrase'],
  [{ kind: 'reason', types: ['reason'] }, 'reason rationale motivation motive purpose cause'],
  [{ kind: 'announcement', types: [] }, 'announcement news'],
  [{ kind: 'comparison', types: [] }, 'difference similarity similarities distinction comparison'],
];

const NOUNS: ReadonlyMap<string, NounClass> = new Map(
  CLASSES.flatMap(([noun, words]) => words.split(' ').map((word): [string, NounClass] => [word, noun])),
);
