import * as v from 'valibot';
import {
  type AskRequest,
  MAX_ASKED,
  MAX_HISTORY,
  MAX_PREFIX,
  type PressRequest,
  type PreviewRequest,
} from './contract.js';
import { Refused } from './refused.js';

/** What may be asked of the server. Each reads a request or throws {@link Refused}, naming field, seen and expected. */

const text = (max: number) => v.pipe(v.string('a text'), v.maxLength(max, `at most ${max} characters`));
const HISTORY = v.optional(
  v.pipe(
    v.array(text(MAX_ASKED), 'a list of earlier questions'),
    v.maxLength(MAX_HISTORY, `at most ${MAX_HISTORY} questions`),
  ),
);
const WISH = v.optional(v.boolean('true or false'));

const ASK = v.strictObject({ question: text(MAX_ASKED), history: HISTORY, explain: WISH }, 'a JSON object');
const PREVIEW = v.strictObject({ question: text(MAX_ASKED), history: HISTORY, private: WISH }, 'a JSON object');
const BUTTON = text(2_000);
const PRESS = v.strictObject(
  {
    platform: text(40),
    button: BUTTON,
    buttons: v.pipe(v.array(BUTTON, 'a list of texts'), v.maxLength(50, 'at most 50')),
  },
  'a JSON object',
);
const SUGGEST = v.object({
  q: v.optional(text(MAX_PREFIX), ''),
  limit: v.optional(
    v.pipe(
      v.string('a number from 1 to 25'),
      v.regex(/^(?:[1-9]|1\d|2[0-5])$/, 'a number from 1 to 25'),
      v.transform(Number),
    ),
    '8',
  ),
});
const NOTE = v.object({ path: v.pipe(text(4_096), v.minLength(1, 'the path of a note')) });

export const readAsk = (body: unknown): AskRequest => read(ASK, body);
export const readPreview = (body: unknown): PreviewRequest => read(PREVIEW, body);
export const readPress = (body: unknown): PressRequest => read(PRESS, body);
export const readSuggest = (query: unknown) => read(SUGGEST, query);
export const readNotePath = (query: unknown) => read(NOTE, query).path;

function read<Schema extends v.GenericSchema>(schema: Schema, input: unknown): v.InferOutput<Schema> {
  // Valibot takes a list for an object.
  const result = v.safeParse(schema, Array.isArray(input) ? null : input);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? 'body';
  const isMissing = issue.input === undefined;
  const isUnknown = issue.type === 'strict_object' && issue.expected === 'never';
  const expected = isUnknown ? 'no such field' : isMissing && field !== 'body' ? EXPECTED_OF_MISSING : issue.message;
  const seen = isMissing ? 'nothing' : shown(issue.input);
  throw new Refused(400, { message: `${field}: expected ${expected}, saw ${seen}.`, field, expected, seen });
}

const EXPECTED_OF_MISSING = 'it to be there';

/** A value as JSON, cut so that it stays on one line. */
function shown(value: unknown): string {
  if (Array.isArray(value) && value.length > 3) return `a list of ${value.length}`;
  const json = JSON.stringify(value) ?? typeof value;
  return json.length <= 60
    ? json
    : `${json.slice(0, 59)}… (${typeof value === 'string' ? value.length : json.length} characters)`;
}
