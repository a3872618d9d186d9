/**
 * What Slack sends, in the shape of its documentation; the page is named at each. Values are made up. All pages are under
 * https://docs.slack.dev.
 */

export const TEAM = 'T061EG9R6';
export const USER = 'U061F7AUR';
export const CHANNEL = 'C0LAN2Q65';
export const DIRECT = 'D024BE91L';
export const BOT_USER = 'U0BOTUSER';
export const BOT_ID = 'B0BOTID01';

let count = 0;
/** A time stamp as Slack's messages have, never the same twice. */
export const timestamp = () => `1515449522.${String(++count).padStart(6, '0')}`;

/** reference/events/app_mention: the outer event and the standard mention. */
export function appMention(text: string, changes: Record<string, unknown> = {}, outer: Record<string, unknown> = {}) {
  const ts = timestamp();
  return eventCallback(
    { type: 'app_mention', user: USER, text: `<@${BOT_USER}> ${text}`, ts, channel: CHANNEL, event_ts: ts, ...changes },
    outer,
  );
}

/** reference/events/message.im: a message in the direct messages with the app. */
export function directMessage(
  text: string,
  changes: Record<string, unknown> = {},
  outer: Record<string, unknown> = {},
) {
  const ts = timestamp();
  return eventCallback(
    {
      type: 'message',
      channel: DIRECT,
      user: USER,
      text,
      ts,
      event_ts: ts,
      channel_type: 'im',
      ...changes,
    },
    outer,
  );
}

/** reference/events/message.channels: a message in a public channel. */
export function channelMessage(text: string, changes: Record<string, unknown> = {}) {
  return directMessage(text, { channel: CHANNEL, channel_type: 'channel', ...changes });
}

/** reference/events/app_home_opened. */
export function homeOpened(tab: 'home' | 'messages') {
  return eventCallback({ type: 'app_home_opened', user: USER, channel: DIRECT, event_ts: timestamp(), tab });
}

/** apis/events-api, "Callback field overview". */
function eventCallback(event: Record<string, unknown>, outer: Record<string, unknown> = {}) {
  return {
    token: 'one-long-verification-token',
    team_id: TEAM,
    api_app_id: 'A0PNCHHK2',
    event,
    type: 'event_callback',
    event_id: `Ev${timestamp().replace('.', '')}`,
    event_time: 1515449522,
    authorizations: [
      { enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true, is_enterprise_install: false },
    ],
    is_ext_shared_channel: false,
    event_context: '4-eyJldCI6ImFwcF9tZW50aW9uIn0',
    ...outer,
  };
}

/** interactivity/implementing-slash-commands, "App command request information". */
export function slashCommand(text: string, changes: Record<string, string> = {}): Record<string, string> {
  return {
    token: 'gIkuvaNzQIHg97ATvDxqgjtO',
    team_id: TEAM,
    team_domain: 'example',
    enterprise_id: 'E0001',
    enterprise_name: 'Globular%20Construct%20Inc',
    channel_id: CHANNEL,
    channel_name: 'test',
    user_id: USER,
    user_name: 'Steve',
    command: '/dockercon',
    text,
    trigger_id: `13345224609.738474920.${timestamp()}`,
    api_app_id: 'A123456',
    is_enterprise_install: 'false',
    ...changes,
  };
}

/** reference/interaction-payloads/shortcuts-interaction-payload, a message shortcut. */
export function messageShortcut(text: string | null, changes: Record<string, unknown> = {}) {
  const ts = timestamp();
  return {
    token: 'Nj2rfC2hU8mAfgaJLemZgO7H',
    callback_id: 'look_up',
    type: 'message_action',
    trigger_id: `13345224609.8534564800.${ts}`,
    action_ts: ts,
    message_ts: ts,
    team: { id: TEAM, domain: 'example' },
    channel: { id: CHANNEL, name: 'test' },
    user: { id: USER, name: 'Steve' },
    message: { type: 'message', user: 'U0OTHER01', ts, text },
    ...changes,
  };
}

/** reference/interaction-payloads/block_actions-payload: a button or feedback button of a message. */
export function blockActions(action: Record<string, unknown>, changes: Record<string, unknown> = {}) {
  const ts = timestamp();
  return {
    type: 'block_actions',
    team: { id: TEAM, domain: 'example' },
    user: { id: USER, username: 'steve', name: 'steve', team_id: TEAM },
    api_app_id: 'A02',
    token: 'Shh_its_a_seekrit',
    container: { type: 'message', message_ts: ts, channel_id: CHANNEL, is_ephemeral: true },
    trigger_id: `12466734323.1395872398.${ts}`,
    channel: { id: CHANNEL, name: 'test' },
    state: { values: {} },
    actions: [{ type: 'button', block_id: 'b1', action_ts: ts, ...action }],
    ...changes,
  };
}

/** The same page, "view": a button of the App Home. It has no channel and no response_url. */
export function homeActions(action: Record<string, unknown>) {
  const { channel: _, ...rest } = blockActions(action);
  return { ...rest, container: { type: 'view', view_id: 'VNHU13V36' }, view: { id: 'VNHU13V36', type: 'home' } };
}
