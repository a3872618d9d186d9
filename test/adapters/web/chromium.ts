import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** Names of the browser in the packages of Debian, Ubuntu, Fedora and Google. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Where a Chromium is installed; `undefined` where none is. */
function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ELSEWHERE].find(existsSync);
}

/** A page that is watched: what it must never do is noted. */
export interface Watched {
  readonly page: Page;
  /** Violations of the Content-Security-Policy, errors, dialogs, and requests to other hosts, one line each. */
  readonly faults: readonly string[];
}

/**
 * Tests in a real browser. Where there is no Chromium they are skipped, and the title says so; in CI they fail instead.
 *
 * @param suite is handed a function that opens a page of a context of its own.
 */
export function describeInBrowser(
  name: string,
  suite: (open: (url: string, options?: BrowserContextOptions) => Promise<Watched>) => void,
): void {
  const executablePath = findChromium();
  if (executablePath === undefined) {
    const reason = `${name}: needs Chromium, e.g. the Debian package "chromium"`;
    if (process.env.CI === undefined) describe.skip(reason, () => suite(() => Promise.reject(new Error(reason))));
    else
      test(reason, () => {
        throw new Error(`${reason}; .ci/run installs it`);
      });
    return;
  }
  describe(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      // Chromium's sandbox does not work for root, as in a container.
      const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      browser = await chromium.launch({ executablePath, args });
    });
    afterAll(() => browser?.close());
    suite((url, options) => openPage(browser, url, options));
  });
}

async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('dialog', (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) faults.push(`request: ${request.url()}`);
  });
  await page.addInitScript(
    "addEventListener('securitypolicyviolation', (event) => console.error('policy: ' + event.violatedDirective))",
  );
  await page.goto(url);
  return { page, faults };
}

/** Asks a question as a person does, and waits until it is answered. */
export async function ask(page: Page, question: string): Promise<void> {
  const turns = page.locator('.turn');
  const before = await turns.count();
  await page.fill('#question', question);
  await page.press('#question', 'Escape');
  await page.press('#question', 'Enter');
  await turns.nth(before).waitFor();
  await page.locator('.turn:not([aria-busy])').nth(before).waitFor();
}

/** The text of what is shown, with white space as one space. */
export async function shown(page: Page, selector: string): Promise<string> {
  return (await page.locator(selector).allInnerTexts()).join(' ').replace(/\s+/g, ' ');
}

/** Closes a page; fails for anything it must never do. */
export async function done({ page, faults }: Watched): Promise<void> {
  await page.context().close();
  expect(faults).toEqual([]);
}
