import type { CheckRequest } from '../commands/check.js';
import type { Corpus } from '../corpus.js';
import { printable, printableJson } from './printable.js';
import { EXIT, print, type Terminal } from './terminal.js';

/**
 * Lists what is wrong with notes, one line each: `file:line: severity rule: message`. Resolves to the exit code: 1 when
 * there is an error, 0 otherwise.
 */
export async function check({ folders, json }: CheckRequest, terminal: Terminal): Promise<number> {
  const { stdout } = terminal;
  const { problems, counts, skipped } = await terminal.readCorpus(folders, 'check');
  if (json) {
    await print(stdout, `${printableJson({ ...counts, skipped, problems }, 2)}\n`);
  } else {
    for (const { path, line, severity, rule, message } of problems) {
      await print(stdout, `${printable(`${path}:${line}: ${severity} ${rule}: ${message}`)}\n`);
    }
    await print(stdout, `${summary({ problems, counts, skipped })}\n`);
  }
  return problems.some(({ severity }) => severity === 'error') ? EXIT.failed : EXIT.done;
}

function summary({ problems, counts, skipped }: Omit<Corpus, 'openEngine'>): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const leftOut = skipped.length > 0 ? ` (${skipped.length} left out)` : '';
  const read = `${counted(counts.notes, 'note')} read${leftOut}, ${counted(counts.passages, 'passage')}`;
  return `${read}: ${counted(errors, 'error')}, ${counted(problems.length - errors, 'warning')}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
