import type { Problem } from './note.js';

/** Takes note of something wrong with one note. */
export type Report = (line: number, severity: Problem['severity'], rule: string, message: string) => void;

/** Collects the problems of one note. */
export function createReport(path: string): { report: Report; problems: Problem[] } {
  const problems: Problem[] = [];
  return {
    problems,
    report: (line, severity, rule, message) => problems.push({ path, line, severity, rule, message }),
  };
}

/** By path, then line, then rule: the order in which an author mends them. */
export function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort(
    (a, b) => compare(a.path, b.path) || a.line - b.line || compare(a.rule, b.rule) || compare(a.message, b.message),
  );
}

/** Puts what a note says into a message: on one line, bounded, in quotation marks, without control characters. */
export function seen(text: string): string {
  const plain = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  const characters = [...plain.slice(0, 200)];
  return JSON.stringify(characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : plain);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
