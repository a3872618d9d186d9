import { spawnSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { builtProgram } from '../built-program.js';
import { APPLICATION, type FakeDiscord, startFakeDiscord, TOKEN } from './fake-discord.js';
import { guildMessage, slash, textOf } from './running.js';

vi.setConfig({ testTimeout: 60_000 });

let discord: FakeDiscord;

beforeEach(async () => {
  discord = await startFakeDiscord();
});
afterEach(async () => {
  await discord.stop();
});

const program = builtProgram();
const run = (words: readonly string[], env: Record<string, string> = {}) =>
  program.run(words, { DISCORD_API_URL: discord.apiUrl, DISCORD_TOKEN: TOKEN, LOG_LEVEL: 'trace', ...env });

describe('the program', () => {
  test('joins Discord, answers from the notes, completes, and stops when told to', async () => {
    const bot = run(['start']);
    await bot.said('started');
    discord.dispatch('MESSAGE_CREATE', guildMessage(discord, 'what is gizmo'));
    await discord.until('a reply', () => discord.landed.length === 1);
    expect(textOf(discord.landed[0])).toContain('folds paper boats');
    const options = [{ type: 3, name: 'question', value: 'giz', focused: true }];
    const data = { id: '1', type: 1, name: 'dockercon', options };
    discord.dispatch('INTERACTION_CREATE', slash(discord, '', { type: 4, data }));
    await discord.until('completions', () => discord.callsTo(/^\/interactions\//).length === 1);
    expect(JSON.stringify(discord.callsTo(/^\/interactions\//)[0]?.body)).toContain('Gizmo');

    bot.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    for (const line of bot.output().trim().split('\n')) expect(() => JSON.parse(line)).not.toThrow();
    for (const secret of [TOKEN, 'secret-interaction-token', 'what is gizmo', 'paper boats']) {
      expect(bot.output()).not.toContain(secret);
    }
  });

  test.each([
    ['the token', 4_004, 'DISCORD_TOKEN: Discord refuses it.'],
    ['the intents', 4_014, 'Used disallowed intents'],
  ])('does not end as if all were well when Discord no longer takes %s', async (_, code, message) => {
    const bot = run(['start']);
    await bot.said('started');
    discord.close(code);
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toContain(message);
  });

  test('ends when Discord refuses the token at the start, and says what to do', async () => {
    discord.state.answer = () => ({ status: 401, body: { message: '401: Unauthorized', code: 0 } });
    const bot = run(['start']);
    expect(await bot.ended).toBe(1);
    expect(bot.output()).toContain('DISCORD_TOKEN: Discord refuses it.');
    expect(bot.output()).not.toContain(TOKEN);
  });

  test('stops while Discord cannot be reached', async () => {
    discord.state.answer = () => 'drop';
    const bot = run(['start']);
    await bot.said('Discord cannot be reached');
    bot.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
  });
});

test('the renderer works without discord.js', () => {
  const renderer = new URL('../../../dist/modules/adapters/discord/format.js', import.meta.url).href;
  const script = `import('${renderer}').then(({ format }) => {
    format({ kind: 'notice', text: 'hi' });
    console.log(Object.keys(require.cache).filter((path) => /discord\\.js|@discordjs|undici/.test(path)).length);
  })`;
  const { stdout, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
  expect([stdout.trim(), stderr]).toEqual(['0', '']);
});

describe('the invitation', () => {
  test('is for the bot of the token, with the least permissions', async () => {
    const bot = run(['discord', 'invite']);
    expect(await bot.ended).toBe(0);
    const url = new URL(bot.output().trim());
    expect(url.origin + url.pathname).toBe('https://discord.com/oauth2/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: APPLICATION,
      scope: 'bot applications.commands',
      // View Channel, Send Messages, Read Message History, Send Messages in Threads.
      permissions: String((1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 38n)),
    });
  });

  test('is not printed for a token that Discord refuses, and that is said', async () => {
    discord.state.answer = () => ({ status: 401, body: { message: '401: Unauthorized', code: 0 } });
    const bot = run(['discord', 'invite']);
    expect(await bot.ended).toBe(2);
    expect(bot.output()).toContain('DISCORD_TOKEN: Discord refuses it.');
  });

  test('needs a token', async () => {
    const bot = run(['discord', 'invite'], { DISCORD_TOKEN: '' });
    expect(await bot.ended).toBe(2);
    expect(bot.output()).toContain('DISCORD_TOKEN: is missing');
  });
});
