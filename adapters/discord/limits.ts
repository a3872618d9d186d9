/**
 * What Discord accepts, as one table. Lengths are in UTF-16 code units; Discord counts characters, which are never more.
 *
 * Sources, all under https://docs.discord.com/developers: components/reference (components, buttons, custom ids),
 * resources/message (nonce, flags), interactions/application-commands (commands, options, choices). For `text` and
 * `components` the pages of JDA (`Message#MAX_CONTENT_LENGTH_COMPONENT_V2`, `MAX_COMPONENT_COUNT_IN_COMPONENT_TREE`): Discord's
 * own name the second only.
 */
export const LIMITS = {
  /** Text of all text displays of a message together. */
  text: 4_000,
  /** Components of a message, nested ones included. */
  components: 40,
  /** Buttons of an action row. */
  rowButtons: 5,
  buttonLabel: 80,
  customId: 100,
  nonce: 25,
  /** Choices of an autocompletion. */
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  commandName: 32,
  /** Descriptions of commands and of their options. */
  description: 100,
  optionName: 32,
  /** Names, descriptions and values of a command together. */
  command: 8_000,
} as const;
