/** What an operator did or set wrongly: a variable, a folder, an option, a file. */
export type OperatorErrorCode = 'config' | 'notes-folder' | 'question-file' | 'usage';

/**
 * A fault that the person who runs the bot can mend. Its message stands alone, one line for each fault, names what is
 * wrong, what was seen and what was expected, and holds no secret. It is shown without a stack trace.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
  readonly code: OperatorErrorCode;

  constructor(code: OperatorErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/**
 * What went wrong, in one line and without a stack trace: for anything that was thrown, also `undefined`.
 *
 * A system error is told by its code ("EACCES"), because its message repeats the path.
 */
export function reasonOf(error: unknown): string {
  if (error instanceof Error) {
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code === 'string' && /^E[A-Z0-9]+$/.test(code)) return code;
    return error.message.split('\n', 1)[0] || error.name;
  }
  return typeof error === 'string'
    ? (error.split('\n', 1)[0] ?? '')
    : `a thrown ${error === null ? 'null' : typeof error}`;
}
