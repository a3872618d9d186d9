import { REST } from 'discord.js';
import { OAuth2Scopes, PermissionFlagsBits, Routes } from 'discord-api-types/v10';
import { OperatorError } from '../errors.js';
import { BAD_TOKEN } from './close.js';
import { fateOf } from './fate.js';

/** The least that the bot needs in a server: to see where it is asked, to reply there and in threads, and to refer to the question. */
const PERMISSIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.ReadMessageHistory;

/** The address at which an application's bot is invited to a server. */
export function inviteUrl(application: string): string {
  const query = new URLSearchParams({
    client_id: application,
    scope: [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' '),
    permissions: PERMISSIONS.toString(),
  });
  return `https://discord.com/oauth2/authorize?${query}`;
}

/**
 * The address at which the bot of a token is invited. Asks Discord which application that is.
 *
 * @throws OperatorError when Discord refuses the token or cannot be reached.
 */
export async function findInviteUrl({
  token,
  apiUrl,
}: {
  readonly token: string;
  readonly apiUrl?: string;
}): Promise<string> {
  const rest = new REST({ ...(apiUrl !== undefined && { api: apiUrl }), retries: 1, timeout: 10_000 }).setToken(token);
  try {
    const { id } = (await rest.get(Routes.currentApplication())) as { readonly id?: unknown };
    if (typeof id !== 'string')
      throw new OperatorError('config', 'Discord did not say which application the token belongs to.');
    return inviteUrl(id);
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    const { code } = fateOf(error);
    if ((error as { status?: unknown }).status === 401) throw new OperatorError('config', BAD_TOKEN, { cause: error });
    throw new OperatorError('config', `Discord cannot be asked which application the token belongs to (${code}).`, {
      cause: error,
    });
  } finally {
    rest.clearHashSweeper();
    rest.clearHandlerSweeper();
  }
}
