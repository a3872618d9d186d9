import { describe, expect, it } from 'vitest';
import { readNote } from '../../../src/notes/index.js';
import { brief, noteOf, passageLine, passagesOf, problemsOf } from './reading.js';

declare global {
  var ran: number | undefined;
}

describe('code in front matter', () => {
  const code = 'globalThis.ran = (globalThis.ran ?? 0) + 1';
  it.each([
    `---js\n{ title: ${code} }\n---\n`,
    `---javascript\n{ title: ${code} }\n---\n`,
    `---JS\n{ title: ${code} }\n---\n`,
    `---  js  \n{ title: ${code} }\n---\n`,
    `\uFEFF---js\r\n{ title: ${code} }\r\n---\r\n`,
    `---js\r{ title: ${code} }\r---\r`,
    `---coffee\ntitle: ${code}\n---\n`,
    `---json\n{"title": "${code}"}\n---\n`,
    `---constructor\ntitle: ${code}\n---\n`,
    `---valueOf\ntitle: ${code}\n---\n`,
    `---hasOwnProperty\ntitle: ${code}\n---\n`,
    `---toString\ntitle: ${code}\n---\n`,
    `---__proto__\ntitle: ${code}\n---\n`,
    `---js\n${code} unexpected identifier\n---\n`,
    `---\ntitle: !!js/function 'function () { ${code} }'\nx: !!js/undefined ''\n---\n`,
    `---\nengines: { javascript: "${code}" }\nlanguage: js\n---\n`,
    `---yaml\n---js\n${code}\n---\n`,
    `---js\n${code}`,
  ])('never runs: %j', (frontMatter) => {
    globalThis.ran = 0;
    const { problems, ...result } = readNote({ path: 'a.md', text: `${frontMatter}# Title\n\nText is here.\n` });
    expect(globalThis.ran).toBe(0);
    expect('note' in result && result.note.passages.length).toBeGreaterThan(0);
    expect(problems.filter(({ severity }) => severity === 'error').length).toBeLessThanOrEqual(1);
  });

  it('is reported once, and the text below stays', () => {
    const text = '---js\n{ title: 1 }\n---\n# Title\n\nText is here.\n';
    expect(passagesOf(text)).toEqual(['paragraph: 6 Text is here.']);
    expect(problemsOf(text)).toEqual(['1 error front-matter']);
  });
});

