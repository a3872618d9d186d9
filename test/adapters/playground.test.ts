import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { preview as discord } from '../../adapters/discord/preview.js';
import { preview as slack } from '../../adapters/slack/preview.js';
import { createEngine, type NoteFile, readNotes } from '../../src/index.js';
import { ask, describeInBrowser, done, shown, type Watched } from './web/chromium.js';
import { type RunningPlayground, startPlayground } from './web/running.js';

/** The playground in a real browser, around a real engine, with the renderers of Slack and Discord. */

const NOTES: readonly NoteFile[] = [
  {
    path: 'notes/boxcon-2019-day-1.md',
    text: `---
title: BoxCon 2019, day 1 keynote
event: BoxCon 2019
day: 1
date: 2019-05-20
city: Oslo
---

# BoxCon 2019, day 1 keynote

## Gizmo

Gizmo is a small tool that folds paper boats out of old invoices.[^ann]

Maya Lindqvist demoed Gizmo on stage at BoxCon 2019.[^ann]

The announcements on day 1 of BoxCon 2019 were:[^ann]

- Gizmo, a small tool that folds paper boats;
- Lid Hub, a registry for lids.

[^ann]: [Liveblog of BoxCon](https://example.org/boxcon-2019), Ann Author, 2019-05-20
`,
  },
  {
    path: 'notes/boxcon-2020.md',
    text: `---
title: "BoxCon 2020 <img src=x onerror=\\"document.title='owned'\\">"
event: BoxCon 2020
date: 2020-05-20
---

## Widget <script>document.title='owned'</script>

Widget is a \\<b onclick="document.title='owned'"\\>hostile\\</b\\> thing that \\<script\\>alert(1)\\</script\\> nobody should trust.[^evil]

Read about Widget [here](javascript:document.title='owned') or \`<img src=x onerror=alert(1)>\`.[^evil]

[^evil]: [Evil <b>source</b>](javascript:document.title='owned'), Mallory, 2020
`,
  },
];

let playground: RunningPlayground;
beforeAll(async () => {
  const { notes, problems } = await readNotes(NOTES);
  playground = await startPlayground({ engine: createEngine(notes), previews: { slack, discord }, read: { problems } });
});
afterAll(() => playground.stop());

const NARROW = { viewport: { width: 390, height: 844 } };
const GIZMO = 'what is Gizmo';

