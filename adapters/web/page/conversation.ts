import type { Answer } from '../../../src/index.js';
import { MAX_ASKED } from '../contract.js';
import { answerView } from './answer-view.js';
import { client } from './client.js';
import { button, byId, element } from './element.js';
import type { Inspector } from './inspector.js';

/** Questions and answers, the newest last. */
export interface Conversation {
  ask(question: string): Promise<void>;
  clear(): void;
}

/** Earlier questions that go along, as in chats (`createConversations`). */
const REMEMBERED = 5;

/** The conversation on the page. Follow-up questions lean on the ones before. */
export function createConversation(inspector: () => Inspector): Conversation {
  const log = byId('log');
  let history: readonly string[] = [];
  /** Answers come in the order of their questions. */
  let last: Promise<void> = Promise.resolve();
  let generation = 0;

  async function answer(question: string, turn: HTMLElement): Promise<void> {
    const own = generation;
    const leant = history;
    try {
      const reply = await client.ask({ question, history: leant });
      if (own !== generation) return;
      // Small talk in between does not end a conversation's topic.
      if (reply.answered || reply.reason !== 'small-talk') history = [...history, question].slice(-REMEMBERED);
      show(reply, leant, turn);
    } catch (error) {
      turn.append(element('p', { class: 'fault' }, (error as Error).message));
    }
    turn.removeAttribute('aria-busy');
  }

  function show(reply: Answer, leant: readonly string[], turn: HTMLElement): void {
    const asked = { question: reply.question, history: leant };
    const follow = (tab: 'previews' | 'why') => {
      mark(turn);
      inspector().follow(asked, tab);
    };
    turn.append(
      answerView(reply, {
        ask,
        open: (citation) => {
          if (!turn.hasAttribute('data-current')) {
            mark(turn);
            inspector().follow(asked);
          }
          inspector().open({ note: citation.note, lines: citation.lines, citation });
        },
      }),
      element(
        'p',
        { class: 'acts' },
        button({ class: 'quiet' }, () => follow('previews'), 'In Slack and Discord'),
        button({ class: 'quiet' }, () => follow('why'), 'Why this?'),
      ),
    );
    mark(turn);
    inspector().follow(asked);
    turn.scrollIntoView({ block: 'start' });
  }

  /** The turn whose inside is shown beside. */
  function mark(turn: HTMLElement): void {
    for (const other of log.children) other.toggleAttribute('data-current', other === turn);
  }

  function ask(question: string): Promise<void> {
    const words = question.trim().slice(0, MAX_ASKED);
    const turn = element('article', { class: 'turn', 'aria-busy': 'true' }, element('h2', { class: 'asked' }, words));
    document.body.removeAttribute('data-empty');
    log.append(turn);
    turn.scrollIntoView({ block: 'start' });
    last = last.then(() => answer(words, turn));
    return last;
  }

  return {
    ask,
    clear() {
      generation++;
      history = [];
      log.replaceChildren();
      document.body.setAttribute('data-empty', '');
      inspector().clear();
    },
  };
}
