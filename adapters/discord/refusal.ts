import type { ResponseLike } from 'discord.js';

/**
 * A refusal (4xx) in the one form that discord.js counts on; any other response as it is. The body becomes a JSON object, whatever
 * a proxy made of it. With 429 the wait stands in the header, also where only the body tells it: discord.js reads the header
 * alone, and without one it would ask again at once, for ever.
 *
 * See https://docs.discord.com/developers/topics/rate-limits#exceeding-a-rate-limit.
 */
export async function plainRefusal(response: ResponseLike): Promise<ResponseLike> {
  const { status } = response;
  if (status < 400 || status >= 500) return response;
  const body = jsonObject(await response.text());
  const headers = new Headers([...response.headers]);
  headers.set('content-type', 'application/json');
  headers.delete('content-encoding');
  headers.delete('content-length');
  if (status === 429) {
    const told = [headers.get('retry-after'), body.retry_after].map(Number).find((seconds) => seconds > 0);
    headers.set('retry-after', String(told ?? UNTOLD));
    if (body.global === true) headers.set('x-ratelimit-global', 'true');
  }
  return new Response(JSON.stringify(body), { status, headers }) as ResponseLike;
}

/** The wait where Discord names none, in seconds. */
const UNTOLD = 1;

function jsonObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  } catch {
    return {};
  }
}
