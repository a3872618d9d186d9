import { describe, expect, it } from 'vitest';
import { readNotes } from '../../../src/notes/index.js';
import { createMemoryIndex } from '../../../src/search/memory-index.js';
import { describePassageIndex } from '../../passage-index-contract.js';

describePassageIndex('the index in memory', createMemoryIndex);

describe('a search for more than can be afforded', () => {
  // 100 words in each of 500 passages are 50,000 postings; one passage alone holds a rare word.
  const common = Array.from({ length: 100 }, (_, i) => `common${String.fromCharCode(97 + (i % 26))}${i}`);
  const text = Array.from({ length: 500 }, (_, i) => (i === 400 ? `${common.join(' ')} pearl` : common.join(' ')));
  const index = createMemoryIndex(readNotes([{ path: 'sea.md', text: text.join('\n\n') }]).notes);

  it('still finds the rarest word', async () => {
    const terms = [...common, 'pearl'].map((term) => ({ term, boost: 1 }));
    const [best] = await index.candidates(terms, 3);
    expect(best?.entry.passage.id).toBe('sea.md#400');
  });

  it('looks for one word at least, however common', async () => {
    expect(await index.candidates([{ term: common[0] as string, boost: 1 }], 3)).toHaveLength(3);
  });
});
