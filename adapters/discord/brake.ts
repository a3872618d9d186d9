/** Holds back connections to the gateway, so that trouble at Discord's end is not answered by a storm. */
export interface Brake {
  /** Resolves when another connection may be made. */
  connect(): Promise<void>;
  /** Resolves when another session may be begun. Rejects when `signal` aborts. */
  identify(limit: SessionLimit, signal: AbortSignal): Promise<void>;
  /** To be called when a session is begun or resumed. */
  connected(): void;
}

/** What Discord says of the sessions that may yet be begun. */
export interface SessionLimit {
  readonly remaining: number;
  /** Until there are 1,000 again, in milliseconds. */
  readonly resetAfter: number;
}

/** The world that a brake waits in. */
export interface BrakeOptions {
  /** The time in milliseconds, from any start. */
  readonly now?: () => number;
  /** Resolves after so many milliseconds; rejects when `signal` aborts. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/**
 * Creates the brake. Connections that do not hold are made after 0, 1, 2, 4, 8 and then every 15 seconds; discord.js adds half a
 * second. At most five sessions are begun in ten minutes, the second and later ones after 5, 10 and 15 seconds: of 1,000 a
 * day, after which Discord resets the token (https://docs.discord.com/developers/events/gateway#session-start-limit), 720 at
 * most are used, and when few are left, which a loop of restarts can bring about, the rest are spread over the time left.
 */
export function createBrake({ now = performance.now.bind(performance), wait }: BrakeOptions): Brake {
  let failed = 0;
  let connectedAt: number | undefined;
  let begun: number[] = [];
  let isFirst = true;
  return {
    async connect() {
      if (connectedAt !== undefined && now() - connectedAt >= HELD) failed = 0;
      connectedAt = undefined;
      const pause = failed === 0 ? 0 : Math.min(1_000 * 2 ** (failed - 1), LONGEST);
      failed++;
      if (pause > 0) await wait(pause);
    },
    async identify({ remaining, resetAfter }, signal) {
      begun = begun.filter((at) => now() - at < WINDOW);
      const oldest = begun[0];
      const last = begun.at(-1);
      let pause = 0;
      if (oldest !== undefined && last !== undefined) {
        const next = begun.length >= MOST ? oldest + WINDOW : last + 5_000 * begun.length;
        pause = Math.max(0, next - now());
      }
      // What Discord says is as old as the client: it is asked once.
      if (isFirst && remaining < FEW) pause = Math.max(pause, resetAfter / Math.max(1, remaining));
      isFirst = false;
      if (pause > 0) await wait(pause, signal);
      begun.push(now());
    },
    connected() {
      connectedAt = now();
    },
  };
}

/** How long a connection must hold before the next one is made at once, in milliseconds. */
const HELD = 30_000;
const LONGEST = 15_000;
/** Sessions that are begun within {@link WINDOW} milliseconds. */
const MOST = 5;
const WINDOW = 600_000;
/** Sessions left of a day's 1,000 at which the rest are spread. */
const FEW = 100;
