import type { Answer } from '../../../src/index.js';
import type {
  AskRequest,
  EditionsReply,
  ExamplesReply,
  NoteReply,
  NotesReply,
  PressReply,
  PressRequest,
  PreviewRequest,
  PreviewsReply,
  Refusal,
  SuggestReply,
} from '../contract.js';

/** The server's API. Each rejects with an `Error` whose message can be shown. */
export const client = {
  ask: (request: AskRequest) => post<Answer>('ask', request),
  preview: (request: PreviewRequest) => post<PreviewsReply>('preview', request),
  press: (request: PressRequest) => post<PressReply>('press', request),
  suggest: (prefix: string, signal: AbortSignal) => get<SuggestReply>('suggest', { q: prefix, limit: '8' }, signal),
  examples: () => get<ExamplesReply>('examples'),
  notes: () => get<NotesReply>('notes'),
  note: (path: string) => get<NoteReply>('note', { path }),
  editions: () => get<EditionsReply>('editions'),
};

function post<Reply>(path: string, body: object): Promise<Reply> {
  return call<Reply>(`api/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function get<Reply>(path: string, query: Record<string, string> = {}, signal?: AbortSignal): Promise<Reply> {
  const search = new URLSearchParams(query).toString();
  return call<Reply>(`api/${path}${search === '' ? '' : `?${search}`}`, signal === undefined ? {} : { signal });
}

async function call<Reply>(address: string, init: RequestInit): Promise<Reply> {
  const response = await reach(address, init);
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok && body !== undefined) return body as Reply;
  throw new Error((body as Refusal | undefined)?.error.message ?? `The bot answered with status ${response.status}.`);
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Error('The bot cannot be reached. Is it still running?', { cause: error });
  }
}
