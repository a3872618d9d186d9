import { LRUCache } from 'lru-cache';
import type { Answer, Engine, NoteSummary } from '../../src/index.js';
import { reasonOf } from '../errors.js';
import { GAP_REASONS, type GapNotes, type Verdict } from '../gaps.js';
import type { Log } from '../log.js';
import { type Meter, NO_METER, type Outcome } from '../meter.js';
import { type Asked, type Button, fingerprint, type LongQuestions, MAX_QUESTION, type ReadButton } from './buttons.js';
import type { Conversations } from './conversations.js';
import { boundary } from './cut.js';
import { exampleQuestions } from './examples.js';
import type { FeedbackStore } from './feedback.js';
import type { OnceOnly } from './once-only.js';
import type { RateLimit } from './rate-limit.js';
import { asksForHelp, WORDS } from './wording.js';

/** A question as it reaches the bot, freed of the platform's markup and of the bot's own mention. */
export interface Incoming {
  /** Every name the delivery is known by, each with the platform and workspace in it. Dealt with once. */
  readonly deliveries: readonly string[];
  /** Who asks: platform, workspace and user. */
  readonly asker: string;
  /** What a follow-up may lean on: platform, workspace, channel, thread and user. */
  readonly conversation: string;
  readonly text: string;
  /** A button of the answer that the question replies to, where the platform tells: it then follows up that answer's question. */
  readonly follows?: ReadButton | undefined;
}

/** What to say. The platform's renderer makes a message of it. */
export type Reply =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly asked: Asked }
  | { readonly kind: 'help'; readonly examples: readonly string[] }
  | { readonly kind: 'sources'; readonly notes: readonly NoteSummary[] }
  | { readonly kind: 'about'; readonly notes: readonly NoteSummary[] }
  /** One line of the bot's own, for the asker alone where the platform allows. */
  | { readonly kind: 'notice'; readonly text: string };

/** What a pressed button leads to. */
export type Pressed =
  | Reply
  /** The answer, to be posted where all can see it. */
  | { readonly kind: 'share'; readonly answer: Answer; readonly asked: Asked }
  /** The answer is no longer what the asker saw: it is shown again, to the asker alone. */
  | { readonly kind: 'changed'; readonly answer: Answer; readonly asked: Asked }
  /** The answer with its explanation: the passages around it and the runners-up. */
  | { readonly kind: 'more'; readonly answer: Answer; readonly asked: Asked };

/** Takes questions and pressed buttons of any platform to the engine, and says what to reply. */
export interface Desk {
  /** The reply to a question; `undefined` when the delivery has been dealt with before. Never rejects. */
  receive(incoming: Incoming): Promise<Reply | undefined>;
  /**
   * What a pressed button leads to; `undefined` when the press has been dealt with before. Never rejects.
   *
   * `conversation` takes part only when the button asks something new.
   */
  press(button: ReadButton | undefined, press: Omit<Incoming, 'text' | 'follows'>): Promise<Pressed | undefined>;
  /** Whether a delivery is dealt with for the first time: for what is answered without the engine. */
  claim(deliveries: readonly string[]): Promise<boolean>;
  /** Questions that the notes can answer, at most three. Never rejects. */
  examples(): Promise<readonly string[]>;
  notes(): readonly NoteSummary[];
}

/** What a desk is made of. */
export interface DeskParts {
  /** E.g. "slack", for feedback and log. */
  readonly platform: string;
  readonly engine: Engine;
  readonly log: Log;
  readonly onceOnly: OnceOnly;
  readonly rateLimit: RateLimit;
  readonly conversations: Conversations;
  readonly feedback: FeedbackStore;
  readonly meter?: Meter | undefined;
  /** Where gaps of the notes are noted; absent unless the operator wants it. */
  readonly gaps?: GapNotes | undefined;
  /** Whether questions are logged. Off unless the operator wants it: a log is read by many. */
  readonly logsQuestions?: boolean | undefined;
  readonly longQuestions: LongQuestions;
  /** Room of a button's value on the platform, in UTF-16 code units. */
  readonly buttonLimit: number;
}

