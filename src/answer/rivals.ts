import type { Note } from '../notes/note.js';
import type { RankedSentence } from '../search/ranking.js';

/** How far everything else lies behind the best sentence, in the ranking's score; a field without rivals speaks for an answer. */
export interface Lead {
  /** Over the third best sentence, wherever it stands; at most {@link FAR}. */
  readonly overThird: number;
  /** Over the best sentence of the fifth best passage; at most {@link FAR}. */
  readonly overFifthPassage: number;
  /** Over the best sentence of another day or event than its own; at most {@link FAR_DAY}. */
  readonly overOtherDays: number;
  /** The same, of another note. */
  readonly overOtherNotes: number;
  /** Share of the next {@link NEXT_PASSAGES} passages whose best sentence lies less than {@link NEAR} behind. */
  readonly rivals: number;
}

/** Measures it on sentences ranked best first; there is at least one. */
export function leadOf(ranked: readonly RankedSentence[]): Lead {
  const best = bestOfPassages(ranked.filter((next, i) => i === 0 || !tellsEdition(ranked[0] as RankedSentence, next)));
  const [top, ...others] = best as [RankedSentence, ...RankedSentence[]];
  // Where next to nothing is found, few notes are as good a reason for it as a good answer.
  const alone = top.evidence.coverageInContext;
  const behind = (next: RankedSentence | undefined, far: number, none = far * alone) =>
    next === undefined ? none : Math.min(far, top.score - next.score);
  const rivals = others.filter((next) => top.score - next.score < NEAR).length;
  return {
    overThird: behind(ranked[2], FAR),
    overFifthPassage: behind(best[4], FAR),
    overOtherDays: behind(
      others.find((next) => !isSameDay(next, top)),
      FAR_DAY,
      // Notes that name neither day nor event have no others.
      FAR_DAY,
    ),
    overOtherNotes: behind(
      others.find(({ passage }) => noteOf(passage) !== noteOf(top.passage)),
      FAR_DAY,
    ),
    rivals: rivals / NEXT_PASSAGES,
  };
}

/** Behind which a sentence is no rival at all. */
const FAR = 6;
const FAR_DAY = 5;
const NEAR = 5;
const NEXT_PASSAGES = 11;

/** The best sentence of each of the best passages. */
function bestOfPassages(ranked: readonly RankedSentence[]): RankedSentence[] {
  const best = new Map<RankedSentence['passage'], RankedSentence>();
  for (const sentence of ranked) {
    if (best.has(sentence.passage)) continue;
    best.set(sentence.passage, sentence);
    if (best.size > NEXT_PASSAGES) break;
  }
  return [...best.values()];
}

/** Many a passage tells when and where an edition took place: they are no rivals. */
function tellsEdition(top: RankedSentence, next: RankedSentence): boolean {
  return top.evidence.editionFact > 0 && next.evidence.editionFact > 0;
}

function isSameDay({ passage: a }: RankedSentence, { passage: b }: RankedSentence): boolean {
  const [one, other] = [noteOf(a), noteOf(b)];
  return one.event === other.event && one.day === other.day;
}

function noteOf({ candidate }: RankedSentence['passage']): Note {
  return candidate.entry.note;
}
