/**
 * Reads JSON from Slack without its nulls, in objects and in lists: where the documentation leaves a field out, Slack sometimes
 * sends null, and Bolt fails on it.
 *
 * @throws SyntaxError when the text is no JSON.
 */
export function parsePayload(text: string): unknown {
  const value: unknown = JSON.parse(text, (_, value: unknown) =>
    Array.isArray(value)
      ? value.filter((item) => item !== null && item !== undefined)
      : value === null
        ? undefined
        : value,
  );
  return value;
}
