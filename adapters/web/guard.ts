import { isIP } from 'node:net';
import type { NextFunction, Request, Response } from 'express';
import { createRateLimit, type RateLimitOptions } from '../chat/rate-limit.js';
import { Refused } from './refused.js';

/**
 * What may be loaded and run: the page's own files. No inline script or style, no string becomes markup or code (Trusted
 * Types), no frame, no other site. https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Content-Security-Policy
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

/** Header fields of every reply: https://cheatsheetseries.owasp.org/cheatsheets/HTTP_Headers_Cheat_Sheet.html */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** Sets the header fields that every reply carries. */
export function protect(_request: Request, response: Response, next: NextFunction): void {
  response.set(HEADERS);
  next();
}

/**
 * Refuses requests for another host's name. A hostile page can let its own name lead to this machine ("DNS rebinding"), and its
 * scripts could then read what is served here; but they cannot name an address or `localhost` without being another site.
 *
 * @param host where the server listens; where that is a name, it is its own.
 */
export function onlyOwnHost(host: string) {
  return ({ headers }: Request, _response: Response, next: NextFunction): void => {
    if (isOwnHost(headers.host, host)) {
      next();
      return;
    }
    const seen = JSON.stringify((headers.host ?? '').slice(0, 100));
    throw new Refused(403, {
      message: `Host: expected localhost, an address, or the name in PLAYGROUND_HOST, saw ${seen}.`,
      field: 'Host',
      expected: 'localhost, an address, or the name in PLAYGROUND_HOST',
      seen,
    });
  };
}

/** Whether a `Host` header names this server by an address, as `localhost`, or by the name that it listens at. */
export function isOwnHost(header: string | undefined, host: string): boolean {
  if (header === undefined || !/^[\w.:[\]-]+$/.test(header) || !URL.canParse(`http://${header}`)) return false;
  const name = new URL(`http://${header}`).hostname.replace(/^\[|\]$/g, '');
  return isIP(name) !== 0 || name === 'localhost' || name.endsWith('.localhost') || name === host.toLowerCase();
}

/** Refuses what another site's page asks for: https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/Sec-Fetch-Site */
export function onlyOwnPages({ headers }: Request, _response: Response, next: NextFunction): void {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    throw new Refused(403, { message: "This is for the playground's own page, and for programs that are no browser." });
  }
  next();
}

/** Refuses all but JSON, which another site's page cannot send unasked: so no form and no link asks anything here. */
export function onlyJson(request: Request, _response: Response, next: NextFunction): void {
  if (request.is('application/json')) {
    next();
    return;
  }
  const seen = JSON.stringify((request.headers['content-type'] ?? '').slice(0, 100));
  throw new Refused(415, {
    message: `Content-Type: expected application/json, saw ${seen}.`,
    field: 'Content-Type',
    expected: 'application/json',
    seen,
  });
}

/** Holds back who asks too much, by address. */
export function atMost(options: RateLimitOptions) {
  const limit = createRateLimit(options);
  return ({ socket }: Request, _response: Response, next: NextFunction): void => {
    if (!limit.take(socket.remoteAddress ?? '')) {
      const message = 'You ask faster than I may answer. Wait a little, then ask again.';
      throw new Refused(429, { message }, { 'retry-after': '5' });
    }
    next();
  };
}

/** Refuses other methods than the one that a path knows. */
export function onlyMethod(method: 'GET' | 'POST') {
  return (request: Request): void => {
    throw new Refused(
      405,
      {
        message: `Method: expected ${method}, saw ${request.method}.`,
        field: 'Method',
        expected: method,
        seen: request.method,
      },
      { allow: method === 'GET' ? 'GET, HEAD' : method },
    );
  };
}
