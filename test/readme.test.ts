import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { VARIABLES } from '../adapters/config.js';

const ROOT = new URL('../', import.meta.url);
// What the README shows is recorded anew with UPDATE_FIXTURES=1.
if (process.env.UPDATE_FIXTURES) writeFileSync(new URL('README.md', ROOT), recorded(read('README.md')));
const README = read('README.md');
const GUIDES = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'bench/README.md', 'test/questions/README.md'];
const SCRIPTS: Record<string, string> = JSON.parse(read('package.json')).scripts;

describe('the README', () => {
  it('sets the bot up in two lines on its first screen, with the output of the first', () => {
    const [first, output, second] = blocks(README.split('\n').slice(0, 50).join('\n'));
    expect(first?.text).toBe('npm ci && npm run ask -- "what is Project Orca"');
    expect(output?.text).toMatch(/Project Orca[\s\S]*\n\[1\] DockerCon 2015, day 2/);
    expect(second?.text).toBe('npm ci && npm test');
  });

  it('shows what is printed', () => {
    expect(README).toBe(recorded(README));
  });

  it('lists the variables that are read, and no others', () => {
    const rows = section(README, 'Configuration').matchAll(/^\| `([A-Z_]+)`/gm);
    expect([...rows].map(([, name]) => name)).toEqual([...VARIABLES]);
  });

  it('links to files and headings that exist', () => {
    const anchors = new Set([...README.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchorOf(heading ?? '')));
    for (const [, target = ''] of README.matchAll(/\]\(([^)\s]+)\)/g)) {
      if (target.startsWith('#')) expect(anchors).toContain(target.slice(1));
      else if (!target.startsWith('https://')) expect(existsSync(new URL(target, ROOT)), target).toBe(true);
    }
  });
});

describe('.env.example', () => {
  it('lists the variables that are read, and no others', () => {
    const names = [...read('.env.example').matchAll(/^(\w+)=/gm)].map(([, name]) => name);
    expect(names).toEqual([...VARIABLES]);
  });
});

describe.each(GUIDES)('%s', (path) => {
  const guide = read(path);

  it('names npm scripts that exist', () => {
    for (const [, name = ''] of guide.matchAll(/npm run (?:--silent )?([\w:]+)/g))
      expect(SCRIPTS).toHaveProperty([name]);
  });

  it('names commands and options that the help explains', () => {
    for (const words of commandLines(guide)) {
      const [command = '', ...rest] = words;
      const help = run(`npm run ${command} -- --help`);
      for (const option of rest.filter((word) => /^--?[a-z]/.test(word))) {
        expect(help, `${command} ${option}`).toMatch(new RegExp(`(^|[\\s,])${option}\\b`));
      }
    }
  });
});

interface Block {
  readonly language: string;
  readonly text: string;
}

/** The fenced code blocks of a text. */
function blocks(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w*)\n(.*?)\n```$/gms)].map(([, language = '', text = '']) => ({
    language,
    text,
  }));
}

/** The text under a heading, up to the next of any level. */
function section(markdown: string, heading: string): string {
  return markdown.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
}

/** The command lines of the bot that a guide names, as words from the command on, without what is quoted. */
function commandLines(guide: string): string[][] {
  const code = [
    ...blocks(guide).map(({ text }) => text),
    ...[...guide.matchAll(/`([^`\n]+)`/g)].map(([, text]) => text),
  ];
  const calls = code
    .flatMap((text) => (text ?? '').replace(/ \\\n */g, ' ').split('\n'))
    .flatMap((line) => [
      ...line.matchAll(/(?:npm run (?:--silent )?(ask|chat|check|eval|start)(?: --)?|main\.js)\b([^|#]*)/g),
    ]);
  return calls.map(([, command = '', rest = '']) =>
    `${command} ${rest.replace(/"[^"]*"|'[^']*'/g, '')}`.split(/[\s[\]]+/).filter((word) => word !== ''),
  );
}

/**
 * The README with the output of its commands as it is now: below a line `$ command` of a `console` block, and in the `text`
 * block after the first command of all. Where the output shown ends in "…", as many lines are kept as there were before it.
 */
function recorded(readme: string): string {
  return readme
    .replace(/^(```sh\nnpm ci && (npm run ask [^\n]*)\n```\n\n```text\n)(.*?)(?=\n```$)/ms, again)
    .replace(/^(```console\n\$ ([^\n]*)\n)(.*?)(?=\n```$)/gms, again);

  function again(_: string, before: string, command: string, shown: string): string {
    const lines = shown.split('\n');
    const printed = run(command);
    return (
      before + (lines.at(-1) === '…' ? [...printed.split('\n').slice(0, lines.length - 1), '…'].join('\n') : printed)
    );
  }
}

/** What a command of the README prints where there is no terminal. Times differ from run to run and are shown as 1; confidence is rounded. */
function run(command: string): string {
  if (!/^(echo '[^'\n]*' \| )?npm run [^\n`$;&|]*$/.test(command)) throw new Error(`not a command to try: ${command}`);
  const call = command.replace(/npm run (?:--silent )?(\w+) --/g, '"$NODE" dist/adapters/main.js $1');
  const env = { PATH: process.env.PATH, NODE: process.execPath };
  const { stdout, stderr, error } = spawnSync(call, { shell: true, cwd: fileURLToPath(ROOT), encoding: 'utf8', env });
  if (error) throw error;
  return (stdout + stderr)
    .trimEnd()
    .replace(/"ms":[\d.]+/g, '"ms":1')
    .replace(/"confidence":([\d.]+)/g, (_, confidence) => `"confidence":${Number(confidence).toFixed(2)}`);
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .replace(/\s/g, '-');
}

function read(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8');
}
