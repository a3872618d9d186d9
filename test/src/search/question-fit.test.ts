import { describe, expect, it } from 'vitest';
import { createStages } from '../../../bench/stages.js';
import { notesOf } from '../answer/ranked.js';

const ask = createStages(
  notesOf(
    '# Voltline\n\nThe lessons of Voltline were:\n\n- Explore tools before you build lamps.\n- Test each lamp.\n',
  ),
);

/** How far the line that leads into the list promises what a question asks for. */
async function promiseFor(question: string): Promise<number | undefined> {
  const { ranked } = await ask(question);
  const leadIn = ranked.find(
    ({ passage, index }) => passage.candidate.entry.passage.sentences[index]?.role === 'lead-in',
  );
  return leadIn?.evidence.leadsList;
}

describe('a line that leads into a list', () => {
  it('promises the things that it names', async () => {
    expect(await promiseFor('which lessons did Voltline learn')).toBe(1);
  });

  it('promises nothing else', async () => {
    expect(await promiseFor('which tools did Voltline explore')).toBe(0);
  });

  it('counts for nothing where one thing is asked for', async () => {
    expect(await promiseFor('who spoke for Voltline')).toBe(0);
  });
});

describe('a line that says no more than the question', () => {
  const echoOf = async (notes: string, question: string, line: string) => {
    const { ranked } = await createStages(notesOf(notes))(question);
    return ranked.find(({ passage, index }) => passage.candidate.entry.passage.sentences[index]?.text === line)
      ?.evidence.echo;
  };

  it('answers nothing', async () => {
    expect(
      await echoOf('# Voltline\n\nVoltline lessons.\n', 'what lessons did Voltline learn', 'Voltline lessons.'),
    ).toBe(1);
  });

  it('answers by the list that it leads into', async () => {
    const lessons = '# Voltline\n\nLessons:\n\n- Test each lamp.\n- Read the manual.\n';
    expect(await echoOf(lessons, 'what lessons did Voltline learn', 'Lessons:')).toBe(0);
  });

  it('answers by the items that stand under it', async () => {
    const lessons = '# Voltline\n\nNotes:\n\n- Lessons\n  - Test each lamp.\n';
    expect(await echoOf(lessons, 'what lessons did Voltline learn', 'Lessons')).toBe(0);
  });
});

describe('an item that explains', () => {
  it('explains the thing that it stands under', async () => {
    const notes = notesOf(
      '# Voltline\n\nNotes:\n\n- Lamp topology\n  - Dimmer - the part that decides how bright it is\n  - Socket\n',
    );
    const { ranked } = await createStages(notes)('what is a lamp dimmer');
    const item = ranked.find(({ passage, index }) =>
      passage.candidate.entry.passage.sentences[index]?.text.startsWith('Dimmer'),
    );
    expect(item?.evidence.defines).toBeGreaterThan(0.5);
  });
});
