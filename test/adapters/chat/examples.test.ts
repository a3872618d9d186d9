import { describe, expect, test } from 'vitest';
import { exampleQuestions } from '../../../adapters/chat/examples.js';
import { createEngine, readNotes } from '../../../src/index.js';
import { abstained, fakeEngine } from '../fakes.js';

const NOTE = `---
title: DockerCon 2015, day 1
event: DockerCon 2015
---
# DockerCon 2015, day 1

## Project Orca

Project Orca is an integrated stack for running containers in production.

## At a glance

It was a long day with many announcements.

## LinuxKit

LinuxKit is a toolkit for building small Linux systems.
`;

describe('example questions', () => {
  test('come from the notes and are answered by them', async () => {
    const engine = createEngine((await readNotes([{ path: 'a.md', text: NOTE }])).notes);
    const questions = await exampleQuestions(engine, 2);
    expect([...questions].sort()).toEqual(['What is LinuxKit?', 'What is Project Orca?']);
    for (const question of questions) expect((await engine.ask(question)).answered).toBe(true);
  });

  test('are none where the notes answer none', async () => {
    const engine = { ...fakeEngine((question) => abstained({ question })), suggest: async () => ['Project Orca'] };
    expect(await exampleQuestions(engine, 3)).toEqual([]);
  });
});
