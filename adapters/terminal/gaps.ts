import type { GapsRequest } from '../commands/gaps.js';
import { OperatorError } from '../errors.js';
import { readGapsFile } from '../gaps-file.js';
import { type GapGroup, groupGaps } from './gap-groups.js';
import { stubOf } from './gap-stub.js';
import { printable, printableJson } from './printable.js';
import { EXIT, print, type Terminal } from './terminal.js';

/** A group, and whether the notes answer it by now. */
interface Listed extends GapGroup {
  readonly answeredNow: boolean;
}

/**
 * Lists what askers did not find in the notes, most often asked first, each with a stub of a note to write. What the notes
 * answer by now is left out. Resolves to the exit code.
 *
 * @throws OperatorError when no file is named, or it cannot be read.
 */
export async function listGaps({ file, notes, all, limit, json }: GapsRequest, terminal: Terminal): Promise<number> {
  const { config, stdout } = terminal;
  const path = file ?? config.gaps?.path;
  if (path === undefined) {
    throw new OperatorError(
      'usage',
      'GAPS_FILE: is not set, so no questions are noted. Set it to a file that the bot may write, or name one.',
    );
  }
  const groups = groupGaps(await readGapsFile(path));
  const engine = (await terminal.readCorpus(notes)).openEngine();
  const listed: Listed[] = [];
  let closed = 0;
  for (const group of groups) {
    // Whom an answer did not help, the same answer does not help either.
    const answeredNow = group.unhelpful === 0 && (await engine.ask(group.question)).answered;
    if (answeredNow) closed++;
    if (all || !answeredNow) listed.push({ ...group, answeredNow });
  }
  const shown = listed.slice(0, limit);
  if (json) {
    const record = shown.map((group) => ({ ...group, stub: stubOf(group) }));
    await print(stdout, `${printableJson({ groups: listed.length, answeredNow: closed, gaps: record }, 2)}\n`);
    return EXIT.done;
  }
  for (const group of shown) await print(stdout, `${blockOf(group)}\n\n`);
  await print(stdout, `${summaryOf(listed.length, shown.length, closed)}\n`);
  return EXIT.done;
}

function blockOf(group: Listed): string {
  const { question, others, unanswered, unhelpful, cited, platforms, last } = group;
  const counts = [
    ...(unanswered > 0 ? [`${unanswered} × not answered`] : []),
    ...(unhelpful > 0 ? [`${unhelpful} × not helpful${cited.length > 0 ? ` (${cited.join(', ')})` : ''}`] : []),
    ...(group.answeredNow ? ['answered by now'] : []),
    `last on ${last.slice(0, 10)}, ${platforms.join(' and ')}`,
  ];
  const lines = [
    question,
    `  ${counts.join('; ')}`,
    ...others.slice(0, MOST_OTHERS).map((other) => `  also: ${other}`),
    ...(others.length > MOST_OTHERS ? [`  and ${others.length - MOST_OTHERS} more ways to ask it`] : []),
    '',
    ...stubOf(group)
      .split('\n')
      .map((line) => (line === '' ? '' : `    ${line}`)),
  ];
  return lines.map(printable).join('\n');
}

const MOST_OTHERS = 3;

function summaryOf(groups: number, shown: number, closed: number): string {
  const open = groups === 1 ? '1 gap' : `${groups} gaps`;
  const more = shown < groups ? `, ${shown} shown (--limit)` : '';
  return `${open}${more}${closed > 0 ? `; ${closed} more answered by now (--all)` : ''}`;
}
