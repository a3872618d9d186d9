import { termOf } from '../text/terms.js';

/**
 * How much a word of the question's frame matters, in [0, 1): words that nearly every question about a talk may use ("said",
 * "keynote") say little about what is looked for. Undefined for every other word.
 *
 * Takes a term. 0 means: leave it out.
 */
export function frameWeight(term: string): number | undefined {
  return FRAME.get(term);
}

const FRAME: ReadonlyMap<string, number> = new Map(
  (
    [
      [
        0,
        'exactly actually really honestly seriously basically currently already ok okay hey hi hello thanks thank thx pls plz please roughly approximately maybe perhaps lol um btw like just still even ever since supposed suppose apparently bother acc abt cuz coz iirc afaik imo tbh ngl gonna wanna gotta kinda sorta inc ltd corp ish',
      ],
      [
        0.1,
        'thing stuff happen know remember tell give get name list kind type sort anything something everything someone anyone everyone somebody anybody everybody nobody once whats whos lot bit way right according get',
      ],
      [
        0.2,
        'keynote session conference event talk speaker date year day month time city venue place people person number percentage percent reason question answer say mention discuss explain describe mean call go come do use one two three four five six seven eight nine ten twice trio couple pair both guy folk fellow fella chap bloke lady dude ppl conf morning afternoon evening back later earlier ago always often sometimes usually together instead rather quite almost nearly enough whole entire overall mainly mostly main vs versus similar similarity difference different differ compare comparison equivalent summarize summarise summary overview recap highlight highlights tldr',
      ],
      [
        0.35,
        'show demo demonstrate present stage announce announcement news speak tell think believe take make new first last claim argue quote state big biggest key major important top cool interesting notable part much many company',
      ],
    ] as const
  ).flatMap(([weight, words]) => words.split(' ').map((word): [string, number] => [termOf(word), weight])),
);