/** Creates the desk of one platform. */
export function createDesk(parts: DeskParts): Desk {
  const { platform, engine, log, onceOnly, rateLimit, conversations, feedback, longQuestions, buttonLimit } = parts;
  const { meter = NO_METER, gaps, logsQuestions = false } = parts;
  const inTurn = createTurns();
  const voices = new LRUCache<string, boolean>(VOICES);
  let examples: { readonly notes: string; readonly questions: Promise<readonly string[]> } | undefined;

  async function receive({ deliveries, asker, conversation, text, follows }: Incoming): Promise<Reply | undefined> {
    const count = stopwatch();
    try {
      if (!(await onceOnly.claim(deliveries))) return undefined;
      if (!rateLimit.take(asker)) return count('too-fast', notice(WORDS.tooFast));
      const command = commandOf(text);
      if (command === 'help') return count('command', { kind: 'help', examples: await exampleList() });
      if (command !== undefined) return count('command', { kind: command, notes: engine.notes() });
      const reply = await inTurn(conversation, () => ask(bounded(text), conversation, follows));
      return count(outcomeOf(reply), reply);
    } catch (error) {
      return count(isSlow(error) ? 'too-slow' : 'failed', apology(error));
    }
  }

  /** Counts a question when its reply is there, with the time since it came. */
  function stopwatch() {
    const start = performance.now();
    return <T>(outcome: Outcome, reply: T): T => {
      meter.question(platform, outcome, (performance.now() - start) / 1_000);
      return reply;
    };
  }

  async function ask(question: string, conversation: string, follows?: ReadButton): Promise<Reply> {
    const replied = follows && askedOf(follows);
    const history = replied ? [...replied.history, replied.question] : await conversations.recall(conversation);
    const answer = await engine.ask(question, { history });
    take(answer);
    if (!answer.answered && asksForHelp(answer)) return { kind: 'help', examples: await exampleList() };
    // Small talk in between does not end a conversation's topic.
    if (answer.answered || answer.reason !== 'small-talk') await conversations.remember(conversation, question);
    return { kind: 'answer', answer, asked: askedWith(question, history, answer) };
  }

  /** Counts an answer to a question that was not asked before, and takes note of what the notes lack. */
  function take(answer: Answer): void {
    meter.answer(platform, answer);
    if (logsQuestions) {
      const { question, answered, confidence } = answer;
      log.info({ platform, question, answered, confidence, ...(!answered && { reason: answer.reason }) }, 'asked');
    }
    if (answer.answered || !GAP_REASONS.has(answer.reason)) return;
    const { standalone, scope } = answer.understood;
    gaps?.note({ kind: 'unanswered', platform, question: standalone, reason: answer.reason, years: scope.years });
  }

  /** Keeps only what is needed to ask again. */
  function askedWith(question: string, history: readonly string[], answer: Answer): Asked {
    const leans = history.length > 0 && answer.understood.standalone.trim() !== answer.question.trim();
    const asked = { question, history: leans ? history : [], shown: fingerprint(answer) };
    longQuestions.keep(asked, buttonLimit);
    return asked;
  }

  function askedOf(read: ReadButton): Asked | undefined {
    return 'asked' in read ? read.asked : longQuestions.find(read.key);
  }

  async function press(
    read: ReadButton | undefined,
    { deliveries, asker, conversation }: Omit<Incoming, 'text' | 'follows'>,
  ): Promise<Pressed | undefined> {
    try {
      if (!(await onceOnly.claim(deliveries))) return undefined;
      if (read === undefined) return notice(WORDS.buttonUnknown);
      const asked = askedOf(read);
      if (asked === undefined) return notice(WORDS.buttonTooOld);
      if (read.act === 'helpful' || read.act === 'unhelpful') return await vote(read.act === 'helpful', asker, asked);
      const count = stopwatch();
      if (!rateLimit.take(asker)) return count('too-fast', notice(WORDS.tooFast));
      if (read.act === 'ask') {
        const reply = await inTurn(conversation, () => ask(bounded(asked.question), conversation));
        return count(outcomeOf(reply), reply);
      }
      return await showAgain({ act: read.act, asked });
    } catch (error) {
      return apology(error);
    }
  }

  async function vote(helpful: boolean, asker: string, asked: Asked): Promise<Pressed> {
    const voice = `${asker}\n${asked.question}`;
    // Who presses the same button again has said nothing new.
    if (voices.get(voice) !== helpful) {
      voices.set(voice, helpful);
      meter.feedback(platform, helpful);
      await feedback.record({ platform, helpful, question: asked.question });
      if (gaps !== undefined) gaps.note(await verdictOn(helpful, asked));
    }
    return notice(helpful ? WORDS.thanksHelpful : WORDS.thanksUnhelpful);
  }

  /** With the citation that was judged, if the answer is still what the asker saw. */
  async function verdictOn(helpful: boolean, { question, history, shown }: Asked): Promise<Verdict> {
    const verdict = { kind: helpful ? 'helpful' : 'unhelpful', platform, question } as const;
    try {
      const answer = await engine.ask(bounded(question), { history });
      const [first] = answer.answered && fingerprint(answer) === shown ? answer.citations : [];
      const { standalone } = answer.understood;
      return {
        ...verdict,
        question: standalone,
        ...(first !== undefined && { citation: { note: first.note, lines: first.lines } }),
      };
    } catch {
      return verdict;
    }
  }

  async function showAgain({ act, asked }: Button): Promise<Pressed> {
    const { question, history, shown } = asked;
    const answer = await engine.ask(bounded(question), { history, explain: act === 'more' });
    const now = { ...asked, shown: fingerprint(answer) };
    longQuestions.keep(now, buttonLimit);
    if (act === 'more') return { kind: 'more', answer, asked: now };
    return { kind: shown === now.shown && answer.answered ? 'share' : 'changed', answer, asked: now };
  }

  function apology(error: unknown): { readonly kind: 'notice'; readonly text: string } {
    log.error({ platform, err: error }, `a question could not be answered: ${reasonOf(error)}`);
    return notice(isSlow(error) ? WORDS.tooSlow : WORDS.failed);
  }

  /** Looked for once for the same notes. */
  async function exampleList(): Promise<readonly string[]> {
    const notes = engine
      .notes()
      .map(({ path, passages }) => `${path} ${passages}`)
      .join('\n');
    if (examples?.notes !== notes) examples = { notes, questions: exampleQuestions(engine, EXAMPLES) };
    try {
      return await examples.questions;
    } catch (error) {
      examples = undefined;
      log.warn({ platform, err: error }, 'no example questions could be found');
      return [];
    }
  }

  return {
    receive,
    press,
    claim: (deliveries) => onceOnly.claim(deliveries),
    examples: exampleList,
    notes: () => engine.notes(),
  };
}

