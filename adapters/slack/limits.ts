/**
 * What Slack accepts, as one table. Lengths are in UTF-16 code units.
 *
 * Sources, all under https://docs.slack.dev: reference/block-kit/blocks (one page a block), reference/block-kit/block-elements
 * (button, feedback buttons), reference/block-kit/composition-objects/text-object, reference/views/home-tab-views,
 * reference/methods/chat.postMessage (text), reference/methods/assistant.threads.setSuggestedPrompts. Where a page is silent:
 * github.com/nicklambourne/slackblocks, spec/limits.json; for `messageJson` github.com/slackapi/bolt-js issue 2509, where
 * Slack refused a message of 13,200 characters in its blocks with `msg_blocks_too_long`.
 */
export const LIMITS = {
  /** Blocks of a message. */
  messageBlocks: 50,
  /** All blocks of a message as JSON; not documented, so well below what was seen to be refused. */
  messageJson: 12_000,
  /** Top-level text of a message; beyond 4,000 Slack advises against it, beyond 40,000 it cuts. */
  messageText: 4_000,
  /** Blocks of a home tab. */
  homeBlocks: 100,
  /** Text of a section. */
  sectionText: 3_000,
  /** Text of a header. */
  headerText: 150,
  /** Elements of a context block. */
  contextElements: 10,
  /** Text of a context block's element: a text object. */
  contextText: 3_000,
  /** Elements of an actions block. */
  actionsElements: 25,
  /** Elements of a context_actions block. */
  contextActionsElements: 5,
  buttonText: 75,
  buttonValue: 2_000,
  accessibilityLabel: 75,
  url: 3_000,
  actionId: 255,
  blockId: 255,
  /** Nesting of a list, from 0. */
  listIndent: 8,
  /** Border of a quote or list: 0 or 1. */
  border: 1,
  /** Prompts in the Messages tab. */
  prompts: 4,
} as const;

/**
 * Room for a button's value in our messages. Slack would take 2,000, but a message has up to eight buttons, and their values
 * count towards the size of the whole message.
 */
export const BUTTON_VALUE = 800;
