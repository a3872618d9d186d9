import { Option } from 'commander';

/** The option that names the folders of notes, as often as there are folders. */
export function notesOption(): Option {
  return new Option('-n, --notes <dir>', 'folder of notes; repeat for more folders').argParser<readonly string[]>(
    (folder, earlier = []) => [...earlier, folder],
  );
}
