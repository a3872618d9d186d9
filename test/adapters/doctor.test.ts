import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { consultDoctor } from '../../adapters/terminal/doctor.js';
import { startFakeDiscord, TOKEN } from './discord/fake-discord.js';
import { memoryOutput } from './fakes.js';
import { APP_TOKEN, BOT_TOKEN } from './slack/bot.js';
import { startFakeSlack } from './slack/fake-slack.js';

const MAIN = fileURLToPath(new URL('../../dist/adapters/main.js', import.meta.url));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
  writeFileSync(join(folder, 'a.md'), '# Gizmo\n\nGizmo folds paper boats.\n');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs the doctor with nothing in its environment but what is given. */
function doctor(env: Record<string, string> = {}, words: readonly string[] = []) {
  return new Promise<{ readonly code: number | null; readonly out: string; readonly err: string }>((resolve) => {
    const child = spawn(process.execPath, [MAIN, 'doctor', ...words], {
      cwd: folder,
      env: { PATH: process.env.PATH, NOTES_DIR: folder, ...env },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data) => {
      out += data;
    });
    child.stderr.on('data', (data) => {
      err += data;
    });
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

describe('the doctor', () => {
  test('looks at everything that is set up, and ends with 0 when nothing is wrong', async () => {
    const [slack, discord] = [await startFakeSlack(), await startFakeDiscord()];
    const env = {
      SLACK_API_URL: slack.apiUrl,
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: APP_TOKEN,
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_TOKEN: TOKEN,
    };
    const { code, out, err } = await doctor(env);
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain('ok     configuration: joins slack and discord\n');
    expect(out).toContain('ok     notes: 1 notes');
    expect(out).toMatch(/^ok {5}slack: /m);
    expect(out).toMatch(/^ok {5}discord: /m);
    expect(out).toMatch(/\nAll is well\.\n$/);
    slack.fault = () => ({ kind: 'error', error: 'account_inactive' });
    const ill = await doctor(env, ['--json']);
    expect(ill.code).toBe(1);
    expect(JSON.parse(ill.out)).toMatchObject({ ok: false });
    for (const secret of [BOT_TOKEN, APP_TOKEN, TOKEN]) expect(out + ill.out).not.toContain(secret);
    await slack.stop();
    await discord.stop();
  });

  test('tells each fault of the configuration in a line, without its value, and ends with 1', async () => {
    const { code, out } = await doctor({ SLACK_BOT_TOKEN: APP_TOKEN, PORT: 'abc' });
    expect(code).toBe(1);
    expect(out).toMatch(/^WRONG {2}configuration: SLACK_BOT_TOKEN: this is the app token/m);
    expect(out).toMatch(/^WRONG {2}configuration: PORT: /m);
    expect(out).not.toContain(APP_TOKEN);
  });

  test('names a folder of notes that is not there', async () => {
    const { code, out } = await doctor({ NOTES_DIR: join(folder, 'none') });
    expect(code).toBe(1);
    expect(out).toMatch(/^WRONG {2}notes: NOTES_DIR: .*does not exist/m);
  });

  test('gives up what takes too long, and tells what it has found', async () => {
    const output = memoryOutput();
    const never = async function* () {
      yield { about: 'x', state: 'ok' as const, message: 'the beginning' };
      await new Promise(() => {});
    };
    const request = { json: false, stdout: output, redact: (line: string) => line.replace('secret', '…'), timeout: 50 };
    expect(await consultDoctor({ ...request, examinations: [['x', never]] })).toBe(1);
    expect(output.text()).toContain('ok     x: the beginning\nWRONG  x: could not be examined to the end');
  });
});
