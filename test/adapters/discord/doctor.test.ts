import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { commandsFor } from '../../../adapters/discord/commands.js';
import { examineDiscord } from '../../../adapters/discord/doctor.js';
import { APPLICATION, type Call, type FakeDiscord, startFakeDiscord, TOKEN } from './fake-discord.js';

let discord: FakeDiscord;
let application: object;
let guilds: readonly object[];
beforeEach(async () => {
  discord = await startFakeDiscord();
  application = { id: APPLICATION, name: 'Notes', flags: 0 };
  guilds = [{ id: '1' }];
  discord.commands.set(`/applications/${APPLICATION}/commands`, commandsFor(undefined) as unknown[]);
  discord.state.answer = ({ path }: Call) => {
    if (path === '/applications/@me') return { status: 200, body: application };
    if (path.startsWith('/users/@me/guilds')) return { status: 200, body: guilds };
    return undefined;
  };
});
afterEach(() => discord.stop());

async function findings(changes: object = {}): Promise<readonly string[]> {
  const lines: string[] = [];
  const config = { token: TOKEN, apiUrl: discord.apiUrl, ...changes };
  for await (const { state, message, remedy = '' } of examineDiscord(config))
    lines.push(`${state} ${message} ${remedy}`);
  for (const line of lines) expect(line).not.toContain(TOKEN);
  return lines;
}
const notWell = (lines: readonly string[]) => lines.filter((line) => !line.startsWith('ok'));

describe("Discord's part of the set-up", () => {
  test('is well when the token is taken, the bot is in a server and its commands are registered', async () => {
    const lines = await findings();
    expect(notWell(lines)).toEqual([]);
    expect(lines[0]).toContain('"Notes"');
    expect(discord.calls.every(({ method }) => method === 'GET')).toBe(true);
    expect(discord.sessions).toEqual([]);
  });

  test('is wrong where the token is refused', async () => {
    const lines = await findings({ token: `${TOKEN.slice(0, -1)}x` });
    discord.state.answer = () => undefined;
    expect(lines.length).toBeGreaterThan(0);
    discord.state.answer = () => ({ status: 401, body: { message: '401: Unauthorized', code: 0 } });
    expect(notWell(await findings())).toEqual([
      expect.stringMatching(/^wrong Discord refuses DISCORD_TOKEN .*page "Bot"/),
    ]);
  });

  test('is wrong where commands go to an address, or nobody can invite the bot', async () => {
    application = {
      ...application,
      interactions_endpoint_url: 'https://example.com/',
      bot_require_code_grant: true,
    };
    expect(notWell(await findings())).toEqual([
      expect.stringContaining('Interactions Endpoint URL'),
      expect.stringContaining('OAuth2 Code Grant'),
    ]);
  });

  test('deserves a look where an intent is on that is not needed, by the name of its switch', async () => {
    application = { ...application, flags: 1 << 19 };
    expect(notWell(await findings())).toEqual([expect.stringMatching(/^look Message Content Intent is on/)]);
  });

  test('deserves a look where the bot is in no server, with the address to invite it', async () => {
    guilds = [];
    expect(notWell(await findings())).toEqual([expect.stringContaining(`client_id=${APPLICATION}`)]);
  });

  test('deserves a look where the commands are not registered', async () => {
    discord.commands.clear();
    expect(notWell(await findings())).toEqual([expect.stringMatching(/^look the commands are not registered/)]);
  });

  test('is wrong where the bot is not in the server of DISCORD_GUILD_ID', async () => {
    expect(notWell(await findings({ guild: '200000000000000009' }))).toContainEqual(
      expect.stringMatching(/^wrong the bot is not in the server of DISCORD_GUILD_ID/),
    );
  });

  test('is wrong where Discord cannot be reached', async () => {
    discord.state.answer = () => 'drop';
    expect(notWell(await findings())).toEqual([expect.stringMatching(/^wrong Discord cannot be reached/)]);
  });

  test('is wrong where no sessions are left', async () => {
    discord.state.remaining = 0;
    expect(notWell(await findings())).toEqual([expect.stringMatching(/^wrong the bot has no sessions left/)]);
  });
});
