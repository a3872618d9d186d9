/** What was found out about one thing: it is well, it deserves a look, or the bot cannot work as it is set up. */
export interface Finding {
  /** What was looked at, e.g. "slack". */
  readonly about: string;
  readonly state: 'ok' | 'look' | 'wrong';
  /** What was seen, one line. Holds no secret. */
  readonly message: string;
  /** What to do about it, one line; for all that is not well. */
  readonly remedy?: string;
}

/** Examines one part of the bot. Its findings come one by one; what it throws is a finding, too. */
export type Examination = () => AsyncIterable<Finding>;

/** Collects what a part of the bot has to say of itself. */
export function findingsOn(about: string) {
  return {
    ok: (message: string): Finding => ({ about, state: 'ok', message }),
    look: (message: string, remedy: string): Finding => ({ about, state: 'look', message, remedy }),
    wrong: (message: string, remedy: string): Finding => ({ about, state: 'wrong', message, remedy }),
  };
}
