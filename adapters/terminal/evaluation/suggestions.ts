import type { Answer, OpenEngine, SuggestedQuestion } from '../../../src/index.js';
import { printable } from '../printable.js';

/** A question that is offered although it is not answered from where it was found. */
export interface Misleading {
  readonly question: string;
  /** Where it was found: `note:line`. */
  readonly found: readonly string[];
  /** What its answer cites, `note:line`; empty when it is not answered. */
  readonly cited: readonly string[];
}

/** How the questions do that the engine offers of its own: while one types, below answers, as examples. */
export interface SuggestionAudit {
  /** How many are offered. */
  readonly offered: number;
  /** How many were found in the notes and are not offered, because the engine itself saw that they are not answered from there. */
  readonly kept: number;
  readonly misleading: readonly Misleading[];
}

/** Asks every question that the engine offers, as a person would who presses it. */
export async function auditSuggestions(engine: Pick<OpenEngine, 'ask' | 'suggestions'>): Promise<SuggestionAudit> {
  const all = await engine.suggestions();
  const offered = all.filter((suggested) => suggested.offered);
  const misleading: Misleading[] = [];
  for (const { question, places } of offered) {
    const answer = await engine.ask(question);
    if (isAnsweredFrom(places, answer)) continue;
    misleading.push({
      question,
      found: places.map(({ note, lines }) => `${note}:${lines.from}`),
      cited: answer.answered ? answer.citations.map(({ note, lines }) => `${note}:${lines.from}`) : [],
    });
  }
  return { offered: offered.length, kept: all.length - offered.length, misleading };
}

/** The audit as text; ends with a line feed. */
export function auditReport({ offered, kept, misleading }: SuggestionAudit): string {
  const lines = [
    `${offered} suggestions, ${offered - misleading.length} answered from where they were found`,
    `${kept} more were found, and are not offered because they are not answered from there`,
    ...misleading.flatMap(({ question, found, cited }) => [
      '',
      question,
      `  found     ${found.join(', ')}`,
      `  answered  ${cited.length === 0 ? 'no' : cited.join(', ')}`,
    ]),
  ];
  return `${lines.map((line) => printable(line)).join('\n')}\n`;
}

/** Whether an answer shows one of the places: a line of it, its section, or for front matter its note. */
function isAnsweredFrom(places: SuggestedQuestion['places'], answer: Answer): boolean {
  if (!answer.answered) return false;
  return answer.citations.some((cited) =>
    places.some(({ note, lines, section }) => {
      if (cited.note !== note) return false;
      const shares = cited.lines.from <= lines.to && lines.from <= cited.lines.to;
      return section === undefined || shares || section.join('\n') === cited.section.join('\n');
    }),
  );
}
