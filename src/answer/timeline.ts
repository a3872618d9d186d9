import type { Query } from '../question/query.js';
import type { RankedSentence } from '../search/ranking.js';
import { type Span, shownLength } from './span.js';
import { spanOf } from './unit.js';

/**
 * Whether a question asks about several editions at once: "which DockerCons had ...", "how did it grow over the years",
 * "in both 2015 and 2017".
 */
export function asksAcrossEditions({ standalone, scope }: Query): boolean {
  const asked = standalone.slice(0, 400);
  return (scope.years.length > 1 && scope.city === undefined) || ACROSS.some((pattern) => pattern.test(asked));
}

/**
 * The best sentence of each edition, in order of date: what is shown for a question across editions.
 *
 * Editions whose best sentence lies far behind are left out, and the weakest ones where the whole would grow too long; at most
 * {@link MOST_EDITIONS}. Fewer than two editions make no timeline: then the outcome is empty.
 */
export function timeline(ranked: readonly RankedSentence[], { scope }: Query): Span[] {
  const [top] = ranked;
  if (top === undefined) return [];
  const margin = scope.years.length > 1 ? NAMED_MARGIN : MARGIN;
  const best = new Map<string, RankedSentence>();
  for (const sentence of ranked) {
    if (top.score - sentence.score > margin) break;
    const edition = editionOf(sentence);
    if (edition === undefined) continue;
    const known = best.get(edition);
    // Where only dates or places are asked for, front matter tells them of every edition alike.
    if (known === undefined || (isField(sentence) && !isField(known))) best.set(edition, sentence);
  }
  const chosen: { edition: string; span: Span }[] = [];
  for (const [edition, sentence] of best) {
    const span = spanOf(sentence, 'comparison');
    const all = [...chosen.map((one) => one.span), span];
    if (shownLength(all) > LONGEST || chosen.length === MOST_EDITIONS) continue;
    chosen.push({ edition, span });
  }
  if (chosen.length < 2) return [];
  return chosen.sort((a, b) => (a.edition < b.edition ? -1 : 1)).map(({ span }) => span);
}

/** The front-matter field that is asked for. */
function isField({ evidence }: RankedSentence): boolean {
  return evidence.fieldAsked > 0;
}

/** Patterns apart: as alternatives of a single one they take several times as long to compile. */
const ACROSS: readonly RegExp[] = [
  /\b(?:which|what) (?:\w+ )?(?:years|cities|venues|countries)\b/i,
  /\b(?:which|what|how many) (?:\w*cons|editions|conferences|keynotes|events)\b/i,
  /\b(?:over|through|across) the (?:years|editions|conferences)\b/i,
  /\b(?:every|each) (?:year|edition|\w*con)\b/i,
  /\b(?:from|by) (?:year|edition|\w*con) to (?:year|edition|\w*con)\b/i,
  /\b(?:at|in) which (?:\w*con|edition|conference|year)s?\b/i,
  /\b\w*cons\b.*\b(?:all|both|which|any)\b/i,
  /\bhow (?:did|has|have)\b.*\b(?:grow|grown|change|changed|evolve|evolved|develop|developed|increase|increased)\b/i,
  /\b(?:all|european|american|past|previous|earlier|other) (?:the )?(?:\w{3,}cons|editions|conferences|events)\b/i,
  /\btimeline\b/i,
  /\bin both\b/i,
];

/** How far behind the best sentence's score an edition's best may lie. */
const MARGIN = 6;
/** The same where the question itself names the years. */
const NAMED_MARGIN = 12;
/** Characters, as for every long answer. */
const LONGEST = 900;
const MOST_EDITIONS = 6;

/** A key that sorts by date: the note's date, or its year; and the event, because a year may have two. */
function editionOf({ passage }: RankedSentence): string | undefined {
  const { note, section } = passage.candidate.entry;
  const year = section.edition ?? note.edition;
  const event = section.event ?? note.event;
  if (year === undefined) return undefined;
  const isEuropean = /\b(?:EU|Europe)\b/.test(event ?? '');
  return `${year} ${isEuropean ? '2' : '1'} ${event ?? ''}`;
}
