import type { Answer, Citation, ExplainedHit } from '../../src/index.js';

/** What stands around an answer. */
export interface Surroundings {
  /** What the answer cites, or for want of an answer the nearest. */
  readonly citations: readonly Citation[];
  /** The passages that they are taken from, each once. */
  readonly passages: readonly { readonly citation: Citation; readonly passage: string }[];
  /** The best of what was found elsewhere, each sentence once. */
  readonly runnersUp: readonly ExplainedHit[];
}

/** Most that is shown of each: more is no longer near. */
const MOST_PASSAGES = 3;
const MOST_RUNNERS_UP = 4;

/** What stands around an answer that was asked for with its explanation. */
export function surroundingsOf(answer: Answer): Surroundings {
  const citations = answer.answered ? answer.citations : answer.nearest;
  const hits = answer.explanation?.hits ?? [];
  const passages = passagesAround(citations, hits).slice(0, MOST_PASSAGES);
  const shown = new Set(passages.map(({ passage }) => passage));
  const others = hits.filter(({ passage }) => !shown.has(passage));
  const runnersUp = [...new Map(others.map((hit) => [hit.sentence, hit])).values()].slice(0, MOST_RUNNERS_UP);
  return { citations, passages, runnersUp };
}

function passagesAround(citations: readonly Citation[], hits: readonly ExplainedHit[]): Surroundings['passages'] {
  const found = new Map<string, { readonly citation: Citation; readonly passage: string }>();
  for (const citation of citations) {
    const hit = hits.find((hit) => hit.note === citation.note && overlap(hit.lines, citation.lines));
    if (hit !== undefined && !found.has(hit.passage)) found.set(hit.passage, { citation, passage: hit.passage });
  }
  return [...found.values()];
}

function overlap(a: ExplainedHit['lines'], b: ExplainedHit['lines']): boolean {
  return a.from <= b.to && b.from <= a.to;
}
