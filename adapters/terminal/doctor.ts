import type { Examination, Finding } from '../doctor.js';
import { reasonOf } from '../errors.js';
import { printable, printableJson } from './printable.js';
import { EXIT, type Output, print } from './terminal.js';

/** What the doctor looks at, and where it says what it found. */
export interface DoctorRequest {
  /** By what they are about, in the order in which they are told. */
  readonly examinations: readonly (readonly [about: string, examine: Examination])[];
  readonly json: boolean;
  readonly stdout: Output;
  /** Takes every secret out of a line. */
  readonly redact: (line: string) => string;
  /** Longest time for one examination, in milliseconds. Defaults to 20,000. */
  readonly timeout?: number;
}

/**
 * Tells what is well, what is wrong and what to do about it, a line each. Resolves to the exit code: 1 when anything is wrong.
 * All is examined side by side, and each for so long only.
 */
export async function consultDoctor(request: DoctorRequest): Promise<number> {
  const { examinations, json, stdout, redact, timeout = 20_000 } = request;
  const running = examinations.map(([about, examine]) => collect(about, examine, timeout));
  const all: Finding[] = [];
  for (const findings of running) {
    for (const finding of await findings) {
      all.push(finding);
      if (!json) await print(stdout, redact(`${lineOf(finding)}\n`));
    }
  }
  const wrong = all.filter(({ state }) => state === 'wrong').length;
  if (json) await print(stdout, redact(`${printableJson({ ok: wrong === 0, findings: all }, 2)}\n`));
  else
    await print(
      stdout,
      wrong === 0 ? 'All is well.\n' : `${wrong} ${wrong === 1 ? 'thing is' : 'things are'} wrong.\n`,
    );
  return wrong === 0 ? EXIT.done : EXIT.failed;
}

const SIGNS: Readonly<Record<Finding['state'], string>> = { ok: 'ok   ', look: 'look ', wrong: 'WRONG' };

function lineOf({ about, state, message, remedy }: Finding): string {
  return printable(`${SIGNS[state]}  ${about}: ${message}${remedy === undefined ? '' : `. ${remedy}`}`);
}

async function collect(about: string, examine: Examination, timeout: number): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeout / 1_000} s`)), timeout);
  });
  const all = async () => {
    for await (const finding of examine()) findings.push(finding);
  };
  try {
    await Promise.race([all(), tooLong]);
    return findings;
  } catch (error) {
    const message = `could not be examined to the end (${reasonOf(error)})`;
    return [...findings, { about, state: 'wrong', message, remedy: 'Try again; if it stays so, look at the network.' }];
  } finally {
    clearTimeout(timer);
  }
}
