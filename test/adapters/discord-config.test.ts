import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { readConfig, secretsOf } from '../../adapters/config.js';

const TOKEN = 'MTAwMDAwMDAwMDAwMDAwMDAx.GabcDE.abcdefghijklmnopqrstuvwxyz-0123456789';
const GUILD = '200000000000000001';
const read = (environment: Record<string, string>) => readConfig(environment, `${tmpdir()}/nowhere`);

describe('Discord', () => {
  test('is not wanted without a token', () => {
    expect(read({ DISCORD_API_URL: 'http://localhost:1/api' }).discord).toBeUndefined();
  });

  test('needs a token and nothing else, and hands it to the log to be left out', () => {
    const config = read({ DISCORD_TOKEN: ` ${TOKEN} ` });
    expect(config.discord).toEqual({ token: TOKEN });
    expect(secretsOf(config)).toEqual([TOKEN]);
  });

  test('takes a server, channels, and another address, with or without its version', () => {
    const config = { DISCORD_TOKEN: TOKEN, DISCORD_GUILD_ID: GUILD, DISCORD_CHANNELS: `${GUILD}, ${GUILD}` };
    expect(read({ ...config, DISCORD_API_URL: 'http://localhost:1/api/v10/' }).discord).toEqual({
      token: TOKEN,
      guild: GUILD,
      channels: [GUILD, GUILD],
      apiUrl: 'http://localhost:1/api',
    });
  });

  test.each([
    ['DISCORD_TOKEN', `Bot ${TOKEN}`, 'holds a space'],
    ['DISCORD_TOKEN', `"${TOKEN}"`, 'quotation mark'],
    ['DISCORD_TOKEN', GUILD, 'id of an application'],
    ['DISCORD_TOKEN', 'ab'.repeat(32), 'public key'],
    ['DISCORD_TOKEN', 'aB-'.repeat(10).concat('xy'), 'client secret'],
    ['DISCORD_TOKEN', TOKEN.slice(0, 30), 'three parts'],
    ['DISCORD_GUILD_ID', 'my server', 'id of a server'],
    ['DISCORD_CHANNELS', 'general', 'ids of channels'],
    ['DISCORD_API_URL', 'localhost', 'https://discord.com/api'],
  ])('%s names what is wrong with %j, and shows no value', (name, value, reason) => {
    const act = () => read({ DISCORD_TOKEN: TOKEN, [name]: value });
    expect(act).toThrow(new RegExp(`^${name}: .*${reason}`));
    if (name === 'DISCORD_TOKEN') expect(act).not.toThrow(value);
  });
});
