import type { Command } from 'commander';
import { notesOption } from './notes-option.js';

/** What was typed after `chat`. */
export interface ChatRequest {
  readonly notes: readonly string[];
}

/** Adds `chat`. */
export function addChat(program: Command, act: (request: ChatRequest) => Promise<void>): void {
  program
    .command('chat')
    .summary('a conversation, with follow-up questions')
    .description('Answers what is typed, line by line. Follow-up questions may lean on the ones before.')
    .addOption(notesOption())
    .addHelpText(
      'after',
      `
Within: /help, /sources lists the notes, /quit leaves. Tab completes.

Examples:
  $ dockercon-bot chat
  $ printf 'what is Project Orca\\nwho demoed it\\n' | dockercon-bot chat`,
    )
    .action((options: Partial<ChatRequest>) => act({ notes: [], ...options }));
}
