import { LIMITS } from '../../../adapters/slack/limits.js';

/**
 * What Slack would refuse of a message or view, one line each; empty when it is fine. `value` is what is sent: a message
 * (`text` and `blocks`) or a view (`type: "home"`).
 *
 * Also holds what we promise beyond Slack's limits: nothing that pings, no text that is read as markup in the blocks, no
 * address but http and https.
 */
export function faultsOf(value: unknown): string[] {
  const faults: string[] = [];
  const message = value as { readonly text?: unknown; readonly blocks?: unknown; readonly type?: unknown };
  const isView = message.type === 'home';
  if (!isView) {
    if (typeof message.text !== 'string' || message.text.trim() === '') faults.push('text: missing');
    else {
      atMost(faults, 'text', message.text, LIMITS.messageText);
      if (/<[!@#]|<(?!https?:)/.test(message.text)) faults.push(`text: unescaped markup in ${message.text}`);
      if (/&(?!amp;|lt;|gt;)/.test(message.text)) faults.push(`text: broken entity in ${message.text}`);
      wellFormed(faults, 'text', message.text);
    }
  }
  if (message.blocks === undefined) return faults;
  if (!Array.isArray(message.blocks)) return [...faults, 'blocks: no list'];
  atMost(faults, 'blocks', message.blocks, isView ? LIMITS.homeBlocks : LIMITS.messageBlocks);
  if (!isView) atMost(faults, 'blocks as JSON', JSON.stringify(message.blocks), LIMITS.messageJson);
  for (const [index, block] of message.blocks.entries()) checkBlock(faults, `blocks[${index}]`, block);
  return faults;
}

type Json = Readonly<Record<string, unknown>>;

function checkBlock(faults: string[], at: string, block: Json): void {
  const elements = (block.elements ?? []) as readonly Json[];
  if (block.block_id !== undefined) atMost(faults, `${at}.block_id`, block.block_id as string, LIMITS.blockId);
  switch (block.type) {
    case 'rich_text':
      if (elements.length === 0) faults.push(`${at}: empty`);
      for (const [i, element] of elements.entries()) checkRichText(faults, `${at}.elements[${i}]`, element);
      break;
    case 'section':
      text(faults, `${at}.text`, block.text, LIMITS.sectionText);
      break;
    case 'header':
      text(faults, `${at}.text`, block.text, LIMITS.headerText);
      break;
    case 'context':
      if (elements.length === 0) faults.push(`${at}: empty`);
      atMost(faults, `${at}.elements`, elements, LIMITS.contextElements);
      for (const [i, element] of elements.entries()) text(faults, `${at}.elements[${i}]`, element, LIMITS.contextText);
      break;
    case 'actions': {
      if (elements.length === 0) faults.push(`${at}: empty`);
      atMost(faults, `${at}.elements`, elements, LIMITS.actionsElements);
      for (const [i, element] of elements.entries()) checkButton(faults, `${at}.elements[${i}]`, element);
      unique(
        faults,
        at,
        elements.map(({ action_id }) => String(action_id)),
      );
      break;
    }
    case 'context_actions':
      atMost(faults, `${at}.elements`, elements, LIMITS.contextActionsElements);
      for (const element of elements) {
        checkActionId(faults, at, element);
        checkButton(faults, `${at}.positive`, { ...(element.positive_button as Json), type: 'button', action_id: 'x' });
        checkButton(faults, `${at}.negative`, { ...(element.negative_button as Json), type: 'button', action_id: 'x' });
      }
      break;
    case 'divider':
      break;
    default:
      faults.push(`${at}: unknown type ${block.type}`);
  }
}

function checkButton(faults: string[], at: string, button: Json): void {
  if (button.type !== 'button') faults.push(`${at}: unknown type ${button.type}`);
  checkActionId(faults, at, button);
  text(faults, `${at}.text`, button.text, LIMITS.buttonText);
  if (typeof button.value !== 'string' || button.value === '') faults.push(`${at}.value: missing`);
  else atMost(faults, `${at}.value`, button.value, LIMITS.buttonValue);
  if (button.accessibility_label !== undefined) {
    atMost(faults, `${at}.accessibility_label`, button.accessibility_label as string, LIMITS.accessibilityLabel);
  }
}

function checkActionId(faults: string[], at: string, { action_id }: Json): void {
  if (typeof action_id !== 'string' || action_id === '') faults.push(`${at}.action_id: missing`);
  else atMost(faults, `${at}.action_id`, action_id, LIMITS.actionId);
}

function checkRichText(faults: string[], at: string, element: Json): void {
  const elements = (element.elements ?? []) as readonly Json[];
  if (elements.length === 0) faults.push(`${at}: empty`);
  if (element.border !== undefined) range(faults, `${at}.border`, element.border as number, LIMITS.border);
  switch (element.type) {
    case 'rich_text_list':
      range(faults, `${at}.indent`, (element.indent as number) ?? 0, LIMITS.listIndent);
      for (const [i, item] of elements.entries()) checkRichText(faults, `${at}.elements[${i}]`, item);
      break;
    case 'rich_text_section':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      for (const [i, run] of elements.entries()) checkRun(faults, `${at}.elements[${i}]`, run);
      break;
    default:
      faults.push(`${at}: unknown type ${element.type}`);
  }
}

function checkRun(faults: string[], at: string, run: Json): void {
  if (run.type === 'text') {
    if (typeof run.text !== 'string' || run.text === '') faults.push(`${at}.text: empty`);
    else wellFormed(faults, `${at}.text`, run.text);
  } else if (run.type === 'link') {
    const url = String(run.url);
    atMost(faults, `${at}.url`, url, LIMITS.url);
    if (!/^https?:\/\/[^\s<>|]+$/.test(url) || new URL(url).username !== '') faults.push(`${at}: links to ${url}`);
  } else {
    faults.push(`${at}: ${run.type} could ping or format`);
  }
}

function text(faults: string[], at: string, value: unknown, limit: number): void {
  const { type, text } = (value ?? {}) as { type?: string; text?: string };
  if (type !== 'plain_text') faults.push(`${at}: ${type}, expected plain_text`);
  if (typeof text !== 'string' || text.trim() === '') faults.push(`${at}: empty`);
  else {
    atMost(faults, at, text, limit);
    wellFormed(faults, at, text);
  }
}

function atMost(faults: string[], at: string, value: { readonly length: number }, limit: number): void {
  if (value.length > limit) faults.push(`${at}: ${value.length}, at most ${limit}`);
}

function range(faults: string[], at: string, value: number, limit: number): void {
  if (!(value >= 0 && value <= limit)) faults.push(`${at}: ${value}, from 0 to ${limit}`);
}

function unique(faults: string[], at: string, ids: readonly string[]): void {
  if (new Set(ids).size < ids.length) faults.push(`${at}: the same action_id twice`);
}

function wellFormed(faults: string[], at: string, value: string): void {
  if (/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(value))
    faults.push(`${at}: half a character`);
}
