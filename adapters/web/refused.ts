import type { Refusal } from './contract.js';

/** A request that is refused: the status of the reply and what it says. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly refusal: Refusal;
  /** Header fields that belong to the status, e.g. `Allow`. */
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    error: Refusal['error'],
    headers: Readonly<Record<string, string>> = {},
    options?: ErrorOptions,
  ) {
    super(error.message, options);
    this.status = status;
    this.refusal = { error };
    this.headers = headers;
  }
}

/** What was thrown while a request was dealt with, as a refusal. Says nothing of our insides. */
export function refusedBy(error: unknown): Refused {
  if (error instanceof Refused) return error;
  const { name, type, status } = (error ?? {}) as { name?: unknown; type?: unknown; status?: unknown };
  if (name === 'TimeoutError') {
    return new Refused(
      503,
      { message: 'The answer took too long. Ask again, in fewer words.' },
      { 'retry-after': '1' },
    );
  }
  // What express and its body parser throw: https://github.com/expressjs/body-parser#errors
  if (type === 'entity.too.large')
    return new Refused(413, {
      message: `The body is too large: expected at most ${BODY_BYTES} bytes.`,
      expected: `at most ${BODY_BYTES} bytes`,
    });
  if (type === 'entity.parse.failed') {
    const [expected, seen] = ['a JSON object', 'something else'];
    return new Refused(400, { message: `body: expected ${expected}, saw ${seen}.`, field: 'body', expected, seen });
  }
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return new Refused(status, { message: 'The request cannot be read.' });
  }
  return new Refused(500, { message: 'Something went wrong on our side. Please ask again.' }, {}, { cause: error });
}

/** Most that is read of a body: a question and twenty earlier ones, in bytes of UTF-8, fit. */
export const BODY_BYTES = 256 * 1024;
