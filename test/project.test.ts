import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load as parseYaml } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { VARIABLES } from '../adapters/config.js';

const ROOT = new URL('../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, ROOT), 'utf8');

interface Manifest {
  readonly engines?: { readonly node: string };
  readonly dependencies?: Record<string, string>;
  readonly devDependencies?: Record<string, string>;
}

interface Lockfile {
  readonly lockfileVersion: number;
  readonly packages: Record<string, LockedPackage>;
}

interface LockedPackage extends Manifest {
  readonly version: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Record<string, string>;
}

describe.each([
  ['the bot', '.'],
  ['the benchmarks', './bench'],
])('the packages of %s', (_, folder) => {
  const manifest: Manifest = JSON.parse(read(`${folder}/package.json`));
  const lock: Lockfile = JSON.parse(read(`${folder}/package-lock.json`));
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

  it('are named by exact versions', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(`${name}@${version}`).toMatch(/@\d+\.\d+\.\d+$/);
    }
  });

  it('are the ones that the lockfile holds', () => {
    const root = lock.packages[''];
    expect(lock.lockfileVersion).toBe(3);
    expect(root?.dependencies).toEqual(manifest.dependencies);
    expect(root?.devDependencies).toEqual(manifest.devDependencies);
  });

  it('are locked by their hash, and to no host', () => {
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-'))).toEqual([]);
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
  });

  // `npm ci` refuses a lockfile that was written where some platforms' packages could not be fetched.
  it('are locked for every platform', () => {
    const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter((name) => !resolves(path, name, lock)),
    );
    expect(missing).toEqual([]);
  });

  it('run no scripts on install, and are at least a week old', () => {
    expect(read(`${folder}/.npmrc`).split('\n')).toEqual(
      expect.arrayContaining(['ignore-scripts=true', 'save-exact=true', 'min-release-age=7']),
    );
  });
});

/** Whether a package that is needed at `path` of a lockfile is found there or in a folder above, as Node looks for it. */
function resolves(path: string, name: string, lock: Lockfile): boolean {
  for (let from = path; ; from = from.slice(0, Math.max(0, from.lastIndexOf('/node_modules/')))) {
    if (`${from === '' ? '' : `${from}/`}node_modules/${name}` in lock.packages) return true;
    if (from === '') return false;
  }
}

describe('the manifest', () => {
  it('admits the oldest Node that is supported', () => {
    expect(JSON.parse(read('package.json')).engines.node).toBe('>=20');
  });

  it('names files that exist once it is built', () => {
    const { bin, exports } = JSON.parse(read('package.json'));
    for (const path of [bin['dockercon-bot'], exports['.'].types, exports['.'].default]) {
      const source = path.replace(/^(\.\/)?dist\/(modules\/)?/, '').replace(/(\.d)?\.[jt]s$/, '.ts');
      expect(existsSync(new URL(source, ROOT)), source).toBe(true);
    }
  });
});

describe('the image', () => {
  const lines = read('Dockerfile')
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  const values = (instruction: string) =>
    lines.filter((line) => line.startsWith(`${instruction} `)).map((line) => line.slice(instruction.length + 1));
  const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));

  it('is built in stages, on an exact version of Node 24', () => {
    expect(values('FROM').length).toBeGreaterThan(1);
    for (const base of values('FROM')) expect(base).toMatch(/^node:24\.\d+\.\d+-bookworm-slim( AS \w+)?$/);
  });

  it('installs from the lockfile, without scripts, and without development packages where it runs', () => {
    const installs = values('RUN').filter((command) => command.includes('npm'));
    expect(installs).toContain('npm ci --omit=dev --ignore-scripts');
    for (const command of installs) expect(command).toMatch(/^npm ci .*--ignore-scripts/);
    expect(last.filter((line) => line.startsWith('RUN'))).toEqual([]);
  });

  it('runs node itself, as a numbered user without rights', () => {
    expect(last.findLast((line) => line.startsWith('USER '))).toMatch(/^USER [1-9]\d*:[1-9]\d*$/);
    expect(JSON.parse(values('CMD').join())).toEqual(['node', 'dist/adapters/main.js', 'start']);
  });

  it('knows whether it is healthy, without a download tool', () => {
    expect(values('HEALTHCHECK')).toEqual([expect.stringMatching(/node dist\/adapters\/main\.js/)]);
    expect(values('HEALTHCHECK').join()).not.toMatch(/curl|wget/);
  });

  it('takes in nothing by address, and no secret', () => {
    expect(values('ADD')).toEqual([]);
    expect([...values('ENV'), ...values('ARG')].join()).not.toMatch(/token|secret|password|key/i);
    expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env', '.git', 'node_modules']));
  });
});

