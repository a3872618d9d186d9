/**
 * Reads JSON from Slack without its nulls: where the documentation leaves a field out, Slack sometimes sends null, and Bolt
 * fails on it.
 *
 * @throws SyntaxError when the text is no JSON.
 */
export function parsePayload(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) => (value === null ? undefined : value));
}