describeInBrowser('the playground', (open) => {
  /** Opens the page, acts, and holds it to its promises. */
  const on = async (act: (page: Page) => Promise<void>, options?: Parameters<typeof open>[1]) => {
    const watched: Watched = await open(playground.url, options);
    await act(watched.page);
    await done(watched);
  };

  describe('asking', () => {
    test('shows the words of the notes, matched words marked, with numbered citations, confidence and what to ask next', () =>
      on(async (page) => {
        await ask(page, GIZMO);
        expect(await shown(page, '.excerpt')).toContain(
          'Gizmo is a small tool that folds paper boats out of old invoices. 1',
        );
        expect(await shown(page, '.excerpt mark')).toContain('Gizmo');
        expect(await shown(page, '.citations')).toContain(
          'BoxCon 2019, day 1 (2019-05-20) › Gizmo notes/boxcon-2019-day-1.md:13',
        );
        expect(await shown(page, '.confidence')).toMatch(/\d+% confident/);
        const next = page.locator('.questions .ask').first();
        const question = await next.innerText();
        await next.click();
        await page.locator('.turn:not([aria-busy])').nth(1).waitFor();
        expect(await page.locator('.asked').last().innerText()).toBe(question);
      }));

    test('follows up what was asked before, until a new conversation is begun', () =>
      on(async (page) => {
        await ask(page, GIZMO);
        await ask(page, 'who demoed it?');
        expect(await shown(page, '.turn:last-child')).toContain('Read as: who demoed Gizmo?');
        expect(await shown(page, '.turn:last-child .excerpt')).toContain('Maya Lindqvist');
        await page.click('#again');
        expect(await page.locator('.turn').count()).toBe(0);
        await ask(page, 'who demoed it?');
        expect(await shown(page, '.turn')).not.toContain('Read as');
      }));

    test('says that it does not know, which words no note has, what could be meant and what is nearest', () =>
      on(async (page) => {
        await ask(page, 'what is the Gismo zeppelin');
        const text = await shown(page, '.turn');
        expect(text).toContain("I don't know");
        expect(text).toContain('zeppelin');
        await ask(page, 'who folded the zeppelin of invoices');
        expect(await shown(page, '.turn:last-child')).toContain('notes/boxcon-2019-day-1.md:');
      }));

    test('offers examples on an empty page, and notes that are there', () =>
      on(async (page) => {
        await page.locator('#examples .ask').first().waitFor();
        expect(await shown(page, '#known')).toMatch(/2 notes/);
        await page.locator('#examples .ask').first().click();
        await page.locator('.turn:not([aria-busy]) .excerpt').first().waitFor();
      }));

    test('completes what is typed, by the keyboard alone', () =>
      on(async (page) => {
        const box = page.locator('#question');
        expect(await page.evaluate('document.activeElement?.id')).toBe('question');
        await page.keyboard.type('what is gi');
        await page.locator('#suggestions [role=option]').first().waitFor();
        expect(await box.getAttribute('aria-expanded')).toBe('true');
        await page.keyboard.press('ArrowDown');
        const id = await box.getAttribute('aria-activedescendant');
        const option = page.locator(`#${id}`);
        expect(await option.getAttribute('aria-selected')).toBe('true');
        await page.keyboard.press('ArrowUp');
        expect(await box.getAttribute('aria-activedescendant')).toBeNull();
        await page.keyboard.press('Escape');
        expect(await box.getAttribute('aria-expanded')).toBe('false');
        expect(await box.inputValue()).toBe('what is gi');
        await page.keyboard.type('z');
        await page.locator('#suggestions [role=option]').first().waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.locator('.turn:not([aria-busy])').waitFor();
        expect(await shown(page, '.asked')).toMatch(/^What is Gizmo/);
      }));

    test('takes a question of any length, and an empty one is none', () =>
      on(async (page) => {
        await page.press('#question', 'Enter');
        expect(await page.locator('.turn').count()).toBe(0);
        await ask(page, 'x'.repeat(9_000));
        expect(await shown(page, '.turn')).toContain("I don't know");
      }));
  });

  describe('a citation', () => {
    test('opens the note at the quoted lines, with the source beside them', () =>
      on(async (page) => {
        await ask(page, GIZMO);
        await page.click('.excerpt .ref');
        await page.locator('.note .cited').waitFor();
        expect(await shown(page, '.note .cited')).toBe(
          'Gizmo is a small tool that folds paper boats out of old invoices.',
        );
        expect(await page.evaluate('document.activeElement?.className')).toBe('cited');
        const link = page.locator('.cited-sources a');
        expect(await link.getAttribute('href')).toMatch(/^https:\/\/example\.org\/boxcon-2019/);
        expect([await link.getAttribute('rel'), await link.getAttribute('target')]).toEqual([
          'noopener noreferrer',
          '_blank',
        ]);
        expect(await shown(page, '.note')).toContain('Lid Hub, a registry for lids.');
      }));

    test('opens over the page on a phone, and is closed by Escape', () =>
      on(async (page) => {
        await ask(page, GIZMO);
        await page.click('.citations .place');
        await page.locator('dialog .note .cited').waitFor();
        await page.keyboard.press('Escape');
        await page.locator('dialog').waitFor({ state: 'hidden' });
        expect(await page.evaluate('document.activeElement?.className')).toBe('place');
      }, NARROW));

    test('is reached and opened by the keyboard', () =>
      on(async (page) => {
        await ask(page, GIZMO);
        await page.locator('.turn .ref').focus();
        await page.keyboard.press('Enter');
        await page.locator('.note .cited').waitFor();
        await page.locator('#tab-note').focus();
        await page.keyboard.press('ArrowLeft');
        await page.locator('.hits li').first().waitFor();
        expect(await page.locator('#tab-why').getAttribute('aria-selected')).toBe('true');
      }));
  });

  describe('beside the answer', () => {
    test('stands what Slack and Discord show, drawn from their payloads, and how full those are', () =>
      on(async (page) => {
        await ask(page, GIZMO);
        for (const platform of ['slack', 'discord']) {
          const card = `.on-${platform}`;
          await page.locator(card).waitFor();
          expect(await shown(page, `${card} .message blockquote`)).toContain(
            'Gizmo is a small tool that folds paper boats out of old invoices. [1]',
          );
          expect(await shown(page, `${card} .message blockquote b`)).toContain('Gizmo');
          expect(await page.locator(`${card} .message a`).first().getAttribute('href')).toMatch(
            /^https:\/\/example\.org\//,
          );
          expect(await page.locator(`${card} .meters dt`).count()).toBeGreaterThan(3);
          expect(await shown(page, `${card} .meters`)).toMatch(/\d+ of 4,000/);
        }
        await page.locator('.on-slack summary').click();
        const { blocks } = JSON.parse(await page.locator('.on-slack .payload code').innerText());
        const builder = (await page.locator('.on-slack .payload a').getAttribute('href')) ?? '';
        expect(builder).toMatch(/^https:\/\/app\.slack\.com\/block-kit-builder\/#/);
        expect(JSON.parse(decodeURIComponent(builder.split('#')[1] ?? ''))).toEqual({ blocks });
      }));

    test('stands the private answer to a command too, with a button to share it', () =>
      on(async (page) => {
        await ask(page, GIZMO);
        await page.locator('.on-slack').waitFor();
        expect(await shown(page, '.cards')).not.toContain('Only visible to you');
        await page.locator('.choice label').nth(1).click();
        await page.locator('.on-slack .whisper').waitFor();
        expect(await shown(page, '.on-slack .message')).toContain('Share');
        expect(await shown(page, '.on-discord .message')).toContain('Share');
      }));

    test('work the buttons of the platforms', () =>
      on(async (page) => {
        await ask(page, GIZMO);
        for (const platform of ['slack', 'discord']) {
          await page.locator(`.on-${platform} .message button`, { hasText: 'More' }).first().click();
          await page.locator(`.on-${platform} .replies .message`).waitFor();
          expect(await shown(page, `.on-${platform} .replies`)).toContain('Gizmo');
        }
        const question = await page.locator('.questions .ask').first().innerText();
        await page.locator('.on-discord .dc-button', { hasText: question }).click();
        await page.locator('.turn:not([aria-busy])').nth(1).waitFor();
        expect(await page.locator('.asked').last().innerText()).toBe(question);
      }));

    test('stands why it is so: terms, evidence, runners-up', () =>
      on(async (page) => {
        await ask(page, GIZMO);
        await page.click('#tab-why');
        await page.locator('.hits li').first().waitFor();
        expect(await shown(page, '.terms')).toMatch(/Gizmo gizmo/i);
        expect(await shown(page, '.hits .shown')).toContain('folds paper boats');
        expect(await page.locator('.hits .runner-up').count()).toBeGreaterThan(0);
        await page.locator('.hits summary').first().click();
        expect(await shown(page, '.features')).toMatch(/[+−]\d+\.\d\d/);
      }));
  });

  describe('the notes', () => {
    test('are listed by edition with what is wrong with them, and open', () =>
      on(async (page) => {
        await page.click('nav a[data-page=notes]');
        await page.locator('.note-list').first().waitFor();
        expect(await page.locator('#notes h2').allInnerTexts()).toEqual(['BoxCon 2019', 'BoxCon 2020']);
        await page.locator('.has-problems summary').first().click();
        expect(await shown(page, '.problems')).toMatch(/(?:error|warning) notes\/boxcon-2020\.md:\d+/);
        await page.locator('.note-name').first().click();
        await page.locator('.note h2').waitFor();
        expect(await shown(page, '.note')).toContain('Maya Lindqvist demoed Gizmo on stage at BoxCon 2019.');
        await page.click('.close');
        await page.locator('.note').waitFor({ state: 'hidden' });
      }));

    test('are drawn as a timeline of what each edition announced, which opens them at those lines', () =>
      on(async (page) => {
        await page.click('nav a[data-page=timeline]');
        await page.locator('.editions').waitFor();
        expect(await page.locator('.picture .mark').count()).toBe(2);
        expect(await shown(page, '.editions > li:first-child')).toContain('BoxCon 2019');
        expect(await shown(page, '.editions > li:first-child')).toContain('Oslo');
        await page.locator('.said', { hasText: 'Lid Hub' }).click();
        await page.locator('.note .cited').waitFor();
        expect(await shown(page, '.note .cited')).toContain('Lid Hub, a registry for lids.');
      }));

    test('run nothing and lead nowhere, whatever they hold', () =>
      on(async (page) => {
        await ask(page, 'what is Widget');
        expect(await shown(page, '.excerpt')).toContain('hostile');
        await page.click('.excerpt .ref');
        await page.locator('.note .cited').waitFor();
        await page.click('#tab-why');
        await page.locator('.hits li').first().waitFor();
        await page.goto(`${playground.url}#/notes`);
        await page.locator('.note-list').first().waitFor();
        await page.goto(`${playground.url}#/timeline`);
        await page.locator('.editions').waitFor();
        await page.goto(`${playground.url}#/`);
        expect(await page.title()).toBe('dockercon-bot playground');
        expect(await page.locator('main img, main script, aside img, aside script, [onerror], [onclick]').count()).toBe(
          0,
        );
        for (const link of await page.locator('a').all()) {
          expect(await link.getAttribute('href')).toMatch(/^(?:#|https?:\/\/)/);
        }
      }));
  });

  describe('the page', () => {
    test('takes no text for markup, style or code, and a breach would be noticed here', async () => {
      const { page, faults } = await open(playground.url);
      await expect(page.evaluate("document.body.innerHTML = '<b>x</b>'")).rejects.toThrow(/TrustedHTML/);
      await page.evaluate(`(() => {
        const style = document.createElement('style');
        style.textContent = 'body { display: none }';
        const image = document.createElement('img');
        image.src = 'https://example.org/x.png';
        document.body.append(style, image);
      })()`);
      await page.waitForFunction("getComputedStyle(document.body).display !== 'none'");
      await expect.poll(() => faults.join('\n')).toMatch(/policy: style-src[\s\S]*policy: img-src/);
      await page.context().close();
    });

    test('leads to http and https alone, whatever a payload says', () =>
      on(async (page) => {
        const drawn = await page.evaluate(`Promise.all([
          import('./modules/adapters/web/page/slack-view.js'),
          import('./modules/adapters/web/page/discord-view.js'),
        ]).then(([{ slackView }, { discordView }]) => {
          const link = (url) => ({ type: 'link', url, text: 'words' });
          const urls = ['javascript:alert(1)', 'data:text/html,x', 'https://user:word@example.org/', 'https://example.org/'];
          const slack = slackView({ blocks: [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements: urls.map(link) }] }] });
          const content = urls.map((url) => '[words](<' + url + '>)').join(' ');
          const discord = discordView({ components: [{ type: 17, components: [{ type: 10, content }] }] });
          return [slack, discord].map((view) => [...view.querySelectorAll('a')].map((a) => a.href));
        })`);
        expect(drawn).toEqual([['https://example.org/'], ['https://example.org/']]);
      }));
  });

  describe('every person', () => {
    const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const VIOLATIONS = `axe
      .run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'] })
      .then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary)))`;
    const STATES: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
      'the empty page': (page) => page.locator('#examples .ask').first().waitFor(),
      async 'an answer and its previews'(page) {
        await ask(page, GIZMO);
        await page.locator('.acts button:visible, .on-slack:visible').first().waitFor();
      },
      async 'an open note'(page) {
        await ask(page, GIZMO);
        await page.click('.excerpt .ref');
        await page.locator('.note .cited').waitFor();
      },
      async 'the reasons'(page) {
        await ask(page, GIZMO);
        await page.locator('#tab-why:visible, .acts button:nth-child(2):visible').first().click();
        await page.locator('.hits summary').first().click();
      },
      'an abstention': (page) => ask(page, 'who folded the zeppelin of invoices'),
      async suggestions(page) {
        await page.locator('#question').pressSequentially('what is');
        await page.locator('#suggestions [role=option]').first().waitFor();
        await page.keyboard.press('ArrowDown');
      },
      async 'the notes'(page) {
        await page.click('nav a[data-page=notes]');
        await page.locator('.note-list').first().waitFor();
      },
      async 'the timeline'(page) {
        await page.click('nav a[data-page=timeline]');
        await page.locator('.editions').waitFor();
      },
    };

    for (const [state, reach] of Object.entries(STATES)) {
      test(`can use ${state}, by the rules of WCAG 2.2 that a program can check: light and dark, wide and narrow`, () =>
        on(async (page) => {
          await reach(page);
          await page.evaluate(AXE);
          for (const media of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, NARROW.viewport] as const) {
            if ('colorScheme' in media) await page.emulateMedia(media);
            else await page.setViewportSize(media);
            expect(await page.evaluate(VIOLATIONS)).toEqual([]);
            expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
          }
        }));
    }

    test('chooses light or dark, and keeps the choice', () =>
      on(
        async (page) => {
          await page.getByRole('button', { name: 'Use light colours' }).click();
          await page.reload();
          await page.getByRole('button', { name: 'Use dark colours' }).waitFor();
          expect(
            await page.evaluate('getComputedStyle(document.body).colorScheme + document.documentElement.dataset.theme'),
          ).toBe('lightlight');
        },
        { colorScheme: 'dark' },
      ));
  });

  test('says so when the bot is gone', async () => {
    const short = await startPlayground();
    const { page } = await open(short.url);
    await short.stop();
    await ask(page, GIZMO);
    expect(await shown(page, '.turn')).toContain('The bot cannot be reached. Is it still running?');
    await page.context().close();
  });

  test.each(['slack', 'discord'] as const)(
    'draws every message that the tests of %s know, and nothing of it is left out',
    async (platform) => {
      const folder = new URL(`./${platform}/golden/`, import.meta.url);
      const messages = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), 'utf8'));
      expect(messages.length).toBeGreaterThan(10);
      await on(async (page) => {
        for (const message of messages) {
          const drawn = (await page.evaluate(
            `import('./modules/adapters/web/page/${platform}-view.js').then((view) => {
            const drawn = view.${platform}View(${message}, () => {});
            for (const hint of drawn.querySelectorAll('.unseen')) hint.remove();
            return [drawn.textContent, drawn.querySelectorAll('.undrawn').length];
          })`,
          )) as [string, number];
          expect(drawn[1]).toBe(0);
          for (const text of textsOf(JSON.parse(message))) expect(letters(drawn[0]), text).toContain(letters(text));
        }
      });
    },
  );
});

/** What a payload shows: the texts of blocks and components, labels of buttons. */
function textsOf(value: unknown, name = ''): string[] {
  if (typeof value === 'string') return ['text', 'label', 'content'].includes(name) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => textsOf(item));
  if (typeof value !== 'object' || value === null) return [];
  const { blocks, ...fields } = value as Record<string, unknown>;
  // The text beside blocks is for notifications.
  if (blocks !== undefined) return textsOf(blocks);
  return Object.entries(fields).flatMap(([field, item]) => textsOf(item, field));
}

/** Letters and digits alone: Discord's markup and addresses of its links are not shown. */
function letters(text: string): string {
  return text.replace(/\]\(<[^>]*>\)/g, '').replace(/[^\p{L}\p{N}]/gu, '');
}