describe('the composition', () => {
  const { services } = parseYaml(read('compose.yaml')) as { services: Record<string, Record<string, unknown>> };
  const bot = services.bot ?? {};

  it('runs one bot without rights, on a file system and notes that it can only read', () => {
    expect(Object.keys(services)).toEqual(['bot']);
    expect(bot).toMatchObject({
      user: expect.stringMatching(/^[1-9]\d*:[1-9]\d*$/),
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      mem_limit: '512m',
      volumes: [expect.stringMatching(/:\/notes:ro$/)],
      tmpfs: [expect.stringMatching(/^\/tmp:.*noexec/)],
    });
    expect(bot).not.toHaveProperty('privileged');
  });

  it('holds no secret, listens on this machine only, and asks the bot how it is', () => {
    expect(JSON.stringify(bot.environment)).not.toMatch(/token|secret|password/i);
    expect(bot.ports).toEqual([expect.stringMatching(/^127\.0\.0\.1:/)]);
    expect(bot.healthcheck).toMatchObject({ test: ['CMD', 'node', 'dist/adapters/main.js', 'healthcheck'] });
    for (const name of Object.keys(bot.environment as object)) expect(VARIABLES as readonly string[]).toContain(name);
  });
});

describe('the workflows', () => {
  interface Workflow {
    readonly on: object;
    readonly permissions: object;
    readonly concurrency: object;
    readonly jobs: Record<string, Job>;
  }
  interface Job {
    readonly permissions: Record<string, string>;
    readonly 'timeout-minutes': number;
    readonly strategy?: { readonly matrix: Record<string, readonly unknown[]> };
    readonly steps: readonly { readonly uses?: string; readonly with?: Record<string, unknown> }[];
  }
  const texts = readdirSync(new URL('.github/workflows', ROOT)).map((name) => read(`.github/workflows/${name}`));
  const workflows = texts.map((text) => parseYaml(text) as Workflow);
  const jobs = workflows.flatMap((workflow) => Object.values(workflow.jobs));
  const steps = jobs.flatMap((job) => job.steps);

  it('run on every supported Node', () => {
    expect(jobs.flatMap((job) => job.strategy?.matrix.node ?? [])).toEqual([20, 22, 24]);
  });

  it('may only read, each job but the one that reports findings', () => {
    for (const workflow of workflows) expect(workflow.permissions).toEqual({ contents: 'read' });
    for (const { permissions } of jobs) {
      const { contents, 'security-events': findings = 'write', ...others } = permissions;
      expect([contents, findings, others]).toEqual(['read', 'write', {}]);
    }
  });

  it('end, and give way to newer runs', () => {
    for (const job of jobs) expect(job['timeout-minutes']).toBeLessThanOrEqual(15);
    for (const workflow of workflows) expect(workflow.concurrency).toMatchObject({ 'cancel-in-progress': true });
  });

  it('never run with secrets on the code of others', () => {
    for (const workflow of workflows) expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    for (const text of texts) expect(text).not.toMatch(/secrets\./);
  });

  it('use actions by commit or by major version, and leave no credentials behind', () => {
    const actions = steps.flatMap(({ uses }) => uses ?? []);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w/-]+@([0-9a-f]{40}|v\d+)$/);
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts.length).toBe(jobs.length);
    for (const checkout of checkouts) expect(checkout.with).toMatchObject({ 'persist-credentials': false });
  });

  it('are kept up to date, as packages and the image are', () => {
    const { updates } = parseYaml(read('.github/dependabot.yml')) as { updates: { 'package-ecosystem': string }[] };
    expect(updates.map((update) => update['package-ecosystem']).sort()).toEqual(['docker', 'github-actions', 'npm']);
  });
});

describe('every file', () => {
  const skipped = /(^|\/)(node_modules|dist|coverage|\.git|\.env)(\/|$)/;
  const files = readdirSync(ROOT, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(fileURLToPath(ROOT), join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((path) => !skipped.test(path) && !path.startsWith('test/fixtures/'));

  it.each([
    ['a home folder', /(?<![\w.:/-])\/(home|Users|root)\/[a-z]/],
    ['a folder of a build machine', /(?<![\w.:/-])\/(work|workspace|builds)\//],
    ['a package registry', /\bregistry\.(npmjs|yarnpkg|npmmirror)\b/],
  ])('names no place of one machine: %s', (_, pattern) => {
    expect(files.length).toBeGreaterThan(50);
    const naming = files.filter((path) => path !== 'test/project.test.ts' && pattern.test(read(path)));
    expect(naming).toEqual([]);
  });
});
