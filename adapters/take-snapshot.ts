import { prepare, readNotes } from '../src/index.js';
import { reasonOf } from './errors.js';
import { readNotesFolders, shippedNotes } from './notes-folder.js';
import { createSnapshot } from './snapshot.js';

/**
 * The last step of the build: takes a snapshot of the notes that ship with the bot, unless there is one already. A folder that
 * cannot be written to is no fault: the notes are then read at every start.
 */
const { files } = readNotesFolders([shippedNotes()]);
const snapshot = createSnapshot();
if (snapshot.load(files) === undefined) {
  try {
    const read = await readNotes(files);
    snapshot.save(files, { read, prepared: await prepare(read.notes) });
  } catch (error) {
    process.stderr.write(`no snapshot of the notes is kept (${reasonOf(error)}); every start reads them.\n`);
  }
}