const EXAMPLES = 3;
/** So many voices are remembered, each for an hour: by then nobody presses a button twice by mistake. */
const VOICES = { max: 5_000, ttl: 60 * 60 * 1_000 };

function isSlow(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}

function outcomeOf(reply: Reply): Outcome {
  if (reply.kind !== 'answer') return 'command';
  return reply.answer.answered ? 'answered' : 'abstained';
}

/** Words that are orders when they stand alone, also with a slash or a full stop. */
function commandOf(text: string): 'help' | 'sources' | 'about' | undefined {
  const word = /^\s*[/!]?(help|sources|about)\s*[.!?]*\s*$/i.exec(text)?.[1]?.toLowerCase();
  return /^\s*$/.test(text) ? 'help' : (word as 'help' | 'sources' | 'about' | undefined);
}

function notice(text: string): { readonly kind: 'notice'; readonly text: string } {
  return { kind: 'notice', text };
}

function bounded(text: string): string {
  return text.length <= MAX_QUESTION ? text : text.slice(0, boundary(text, MAX_QUESTION));
}

/** Lets the questions of one conversation be answered one after another, so that each knows the ones before it. */
function createTurns() {
  const last = new Map<string, Promise<unknown>>();
  return async <T>(conversation: string, work: () => Promise<T>): Promise<T> => {
    const turn = (last.get(conversation) ?? Promise.resolve()).then(work, work);
    last.set(conversation, turn);
    try {
      return await turn;
    } finally {
      if (last.get(conversation) === turn) last.delete(conversation);
    }
  };
}
