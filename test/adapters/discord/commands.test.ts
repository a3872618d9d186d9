import { describe, expect, test } from 'vitest';
import { commandsFor, commandsToSet } from '../../../adapters/discord/commands.js';
import { faultsOf } from './limits-check.js';

/** A command as Discord gives it back: with ids, defaults and lists in an order of its own. */
function registered(command: object, changes: object = {}) {
  const { options = [], integration_types, contexts } = command as Record<string, unknown[]>;
  return {
    id: '1',
    application_id: '2',
    version: '3',
    default_member_permissions: null,
    dm_permission: true,
    nsfw: false,
    description: '',
    name_localizations: null,
    ...command,
    integration_types: integration_types === undefined ? [0] : [...integration_types].reverse(),
    contexts: contexts === undefined ? null : [...contexts].reverse(),
    options: options.map((option) => ({ description_localizations: null, ...(option as object) })),
    ...changes,
  };
}

describe.each([
  ['global', undefined],
  ["one server's", '200000000000000001'],
])('the commands, %s', (_, guild) => {
  const wanted = commandsFor(guild);

  test('are within the limits', () => {
    for (const command of wanted) expect(faultsOf(command)).toEqual([]);
  });

  test('are set when there are none, and not when they are there, in whatever order', () => {
    expect(commandsToSet(wanted, [])).toEqual(wanted);
    expect(
      commandsToSet(
        wanted,
        [...wanted].reverse().map((one) => registered(one)),
      ),
    ).toBeUndefined();
  });

  test.each([
    ['one is missing', (all: object[]) => all.slice(1)],
    ['one is left from before', (all: object[]) => [...all, registered({ type: 1, name: 'old', description: 'd' })]],
    ['a description differs', ([first, ...rest]: object[]) => [{ ...first, description: 'other' }, ...rest]],
    ['the completion differs', ([first, ...rest]: object[]) => [{ ...first, options: [] }, ...rest]],
  ])('are set when %s', (_, change) => {
    const changed = change(wanted.map((one) => registered(one))) as Record<string, unknown>[];
    expect(commandsToSet(wanted, changed)).toEqual(wanted);
  });

  test("leave an Activity's entry point, which Discord does not let go, where it is", () => {
    const entry = registered({ type: 4, name: 'launch', description: 'd' });
    expect(commandsToSet(wanted, [...wanted.map((one) => registered(one)), entry])).toBeUndefined();
    expect(commandsToSet(wanted, [entry])).toEqual([...wanted, entry]);
  });
});

test('global commands can be used in servers, direct messages, and by who has installed the app for himself', () => {
  for (const command of commandsFor(undefined))
    expect(command).toMatchObject({ integration_types: [0, 1], contexts: [0, 1, 2] });
  for (const command of commandsFor('1')) expect(command.contexts).toBeUndefined();
});
