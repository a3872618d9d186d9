import { GatewayDispatchEvents, GatewayOpcodes } from 'discord-api-types/v10';

/**
 * Whether a frame of the gateway has the form that its opcode must have. What `@discordjs/ws` reads of a frame it takes for
 * granted, and a frame without it ends in a promise that rejects unheard, which ends the process.
 *
 * Forms: https://docs.discord.com/developers/events/gateway-events.
 */
export function isFrame(data: unknown): boolean {
  const frame = parse(data);
  if (frame === undefined) return false;
  const { op, t, d } = frame;
  const content = object(d);
  switch (op) {
    case GatewayOpcodes.Hello:
      return typeof content.heartbeat_interval === 'number' && content.heartbeat_interval >= SHORTEST_BEAT;
    case GatewayOpcodes.InvalidSession:
      return typeof d === 'boolean';
    case GatewayOpcodes.Dispatch:
      if (t !== GatewayDispatchEvents.Ready) return typeof t === 'string';
      return typeof content.session_id === 'string' && typeof object(content.user).id === 'string';
    default:
      return typeof op === 'number';
  }
}

/** Whether a frame says that the session cannot be gone on with just now, but later. */
export function isResumableInvalidSession(data: unknown): boolean {
  const frame = parse(data);
  return frame?.op === GatewayOpcodes.InvalidSession && frame.d === true;
}

/**
 * Fills in what discord.js needs of a READY beyond what {@link isFrame} asks for, and would not be ready without: the servers, and
 * the application, which for a bot has the id of its user (https://docs.discord.com/developers/events/gateway-events#ready).
 */
export function completeReady(ready: {
  guilds?: unknown;
  application?: unknown;
  readonly user: { readonly id: string };
}): void {
  if (!Array.isArray(ready.guilds)) ready.guilds = [];
  if (typeof object(ready.application).id !== 'string') ready.application = { id: ready.user.id, flags: 0 };
}

/** In milliseconds. Discord says 41,250; a timer of nothing would never let go. */
const SHORTEST_BEAT = 10;

type Json = Readonly<Record<string, unknown>>;

function parse(data: unknown): Json | undefined {
  if (typeof data !== 'string') return undefined;
  try {
    const value: unknown = JSON.parse(data);
    return typeof value === 'object' && value !== null ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}
