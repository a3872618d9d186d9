import { LIMITS } from '../../../adapters/discord/limits.js';
import { shownOf } from './shown.js';

/**
 * What Discord would refuse of a message, an autocompletion or a command, one line each; empty when it is fine.
 *
 * Also holds what we promise beyond Discord's limits: nothing that pings, no text that is read as markup unless we wrote it,
 * no address but http and https, no link that unfurls.
 */
export function faultsOf(value: unknown): string[] {
  const faults: string[] = [];
  const json = value as Json;
  if ('choices' in json) checkChoices(faults, json);
  else if ('components' in json) checkMessage(faults, json);
  else if ('name' in json) checkCommand(faults, json);
  else faults.push('nothing that is known');
  return faults;
}

type Json = Readonly<Record<string, unknown>>;

/** A surrogate without its partner. */
const HALF = /\p{Cs}/u;
const COMPONENTS_V2 = 1 << 15;
const SUPPRESS_EMBEDS = 1 << 2;

function checkMessage(faults: string[], message: Json): void {
  const flags = Number(message.flags);
  if ((flags & COMPONENTS_V2) === 0) faults.push('flags: components v2 not set');
  if ((flags & SUPPRESS_EMBEDS) === 0) faults.push('flags: links would unfurl');
  for (const field of ['content', 'embeds', 'poll', 'sticker_ids']) {
    if (message[field] !== undefined) faults.push(`${field}: not beside components v2`);
  }
  if (JSON.stringify((message.allowed_mentions as Json | undefined)?.parse) !== '[]') faults.push('could ping');
  if (message.nonce !== undefined) atMost(faults, 'nonce', String(message.nonce), LIMITS.nonce);
  const all = flat(message.components as readonly Json[]);
  atMost(faults, 'components', all, LIMITS.components);
  const texts = all.filter(({ type }) => type === 10).map(({ content }) => content as string);
  atMost(faults, 'text', texts.join(''), LIMITS.text);
  for (const text of texts) checkText(faults, text);
  const ids = all.flatMap(({ custom_id }) => (typeof custom_id === 'string' ? [custom_id] : []));
  if (new Set(ids).size < ids.length) faults.push('the same custom_id twice');
  for (const component of all) checkComponent(faults, component);
}

function flat(components: readonly Json[]): readonly Json[] {
  return components.flatMap((one) => [one, ...flat((one.components ?? []) as readonly Json[])]);
}

function checkText(faults: string[], text: string): void {
  if (text.trim() === '') faults.push('text: empty');
  if (HALF.test(text)) faults.push('text: half a character');
  faults.push(...shownOf(text).faults);
}

function checkComponent(faults: string[], component: Json): void {
  const children = (component.components ?? []) as readonly Json[];
  switch (component.type) {
    case 17:
      if (children.length === 0) faults.push('container: empty');
      break;
    case 1:
      if (children.length === 0) faults.push('row: empty');
      atMost(faults, 'row', children, LIMITS.rowButtons);
      break;
    case 2:
      filled(faults, 'label', component.label, LIMITS.buttonLabel);
      filled(faults, 'custom_id', component.custom_id, LIMITS.customId);
      break;
    case 10:
      break;
    default:
      faults.push(`unknown component ${component.type}`);
  }
}

function checkChoices(faults: string[], { choices }: Json): void {
  const list = choices as readonly Json[];
  atMost(faults, 'choices', list, LIMITS.choices);
  for (const { name, value } of list) {
    filled(faults, 'choice name', name, LIMITS.choiceName);
    filled(faults, 'choice value', value, LIMITS.choiceValue);
  }
}

function checkCommand(faults: string[], command: Json): void {
  const options = (command.options ?? []) as readonly Json[];
  const isChat = command.type === 1;
  filled(faults, 'name', command.name, LIMITS.commandName);
  if (isChat && !/^[-_\p{Ll}\p{N}]+$/u.test(String(command.name))) faults.push('name: not lower case');
  if (isChat) filled(faults, 'description', command.description, LIMITS.description);
  for (const { name, description } of options) {
    filled(faults, 'option name', name, LIMITS.optionName);
    filled(faults, 'option description', description, LIMITS.description);
  }
  const texts = [command.name, command.description, ...options.flatMap(({ name, description }) => [name, description])];
  atMost(faults, 'command', texts.join(''), LIMITS.command);
}

function filled(faults: string[], at: string, value: unknown, limit: number): void {
  if (typeof value !== 'string' || value.trim() === '') faults.push(`${at}: missing`);
  else {
    atMost(faults, at, value, limit);
    if (HALF.test(value)) faults.push(`${at}: half a character`);
  }
}

function atMost(faults: string[], at: string, value: { readonly length: number }, limit: number): void {
  if (value.length > limit) faults.push(`${at}: ${value.length}, at most ${limit}`);
}
