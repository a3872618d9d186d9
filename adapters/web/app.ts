import { createRequire } from 'node:module';
import { join } from 'node:path';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { reasonOf } from '../errors.js';
import type { Log } from '../log.js';
import { packageRoot } from '../package-root.js';
import { type ApiParts, createApi, NAME } from './api.js';
import { onlyOwnHost, protect } from './guard.js';
import { FIRST_MODULE, readPageModules } from './page-modules.js';
import { Refused, refusedBy } from './refused.js';

/**
 * The playground as a handler of requests: the page, its files and its API.
 *
 * @throws OperatorError when the page is not built.
 */
export function createApp(parts: ApiParts & { readonly host: string }): Express {
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(protect, onlyOwnHost(parts.host));
  app.use('/api', createApi(parts));
  servePage(app);
  app.use(() => {
    throw new Refused(404, { message: 'There is nothing at this address.' });
  });
  app.use(refuse(parts.log));
  return app;
}

function servePage(app: Express): void {
  const { sources, version } = readPageModules();
  // A proxy or browser keeps files, but asks whether they have changed.
  const setHeaders = (response: Response) => void response.set('cache-control', 'no-cache');
  const preloads = [...sources.keys()]
    .filter((path) => path !== FIRST_MODULE)
    .map((path) => `<modules/${path}>; rel=modulepreload`);
  app.get('/', (_request, response, next) => {
    response.set('link', preloads.join(', '));
    next();
  });
  app.use('/modules', (request, response, next) => {
    const source = sources.get(request.path.slice(1));
    if (source === undefined || !(request.method === 'GET' || request.method === 'HEAD')) {
      next();
      return;
    }
    response
      .set({ 'cache-control': 'no-cache', etag: `"${version}"` })
      .type('text/javascript')
      .send(source);
  });
  for (const [name, file] of FONTS) {
    app.get(`/fonts/${name}`, (_request, response) => response.sendFile(require.resolve(file), { maxAge: '1y' }));
  }
  app.use(express.static(join(packageRoot(), 'adapters', 'web', 'public'), { redirect: false, setHeaders }));
}

const require = createRequire(import.meta.url);
/** The typefaces, under the SIL Open Font License: their Latin parts, each in all weights. */
const FONTS: readonly (readonly [name: string, file: string])[] = [
  ['inter.woff2', '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2'],
  ['source-serif.woff2', '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2'],
];

/** Answers what was thrown. Four parameters make it an error handler of express. */
function refuse(log: Log) {
  return (error: unknown, request: Request, response: Response, next: NextFunction): void => {
    const { status, headers, refusal, cause } = refusedBy(error);
    if (status === 500)
      log.error({ platform: NAME, err: cause }, `a request could not be answered: ${reasonOf(cause)}`);
    if (response.headersSent) {
      next(error);
      return;
    }
    // What is left of a body that was refused is not read.
    if (!request.complete) response.set('connection', 'close');
    response.status(status).set('cache-control', 'no-store').set(headers).json(refusal);
  };
}
