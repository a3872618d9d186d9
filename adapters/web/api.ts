import express, { type Request, type Response, Router } from 'express';
import { exampleQuestions } from '../chat/examples.js';
import type { Preview } from '../chat/preview.js';
import { GAP_REASONS } from '../gaps.js';
import type { Outcome } from '../meter.js';
import type { PlatformParts } from '../types.js';
import type { AskRequest, EditionsReply, ExamplesReply, NotesReply, PreviewsReply, SuggestReply } from './contract.js';
import { atMost, onlyJson, onlyMethod, onlyOwnPages } from './guard.js';
import { openPreviewDesks } from './preview-desks.js';
import { BODY_BYTES, Refused } from './refused.js';
import { readAsk, readNotePath, readPress, readPreview, readSuggest } from './requests.js';

/** What the API is made of. */
export interface ApiParts extends PlatformParts {
  /** How each chat platform would show a reply, by its name. */
  readonly previews: Readonly<Record<string, Preview>>;
}

/** The API of the page, which programs may use too. What it takes and gives is told in contract.ts. */
export function createApi(parts: ApiParts): Router {
  const { engine, read, previews, config } = parts;
  const { burst = ASKS.burst, perMinute = ASKS.perMinute } = config.chat ?? {};
  const desks = openPreviewDesks(previews, parts);
  const examples = createExamples(parts);
  const api = Router();
  api.use(onlyOwnPages, (_request, response, next) => {
    response.set('cache-control', 'no-store');
    next();
  });

  // A question comes with its previews and its explanation; each counts for itself.
  const asking = [
    onlyJson,
    atMost({ burst: burst * 4, perMinute: perMinute * 4 }),
    express.json({ limit: BODY_BYTES, inflate: false }),
  ];
  const post = (path: string, reply: (body: unknown) => Promise<object>) => {
    api.post(
      path,
      ...asking,
      async (request: Request, response: Response) => void response.json(await reply(request.body)),
    );
    api.all(path, onlyMethod('POST'));
  };
  const get = (path: string, reply: (query: unknown) => Promise<object>) => {
    api.get(
      path,
      atMost(LOOKS),
      async (request: Request, response: Response) => void response.json(await reply(request.query)),
    );
    api.all(path, onlyMethod('GET'));
  };

  post('/ask', async (body) => answerTo(readAsk(body), parts));
  post('/preview', async (body): Promise<PreviewsReply> => ({ previews: await desks.ask(readPreview(body)) }));
  post('/press', async (body) => desks.press(readPress(body)));
  get('/suggest', async (query): Promise<SuggestReply> => {
    const { q, limit } = readSuggest(query);
    return { suggestions: await engine.suggest(q, limit) };
  });
  get('/examples', async (): Promise<ExamplesReply> => ({ examples: await examples() }));
  get('/notes', async (): Promise<NotesReply> => {
    const { counts, notes, problems, kept, skipped } = read();
    return { counts, notes, problems, kept, skipped };
  });
  get('/note', async (query) => {
    const path = readNotePath(query);
    const note = await engine.note(path);
    if (note !== undefined) return note;
    const seen = JSON.stringify(path.slice(0, 100));
    throw new Refused(404, {
      message: `path: expected the path of a note, as in /api/notes, saw ${seen}.`,
      field: 'path',
      expected: 'the path of a note, as in /api/notes',
      seen,
    });
  });
  get('/editions', async (): Promise<EditionsReply> => ({ editions: await engine.editions() }));
  return api;
}

/** The engine's answer. A question is counted, and noted where the notes lack it, once: not when it is only explained. */
async function answerTo({ question, history = [], explain = false }: AskRequest, { engine, meter, gaps }: ApiParts) {
  const start = performance.now();
  const count = (outcome: Outcome) =>
    explain ? undefined : meter?.question(NAME, outcome, (performance.now() - start) / 1_000);
  try {
    const answer = await engine.ask(question, { history, explain });
    count(answer.answered ? 'answered' : 'abstained');
    if (explain) return answer;
    meter?.answer(NAME, answer);
    if (!answer.answered && GAP_REASONS.has(answer.reason)) {
      const { standalone, scope } = answer.understood;
      gaps?.note({
        kind: 'unanswered',
        platform: NAME,
        question: standalone,
        reason: answer.reason,
        years: scope.years,
      });
    }
    return answer;
  } catch (error) {
    count((error as Error).name === 'TimeoutError' ? 'too-slow' : 'failed');
    throw error;
  }
}

/** What the playground is called in logs and figures. */
export const NAME = 'playground';
/** Questions of one address, unless the configuration says otherwise: enough for somebody who tries all there is. */
const ASKS = { burst: 30, perMinute: 120 };
/** Suggestions and listings: several a second, as fast as one types. */
const LOOKS = { burst: 200, perMinute: 1_200 };
const EXAMPLES = 6;

/** Looked for once for the same notes. */
function createExamples({ engine, read }: ApiParts): () => Promise<readonly string[]> {
  let found: { readonly of: unknown; readonly questions: Promise<readonly string[]> } | undefined;
  return async () => {
    const { notes } = read();
    if (found?.of !== notes) found = { of: notes, questions: exampleQuestions(engine, EXAMPLES) };
    try {
      return await found.questions;
    } catch (error) {
      found = undefined;
      throw error;
    }
  };
}
