import { readdirSync, readFileSync } from 'node:fs';
import type { App } from '@slack/bolt';
import { describe, expect, test } from 'vitest';
import { WORDS } from '../../../adapters/chat/wording.js';
import { SCOPES } from '../../../adapters/slack/doctor.js';
import { type ListenerParts, listen } from '../../../adapters/slack/listeners.js';

const FOLDER = new URL('../../../adapters/slack/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('manifest.json', FOLDER), 'utf8'));
const source = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(new URL(name, FOLDER), 'utf8'))
  .join('\n');

/** What the code listens to. */
function listeners(threads: boolean) {
  const found = { commands: [] as string[], events: [] as string[], shortcuts: [] as unknown[], actions: 0 };
  const app = {
    command: (name: string) => found.commands.push(name),
    event: (name: string) => found.events.push(name),
    shortcut: (constraints: unknown) => found.shortcuts.push(constraints),
    action: () => found.actions++,
  };
  listen(app as unknown as App, { ...(threads && { threads: {} }), channels: [] } as unknown as ListenerParts);
  return found;
}

/** The event of the manifest by which each listener is called, and the scope it needs: the page of each under reference/events. */
const EVENTS: Readonly<Record<string, readonly [subscribed: string, scope?: string]>> = {
  app_home_opened: ['app_home_opened'],
  app_mention: ['app_mention', 'app_mentions:read'],
  message: ['message.im', 'im:history'],
};

/** The scope of each method: its page under reference/methods. */
const METHODS: Readonly<Record<string, string | undefined>> = {
  'auth.test': undefined,
  'chat.postMessage': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'views.publish': undefined,
  'assistant.threads.setSuggestedPrompts': 'assistant:write',
};

describe('the manifest', () => {
  const { commands, events, shortcuts, actions } = listeners(false);
  const methods = new Set([...source.matchAll(/client\.((?:\w+\.)+\w+)\(/g)].map(([, method]) => method ?? ''));

  test('has the commands and shortcuts that are listened to, and no others', () => {
    expect(manifest.features.slash_commands.map(({ command }: { command: string }) => command)).toEqual(commands);
    expect(
      manifest.features.shortcuts.map(({ callback_id }: { callback_id: string }) => ({
        callback_id,
        type: 'message_action',
      })),
    ).toEqual(shortcuts);
    expect(manifest.features.shortcuts[0]).toMatchObject({ type: 'message', name: WORDS.lookUp });
  });

  test('subscribes to the events that are listened to, and no others', () => {
    expect(events.map((event) => EVENTS[event]?.[0]).sort()).toEqual(
      [...manifest.settings.event_subscriptions.bot_events].sort(),
    );
  });

  test('has the scopes that the doctor looks for', () => {
    expect([...SCOPES]).toEqual(manifest.oauth_config.scopes.bot);
  });

  test('has the scopes that events, methods, commands and shortcuts need, and no others', () => {
    for (const method of methods) expect(Object.keys(METHODS)).toContain(method);
    const needed = [
      ...events.map((event) => EVENTS[event]?.[1]),
      ...[...methods].map((method) => METHODS[method]),
      'commands',
    ];
    expect(manifest.oauth_config.scopes).toEqual({ bot: [...new Set(needed.filter(Boolean))].sort() });
  });

  test('reads no history but that of direct messages, and looks nobody up', () => {
    const scopes: string[] = manifest.oauth_config.scopes.bot;
    expect(scopes.filter((scope) => scope.endsWith(':history'))).toEqual(['im:history']);
    expect(scopes.filter((scope) => scope.startsWith('users'))).toEqual([]);
  });

  test('lets buttons be pressed, as the code has them', () => {
    expect(actions).toBe(1);
    expect(manifest.settings.interactivity.is_enabled).toBe(true);
  });

  test('opens the surfaces that the code fills', () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
    expect(Object.keys(manifest.features)).toContain('agent_view');
    expect(Object.keys(manifest.features)).not.toContain('assistant_view');
    expect(manifest.settings.socket_mode_enabled).toBe(true);
  });

  // https://docs.slack.dev/reference/app-manifest
  test('keeps within the lengths that Slack takes', () => {
    const { display_information, features } = manifest;
    expect(display_information.name.length).toBeLessThanOrEqual(35);
    expect(display_information.description.length).toBeLessThanOrEqual(140);
    expect(features.bot_user.display_name).toMatch(/^[a-z0-9-_.]{1,80}$/);
    expect(features.shortcuts[0].name.length).toBeLessThanOrEqual(25);
    expect(features.shortcuts[0].description.length).toBeLessThanOrEqual(150);
    expect(features.slash_commands[0].description.length).toBeLessThanOrEqual(2_000);
    expect(features.slash_commands[0].usage_hint.length).toBeLessThanOrEqual(1_000);
  });
});
