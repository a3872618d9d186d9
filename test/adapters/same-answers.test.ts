import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Pressed } from '../../adapters/chat/desk.js';
import { readCorpus } from '../../adapters/corpus.js';
import { format as formatDiscord } from '../../adapters/discord/format.js';
import { shippedNotes } from '../../adapters/notes-folder.js';
import { format as formatSlack } from '../../adapters/slack/format.js';
import { format as formatTerminal } from '../../adapters/terminal/format.js';
import type { Answer, Engine } from '../../src/index.js';
import { shownOf } from './discord/shown.js';

/**
 * For every question of a set, the terminal, Slack and Discord show the same words of the notes and the same places, whatever
 * markup they need for it: each platform's text is compared with the answer itself, freed of markup and of white space.
 */

const QUESTIONS: readonly string[] = readFileSync(new URL('../questions/keynotes.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line).question);

let engine: Engine;
beforeAll(async () => {
  const corpus = await readCorpus([shippedNotes()], { notes: [], logLevel: 'info' });
  engine = await corpus.openEngine();
});

interface Shown {
  readonly text: string;
  readonly links: readonly string[];
}

const PLATFORMS: Readonly<Record<string, (answer: Answer) => Shown>> = {
  terminal(answer) {
    const text = formatTerminal(answer, { width: 100_000, colour: false, links: false } as never);
    return { text, links: text.match(/https?:\/\/\S+/g) ?? [] };
  },
  Slack(answer) {
    const runs = runsOf(formatSlack(shown(answer)).blocks);
    return {
      text: runs.map(({ text }) => text).join(''),
      links: runs.flatMap(({ url }) => url ?? []),
    };
  },
  Discord(answer) {
    const texts = textsOf(formatDiscord(shown(answer))).map(shownOf);
    return { text: texts.map(({ text }) => text).join('\n'), links: texts.flatMap(({ links }) => links) };
  },
};

function shown(answer: Answer): Pressed {
  return { kind: 'answer', answer, asked: { question: answer.question, history: [] } };
}

function runsOf(value: unknown): { readonly text: string; readonly url?: string }[] {
  if (Array.isArray(value)) return value.flatMap(runsOf);
  if (typeof value !== 'object' || value === null) return [];
  const { type, text, url, elements } = value as { type?: string; text?: string; url?: string; elements?: unknown };
  if (type === 'text' || type === 'link') return [{ text: text ?? url ?? '', ...(url !== undefined && { url }) }];
  return [...runsOf(elements), { text: '\n' }];
}

function textsOf(value: unknown): string[] {
  const { content, components = [] } = value as { content?: string; components?: unknown[] };
  return [...(content === undefined ? [] : [content]), ...components.flatMap(textsOf)];
}

/** Letters and digits alone, so that wrapping, bullets and quotation marks do not matter. */
function bare(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}

describe.each(Object.keys(PLATFORMS))('%s', (name) => {
  test.each(QUESTIONS)('shows the words of the notes and where they stand: %s', async (question) => {
    const answer = await engine.ask(question);
    const { text, links } = (PLATFORMS[name] as (typeof PLATFORMS)[string])(answer);
    const all = bare(text);
    if (answer.answered) {
      let at = 0;
      for (const { parts, citation } of answer.excerpts) {
        for (const part of parts) {
          const found = all.indexOf(bare(part.text), at);
          expect(found, part.text).toBeGreaterThanOrEqual(at);
          at = found + bare(part.text).length;
        }
        expect(text).toContain(`[${citation}]`);
      }
    }
    const citations = answer.answered ? answer.citations : answer.nearest;
    for (const { number, note, lines, event, title, url } of citations) {
      expect(text).toContain(`[${number}]`);
      expect(all).toContain(bare(event ?? title));
      expect(all).toContain(bare(`${note}:${lines.from}`));
      if (url !== undefined && answer.answered) expect(links.map(plainAddress)).toContain(plainAddress(url));
    }
  });
});

/** Platforms encode different characters of an address. */
function plainAddress(url: string): string {
  return decodeURIComponent(url);
}
