import { type App, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { reasonOf } from '../errors.js';
import type { Log } from '../log.js';
import { fateOf } from './fate.js';
import { createLogger } from './logger.js';
import { parsePayload } from './payload.js';

/** How Slack is reached over a socket. */
export interface SocketOptions {
  readonly appToken: string;
  readonly apiUrl: string;
  readonly log: Log;
  /** Resolves after so many milliseconds; at once when the bot is stopping. */
  readonly wait: (milliseconds: number) => Promise<unknown>;
  /** Told when the socket opens and when it is gone. */
  readonly onState?: (isOpen: boolean) => void;
}

/** Longest time to open a socket, and longest pause between tries, in milliseconds. */
const OPEN_TIMEOUT = 15_000;
const LONGEST_PAUSE = 20_000;
const FIRST_PAUSE = 500;
/** Longest wait for Slack to take leave, in milliseconds. */
const LEAVE_TIMEOUT = 500;

/**
 * Bolt's Socket Mode receiver, kept alive. Bolt's own way to reconnect gives up for good, or ends the process, when Slack
 * refuses to open a socket (github.com/slackapi/node-slack-sdk issue 2656); here it goes on for ever, with a ceiling to its
 * pauses. A frame that is not of the documented shape is dropped: Bolt would fail on it where nobody can catch it.
 *
 * See https://docs.slack.dev/apis/events-api/using-socket-mode.
 */
export function createSocketReceiver({ appToken, apiUrl, log, wait, onState = () => {} }: SocketOptions): Receiver {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: createLogger(log),
    autoReconnectEnabled: false,
    installerOptions: {
      // An object of its own: Socket Mode writes into it.
      clientOptions: {
        slackApiUrl: apiUrl,
        timeout: OPEN_TIMEOUT,
        retryConfig: { retries: 0 },
      },
    },
  });
  const { client } = receiver;
  let isStopping = false;
  let isConnecting = false;

  const [handleFrame] = client.listeners('ws_message');
  client.removeAllListeners('ws_message');
  client.on('ws_message', async (data: unknown, isBinary: boolean) => {
    try {
      const frame = isBinary ? undefined : readFrame(data);
      if (frame === undefined) log.warn({ platform: 'slack' }, 'a frame of an unknown shape was dropped');
      else await handleFrame?.call(client, JSON.stringify(frame), false);
    } catch (error) {
      log.warn({ platform: 'slack' }, `a frame could not be handled: ${reasonOf(error)}`);
    }
  });
  client.on('disconnected', () => {
    if (isStopping || isConnecting) return;
    onState(false);
    void keepConnecting('connected again');
  });

  /** Opens the socket; resolves once Slack has said hello. */
  async function connect(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('Slack did not say hello in time')), OPEN_TIMEOUT);
    });
    try {
      await Promise.race([client.start(), tooLate]);
    } catch (error) {
      await leave();
      throw error ?? new Error('the socket was closed before Slack said hello');
    } finally {
      clearTimeout(timer);
    }
  }

  /** Tries to connect until it succeeds, the bot stops, or an error is final: then it rejects with it. */
  async function keepConnecting(done: string, isFinal: (error: unknown) => boolean = () => false): Promise<void> {
    if (isConnecting) return;
    isConnecting = true;
    try {
      for (let pause = FIRST_PAUSE; !isStopping; pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
        try {
          await connect();
          onState(true);
          log.info({ platform: 'slack' }, done);
          return;
        } catch (error) {
          if (isFinal(error)) throw error;
          log.warn({ platform: 'slack' }, `the socket could not be opened, trying again: ${reasonOf(error)}`);
          await wait(pause);
        }
      }
    } finally {
      isConnecting = false;
    }
  }

  async function leave(): Promise<void> {
    const goodbye = client.disconnect().catch(() => {});
    await Promise.race([goodbye, new Promise((resolve) => setTimeout(resolve, LEAVE_TIMEOUT).unref())]);
  }

  return {
    init: (app: App) => receiver.init(app),
    /** @throws WebAPIPlatformError when Slack refuses the app token; whatever else is in the way is waited for. */
    async start() {
      await keepConnecting('connected', (error) => fateOf(error).kind === 'refused');
    },
    async stop() {
      isStopping = true;
      await leave();
    },
  };
}

const ENVELOPES = new Set(['events_api', 'slash_commands', 'interactive']);
/** Names of the client's own events, which a frame must not be able to call. */
const EVENT_NAME =
  /^(?!(?:error|close|connect|connected|connecting|reconnecting|disconnected|disconnecting|authenticated|ws_message|slack_event|outgoing_message)$)[a-z_.]{1,100}$/;

interface Frame {
  readonly type?: unknown;
  readonly envelope_id?: unknown;
  readonly payload?: unknown;
}

/** A frame of a documented shape, without nulls; `undefined` for any other. */
function readFrame(data: unknown): Frame | undefined {
  if (typeof data !== 'string') return undefined;
  let frame: Frame | undefined;
  try {
    frame = parsePayload(data) as Frame | undefined;
  } catch {
    return undefined;
  }
  return typeof frame === 'object' && isFrame(frame) ? frame : undefined;
}

function isFrame({ type, envelope_id, payload }: Frame): boolean {
  if (type === 'hello' || type === 'disconnect') return true;
  if (!ENVELOPES.has(String(type)) || typeof envelope_id !== 'string' || typeof payload !== 'object') return false;
  if (type !== 'events_api') return true;
  const { event } = payload as { readonly event?: { readonly type?: unknown } };
  return typeof event === 'object' && EVENT_NAME.test(String(event.type));
}
