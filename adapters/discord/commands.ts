import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
  type Snowflake,
} from 'discord-api-types/v10';
import { MAX_QUESTION } from '../chat/buttons.js';
import { WORDS } from '../chat/wording.js';
import { COMMAND } from './pages.js';

/** The one option of the slash command. */
export const QUESTION = 'question';

/**
 * The commands: `/dockercon question:`, and "Look this up in the notes" in the menu of any message. Help and sources are words
 * of the question: subcommands would make the plain form impossible.
 */
const COMMANDS: readonly RESTPostAPIApplicationCommandsJSONBody[] = [
  {
    type: ApplicationCommandType.ChatInput,
    name: COMMAND,
    description: 'Look a question up in the notes of the keynotes. Only you see the answer, until you share it.',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: QUESTION,
        description: 'A question in plain words. Or: help, sources, about',
        required: true,
        autocomplete: true,
        max_length: MAX_QUESTION,
      },
    ],
  },
  { type: ApplicationCommandType.Message, name: WORDS.lookUp },
];

/** Where global commands can be used: servers, the bot's direct messages, and anywhere by who has installed the app for himself. */
const ANYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};

/** The commands as they are registered globally, or for one server, where Discord knows no other place. */
export function commandsFor(guild: Snowflake | undefined): readonly RESTPostAPIApplicationCommandsJSONBody[] {
  return guild === undefined ? COMMANDS.map((command) => ({ ...command, ...ANYWHERE })) : COMMANDS;
}

/** A command as Discord has it: what we send, and what Discord adds. */
export type RegisteredCommand = Readonly<Record<string, unknown>>;

/**
 * What to overwrite the registered commands with; `undefined` when they are already what they shall be. The entry point of an
 * Activity (type 4), which cannot be removed this way, stays (https://docs.discord.com/developers/interactions/application-commands).
 */
export function commandsToSet(
  wanted: readonly RESTPostAPIApplicationCommandsJSONBody[],
  registered: readonly RegisteredCommand[],
): readonly object[] | undefined {
  const isEntryPoint = ({ type }: RegisteredCommand) => type === ApplicationCommandType.PrimaryEntryPoint;
  const kept = registered.filter(isEntryPoint);
  const ours = registered.filter((command) => !isEntryPoint(command));
  const areGlobal = wanted.some(({ contexts }) => contexts !== undefined);
  const isSame =
    ours.length === wanted.length &&
    wanted.every((one) => ours.some((other) => signature(one, areGlobal) === signature(other, areGlobal)));
  return isSame ? undefined : [...wanted, ...kept];
}

/** What tells two commands apart, defaults filled in and lists in one order. */
function signature(command: object, isGlobal: boolean): string {
  const { type, name, description, options, integration_types, contexts } = command as RegisteredCommand;
  return JSON.stringify([
    type ?? ApplicationCommandType.ChatInput,
    name,
    description ?? '',
    list(options).map((option) => {
      const { type, name, description, required, autocomplete, max_length } = option as RegisteredCommand;
      return [type, name, description, required ?? false, autocomplete ?? false, max_length ?? null];
    }),
    // Of a server's own command these say nothing, whatever Discord fills in.
    isGlobal ? [[...list(integration_types)].sort(), [...list(contexts)].sort()] : [],
  ]);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
