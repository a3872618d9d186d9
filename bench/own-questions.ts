/** Questions about keynote notes, as `dockercon-bot eval` reads them, asked of a folder of notes or several. */
import { existsSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { readNotesFolders } from '../adapters/notes-folder.js';
import { parseQuestions, type TestQuestion } from '../adapters/terminal/evaluation/questions.js';
import type { Note } from '../src/notes/note.js';
import { readNotes } from '../src/notes/read-notes.js';

/** A set of questions with the notes they are asked of. */
export interface QuestionSet {
  readonly name: string;
  readonly questions: readonly TestQuestion[];
  readonly notes: readonly Note[];
}

/**
 * Reads arguments of the form `QUESTIONS.jsonl=FOLDER`, where FOLDER may be several folders joined as in NOTES_DIR.
 *
 * @throws Error naming the argument when a file or folder is not there or the questions are faulty.
 */
export function readQuestionSets(args: readonly string[]): QuestionSet[] {
  const corpora = new Map<string, readonly Note[]>();
  return args.map((argument) => {
    const [file = '', folders = ''] = argument.split('=');
    for (const path of [file, ...folders.split(delimiter)]) {
      if (!existsSync(path)) throw new Error(`${argument}: ${path || 'a folder'} is not there`);
    }
    const parsed = parseQuestions(readFileSync(file, 'utf8'));
    if ('faults' in parsed) throw new Error(`${file}: ${parsed.faults.join('; ')}`);
    const notes = corpora.get(folders) ?? notesIn(folders.split(delimiter));
    corpora.set(folders, notes);
    return { name: argument, questions: parsed.questions, notes };
  });
}

/** The notes of folders; what is no note is left out. */
export function notesIn(folders: readonly string[]): readonly Note[] {
  const { files } = readNotesFolders(folders.map((path) => ({ path, origin: 'argument' })));
  return readNotes(files).notes;
}