describe('broken front matter', () => {
  it.each([
    ['a colon in a title', '---\ntitle: How to: deploy\nday: 2\n---\n', '2 error front-matter'],
    ['a tab', '---\nday: 2\n\ttitle: x\n---\n', '3 error front-matter'],
    ['an open quotation mark', '---\nday: 2\ntitle: "x\n---\n', '3 error front-matter'],
    ['an open bracket', '---\nday: 2\ntags: [a\n---\n', '3 error front-matter'],
    ['a double key', '---\nday: 2\nday: 3\n---\n', '3 error front-matter'],
    ['no closing mark', '---\nday: 2\n\n', '1 error front-matter'],
    ['broken TOML', '+++\nday = 2\ntitle = \n+++\n', '3 error front-matter'],
    ['deep nesting', `---\nday: 2\nx: ${'['.repeat(5000)}\n---\n`, '3 error front-matter'],
    ['too much', `---\nday: 2\nx: ${'y'.repeat(70_000)}\n---\n`, '1 error front-matter'],
    ['too many empty lines', `---\nday: 2${'\n'.repeat(5000)}\n---\n`, '2 error front-matter'],
  ])('with %s names its line, and the text below stays', (_, frontMatter, problem) => {
    const text = `${frontMatter}# DockerCon 2015\n\nText is here.\n`;
    expect(passagesOf(text).at(-1)).toMatch(/^paragraph: \d+ Text is here\.$/);
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('keeps the fields that stand by themselves', () => {
    const note = noteOf('---\ntitle: How to: deploy\nevent: DockerCon 2015\nday: 2\nday: 3\n---\nText.\n');
    expect(note).toMatchObject({ event: 'DockerCon 2015', day: 2 });
  });

  it('still keeps a draft out', () => {
    expect(readNote({ path: 'a.md', text: '---\ntitle: How to: deploy\ndraft: true\n---\nText.\n' })).toEqual({
      skipped: 'draft: true',
      problems: [],
    });
    expect(readNote({ path: 'a.md', text: '---\ntitle: x\ndraft: true\n\nText.\n' })).toMatchObject({
      skipped: 'draft: true',
    });
  });

  it('says what was seen', () => {
    const { problems } = readNote({ path: 'a.md', text: '---\nday: 2\nday: 3\n---\nText.' });
    expect(problems.find(({ severity }) => severity === 'error')?.message).toBe(
      'front matter is not valid YAML: "day" stands on line 2 already, which is used.',
    );
  });
});

describe('a note that begins with a rule', () => {
  it.each([
    '---\n\nFirst text.\n\n---\n\nSecond text.\n',
    '---\nFirst text.\n---\n\nSecond text.\n',
    '---\nNote: First text.\n\n---\nSecond text.\n',
    '---\n\n- First text.\n\n---\nSecond text.\n',
    '+++\nFirst text.\n\n+++\nSecond text.\n',
  ])('keeps all its text: %j', (text) => {
    const said = JSON.stringify(noteOf(text));
    expect(said).toContain('First text.');
    expect(said).toContain('Second text.');
    expect(problemsOf(text).filter((problem) => problem.includes('error'))).toEqual([]);
  });

  it('and is empty but for it is no error', () => {
    expect(problemsOf('---')).toEqual(['1 warning empty-note']);
    expect(problemsOf('---\n---\n')).toEqual(['1 warning empty-note']);
  });
});

describe('an alias bomb', () => {
  const bomb = [
    'a: &a [x,x,x,x,x,x,x,x,x,x]',
    ...'bcdefghi'.split('').map((name, index) => {
      const before = String.fromCharCode(97 + index);
      return `${name}: &${name} [${Array(10).fill(`*${before}`).join()}]`;
    }),
  ].join('\n');

  it.each(['title', 'tags', 'aliases', 'speakers', 'excerpt_separator', 'unused'])('in "%s" is not unfolded', (key) => {
    const { problems, ...result } = readNote({
      path: 'dockercon-2015/a.md',
      text: `---\n${bomb}\n${key}: *i\n---\n# T\n\nText.\n`,
    });
    expect('note' in result && result.note.passages.map(passageLine)).toEqual(['paragraph: 15 Text.']);
    const used = key !== 'unused' && key !== 'excerpt_separator';
    expect(problems.map(brief)).toEqual(used ? ['11 error front-matter-value'] : []);
  });

  it('that names itself ends', () => {
    expect(problemsOf('---\ntitle: &a [*a]\n---\n# T\n\nText.\n')).toEqual(['2 error front-matter-value']);
  });

  it('is told from an alias as it is meant', () => {
    expect(noteOf('---\nx: &name DockerCon 2015\nevent: *name\n---\nText.').event).toBe('DockerCon 2015');
  });
});

describe('values', () => {
  it('are text as it stands, with their lines', () => {
    expect(
      passagesOf(
        [
          '---',
          'title: "DockerCon 2015: Day 1"',
          'event: DockerCon 2015',
          'edition: 2015 # a comment',
          "day: '1'",
          'date: 2015-06-22 12:50:23 -0400',
          'dates: June 22-23, 2015',
          'city: San Francisco',
          'venue: >-',
          '  Marriott',
          '  Marquis',
          'author: [Jane Doe, "John Roe"]',
          'speakers:',
          '  - { name: Ben Golub, role: "CEO, founder", org: Docker }',
          '  - name: Solomon Hykes',
          '    role: CTO',
          '  - Kate Doe',
          '---',
          'Text.',
        ].join('\n'),
      ),
    ).toEqual([
      'event: 3 DockerCon 2015',
      'day: 5 1',
      'date: 6 2015-06-22 12:50:23 -0400',
      'dates: 7 June 22-23, 2015',
      'city: 8 San Francisco',
      'venue: 10-11 Marriott Marquis',
      'author: 12 Jane Doe',
      'author: 12 John Roe',
      'speakers: 14 name: Ben Golub, role: CEO, founder, org: Docker',
      'speakers: 15 name: Solomon Hykes | 16 role: CTO',
      'speakers: 17 Kate Doe',
      'paragraph: 19 Text.',
    ]);
  });

  it('of TOML are read like those of YAML', () => {
    const text = [
      '+++',
      'title = "Day 2 at DockerCon 2015"',
      'date = 2015-06-23T11:00:00Z',
      'author = "Jane Doe"',
      'tags = [',
      '  "Docker",',
      ']',
      'city = "San Francisco"',
      '[params]',
      'city = "Nowhere"',
      '+++',
      'Text.',
    ].join('\n');
    expect(noteOf(text)).toMatchObject({ event: 'DockerCon 2015', day: 2, date: '2015-06-23', author: 'Jane Doe' });
    expect(passagesOf(text)).toEqual([
      'date: 3 2015-06-23T11:00:00Z',
      'author: 4 Jane Doe',
      'city: 8 San Francisco',
      'paragraph: 12 Text.',
    ]);
  });

  it.each(['2024-02-30', '2024-13-45', '2023-02-29', '0000-00-00', 'tomorrow', '[2015]', 'true', '12'])(
    'that are no date give none: %s',
    (date) => {
      const text = `---\ndate: ${date}\n---\n# DockerCon 2015\n\nText.\n`;
      expect(noteOf(text)).not.toHaveProperty('date');
      expect(passagesOf(text)).toEqual(['paragraph: 6 Text.']);
      expect(problemsOf(text)).toEqual(['2 error front-matter-date']);
    },
  );

  it.each([
    ['2024-02-29', '2024-02-29'],
    ['"2015-06-22T11:00:00Z"', '2015-06-22'],
    ['2015/06/22', '2015-06-22'],
    ['2015-6-2', '2015-06-02'],
    ['June 22, 2015', '2015-06-22'],
    ['22nd Jun 2015', '2015-06-22'],
  ])('that are a date give it without its time of day: %s', (written, date) => {
    expect(noteOf(`---\ndate: ${written}\n---\nText.`).date).toBe(date);
  });

  it.each([
    ['title: [a, b]', 'title'],
    ['title: { a: b }', 'title'],
    ['title: true', 'title'],
    ['event: [a]', 'event'],
    ['day: two', 'day'],
    ['day: 1.5', 'day'],
    ['day: -1', 'day'],
    ['day: 99', 'day'],
    ['day: .nan', 'day'],
    ['edition: soon', 'edition'],
    ['author: { first: a }', 'author'],
    ['url: [a]', 'url'],
  ])('of a wrong type are reported and left out: %s', (field) => {
    const text = `---\n${field}\n---\n# DockerCon 2015\n\nText.\n`;
    expect(problemsOf(text)).toEqual([expect.stringMatching(/^2 error (front-matter-value|url)$/)]);
    expect(noteOf(text)).toMatchObject({ title: 'DockerCon 2015', event: 'DockerCon 2015' });
    expect(JSON.stringify(noteOf(text))).not.toMatch(/object Object|NaN|undefined|Invalid Date/i);
    expect(passagesOf(text)).toEqual(['paragraph: 6 Text.']);
  });

  it.each(['title:', 'title: ~', 'title: null', 'event: ""', 'date:'])(
    'that are empty are as if not there: %s',
    (field) => {
      expect(noteOf(`---\n${field}\n---\n# DockerCon 2015\n\nText.\n`).title).toBe('DockerCon 2015');
    },
  );

  it('of numbers may be a title', () => {
    expect(noteOf('---\ntitle: 2015\n---\nText.').title).toBe('2015');
  });

  it('with entities of exported blogs give a readable title', () => {
    expect(noteOf("---\ntitle: 'DockerCon 2016 &#8211; Day 2'\n---\nText.").title).toBe('DockerCon 2016 – Day 2');
  });

  it('named like properties of objects change nothing', () => {
    const note = noteOf(
      '---\n__proto__: { isAdmin: true }\nconstructor: x\naliases:\n  __proto__: y\n  DTR: Docker Trusted Registry\n---\nText.',
    );
    expect(Object.keys(note.aliases)).toEqual(['DTR']);
    expect(note.aliases).toEqual({ DTR: 'Docker Trusted Registry' });
    expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
  });

  it('of aliases that are old addresses (Hugo) are no aliases', () => {
    expect(noteOf('---\naliases: [/old/address/]\n---\nText.').aliases).toEqual({});
  });
});

describe('a note that its author left out', () => {
  it.each(['draft: true', 'draft: "true"', 'hidden: true', 'published: false', 'Draft: yes'])(
    'is skipped: %s',
    (field) => {
      const result = readNote({ path: 'a.md', text: `---\n${field}\ndate: 2024-02-30\n---\nText.` });
      expect(result).toEqual({ skipped: expect.stringMatching(/: (true|false)$/), problems: [] });
    },
  );

  it.each(['draft: false', 'hidden: no', 'published: true', 'published: 2015-06-22', 'draft: later'])(
    'is not skipped: %s',
    (field) => {
      expect(readNote({ path: 'a.md', text: `---\n${field}\n---\nText.` })).toHaveProperty('note');
    },
  );

  it('is skipped in TOML too', () => {
    expect(readNote({ path: 'a.md', text: '+++\ndraft = true\n+++\nText.' })).toHaveProperty('skipped', 'draft: true');
  });
});

describe('the address of a note', () => {
  const baseUrl = 'https://blog.example.org/';

  it.each([
    ['https://example.org/a', undefined, 'https://example.org/a'],
    ['/2015/06/22/day1/', baseUrl, 'https://blog.example.org/2015/06/22/day1/'],
    ['2015/day1.html', baseUrl, 'https://blog.example.org/2015/day1.html'],
    ['/2015/06/22/day1/', undefined, undefined],
  ])('is absolute: %s', (url, base, expected) => {
    const text = `---\nurl: ${url}\n---\n# DockerCon 2015\n\nText.`;
    expect(noteOf(text, 'a.md', base === undefined ? {} : { baseUrl: base }).url).toBe(expected);
    expect(problemsOf(text)).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    '"data:text/html,x"',
    'file:///etc/passwd',
    'https://user:secret@example.org/',
    'https://user@example.org/',
    '"https://example.org/a|b"',
    '"https://example.org/a\\nb"',
    '"https://example.org/a b"',
    '"//example.org/a"',
    'ftp://example.org/a',
    'https://',
    '"java\\tscript:alert(1).x"',
  ])('is no link when it is %s', (url) => {
    const text = `---\nurl: ${url}\n---\n# DockerCon 2015\n\nText.`;
    expect(noteOf(text)).not.toHaveProperty('url');
    expect(problemsOf(text)).toEqual(['2 error url']);
  });

  it('is not made of a pattern or style (Jekyll)', () => {
    for (const url of ['/:categories/:title/', 'pretty']) {
      const text = `---\npermalink: ${url}\n---\n# DockerCon 2015\n\nText.`;
      expect(noteOf(text, 'a.md', { baseUrl })).not.toHaveProperty('url');
      expect(problemsOf(text)).toEqual([]);
    }
  });
});
