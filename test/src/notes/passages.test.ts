import { describe, expect, it } from 'vitest';
import { noteOf, passagesOf } from './reading.js';

describe('paragraphs', () => {
  it('are cut into sentences with the lines they stand on', () => {
    expect(passagesOf('# T\n\nOne is here. Two goes\non. Three.\n\nFour.')).toEqual([
      'paragraph: 3 One is here. | 3-4 Two goes on. | 4 Three.',
      'paragraph: 6 Four.',
    ]);
  });

  it('lose their Markdown and no word', () => {
    expect(
      passagesOf(
        'The *Docker* **Hub** has `docker  pull`, [a link](http://x.org "title"), ![a picture](x.png) ~~old~~ <b>bold</b> ' +
          'AT&amp;T &#8211; <http://y.org> a\\*b http://z.org/a_b_c snake_case <!-- hidden --> 1 < 2 & 3 > 2.',
      ),
    ).toEqual([
      'paragraph: 1 The Docker Hub has docker pull, a link, old bold AT&T – http://y.org a*b http://z.org/a_b_c snake_case 1 < 2 & 3 > 2.',
    ]);
  });

  it('keep quotation marks, dashes and dots as typed', () => {
    expect(passagesOf('"Docker" --- it\'s (c) 2015...')).toEqual(['paragraph: 1 "Docker" --- it\'s (c) 2015...']);
  });

  it('resolve links by reference and leave out their definitions', () => {
    expect(
      passagesOf('See [this\npost][1] and\n[that].\n\n[1]: http://a.org\n[that]: {% post_url 2015-06-22-x %}'),
    ).toEqual(['paragraph: 1-3 See this post and that.']);
  });

  it('name the lines of a sentence through code, links and HTML that span lines', () => {
    expect(
      passagesOf('A `code\nspan` ends. [Every\nlink](http://x.org\n"t") ends. <span\nclass="x">Html</span>. More.'),
    ).toEqual(['paragraph: 1-2 A code span ends. | 2-4 Every link ends. | 5 Html. | 5 More.']);
  });

  it('are cut between sentences when they are very long', () => {
    const sentence = `Many ${'words '.repeat(50)}end.`;
    const note = noteOf(`${sentence} `.repeat(10));
    expect(note.passages.map(({ sentences }) => sentences.length)).toEqual([4, 3, 3]);
    expect(note.passages.flatMap(({ sentences }) => sentences.map(({ text }) => text))).toEqual(
      Array(10).fill(sentence),
    );
  });

  it('of terse notes are cut at the ends of lines that were not filled', () => {
    expect(passagesOf('Keep images small\nAuthenticity\nRegular scans')).toEqual([
      'paragraph: 1 Keep images small | 2 Authenticity | 3 Regular scans',
    ]);
    expect(passagesOf('• One thing\n• another thing')).toEqual(['paragraph: 1 • One thing | 2 • another thing']);
    expect(passagesOf('Ben Golub  \nCEO of Docker\\\nSan Francisco')).toEqual([
      'paragraph: 1 Ben Golub | 2 CEO of Docker | 3 San Francisco',
    ]);
  });

  it('of filled lines are not cut at the ends of lines', () => {
    expect(
      passagesOf(
        'Moving monoliths to containers, running the registry by means of Booz Allen\nHamilton and others who were named on the slides that day by the people of\nGSA',
      ),
    ).toHaveLength(1);
    expect(passagesOf('This takes the work\nof Solomon and of all\nwho were there')).toEqual([
      'paragraph: 1-3 This takes the work of Solomon and of all who were there',
    ]);
  });
});

describe('lists', () => {
  it('go with the sentence that leads into them; earlier sentences stay a paragraph', () => {
    expect(passagesOf('Golub spoke. The goals were:\n\n- Toolbox.\n- Plumbing. Much\n  of it.\n')).toEqual([
      'paragraph: 1 Golub spoke.',
      'list: :1 The goals were: | >03 Toolbox. | >14 Plumbing. | >14-5 Much of it.',
    ]);
  });

  it.each([
    ['a colon', 'Wants:\n\n- a'],
    ['no empty line between', 'Next Steps\n* a'],
    ['a full sentence right above', 'It has parts.\n* a'],
    ['words that announce them', 'Some said little. The speakers were the following people.\n\n- a'],
    ['a short line without a full stop', 'Kate Doe - @kate\n\n- a'],
    ['a short quoted line', '> "Too big!"\n\n- a'],
  ])('are led into by %s', (_, text) => {
    expect(
      noteOf(text)
        .passages.at(-1)
        ?.sentences.map(({ role }) => role),
    ).toEqual(['lead-in', 'item']);
  });

  it.each([
    ['a full sentence further above', 'They left early.\n\n- a'],
    ['a paragraph that ends with a full stop', 'One. Two.\n- a'],
    ['a heading', '# Things\n\n- a'],
    ['a rule', 'Kate Doe\n\n***\n\n- a'],
  ])('are not led into by %s', (_, text) => {
    expect(
      noteOf(text)
        .passages.at(-1)
        ?.sentences.map(({ role }) => role),
    ).toEqual(['item']);
  });

  it('hold the lists within them', () => {
    expect(passagesOf('* Security\n    * Tokens\n        * Rotation\n    * Audits\n* Speed')).toEqual([
      'list: >01 Security | >>12 Tokens | >>>23 Rotation | >>34 Audits | >45 Speed',
    ]);
  });

  it('count numbered items like others and drop their numbers', () => {
    expect(passagesOf('1. One\n2) Two')).toEqual(['list: >01 One', 'list: >02 Two']);
    expect(passagesOf('- [ ] open\n- [x] done')).toEqual(['list: >01 open | >12 done']);
  });

  it('keep the code, quotes, tables and HTML of their items', () => {
    expect(
      passagesOf('- a\n\n      code\n\n  > quote\n\n  | h | i |\n  |---|---|\n  | c | d |\n\n  <div>html</div>\n'),
    ).toEqual(['list: >01 a | >03 code | >05 quote | >07 h\ti | >09 c\td | >011 html']);
  });

  it('are read from bullets that are indented too far for Markdown', () => {
    expect(passagesOf('General Demands\n\t* support\n\t* registry\n\t\t* on-prem\n\nNext')).toEqual([
      'list: :1 General Demands | >02 support | >13 registry | >>24 on-prem',
      'paragraph: 6 Next',
    ]);
    expect(passagesOf('Wants:\n\n    - a\n    - b')).toEqual(['list: :1 Wants: | >03 a | >14 b']);
    expect(passagesOf('- Top\n\n  Demands\n      - a')).toEqual(['list: >01 Top | >03 Demands | >>14 a']);
  });

  it('stay whole up to forty items', () => {
    const note = noteOf(`All:\n\n${'- item\n'.repeat(40)}`);
    expect(note.passages.map(({ sentences }) => sentences.length)).toEqual([41]);
  });

  it('are cut evenly above that, and each piece knows the lead-in', () => {
    const note = noteOf(`All:\n\n${'- item\n'.repeat(50)}`);
    expect(note.passages.map(({ sentences }) => sentences.length)).toEqual([26, 25]);
    expect(note.passages.map(({ context }) => context)).toEqual([undefined, ['All:']]);
    expect(note.passages[1]?.sentences[0]?.item).toBe(0);
  });

  it('of topics are cut between topics, and within one that is too long', () => {
    const topic = (name: string, items: number) => `- ${name}\n${`  - ${name} item\n`.repeat(items)}`;
    const note = noteOf(topic('A', 10) + topic('B', 9) + topic('C', 50));
    expect(note.passages.map(({ sentences }) => sentences[0]?.text)).toEqual([
      'A',
      'B',
      'C',
      ...Array(3).fill('C item'),
    ]);
    expect(note.passages.map(({ context }) => context)).toEqual([
      undefined,
      undefined,
      undefined,
      ...Array(3).fill(['C']),
    ]);
    for (const { sentences } of note.passages) {
      const items = sentences.map(({ item }) => item);
      expect(items).toEqual(items.map((_, index) => index));
    }
  });

  it('without words are no passages', () => {
    expect(passagesOf('-\n-\n\nText:\n\n*\n')).toEqual(['paragraph: 4 Text:']);
  });
});

describe('tables', () => {
  it('have a header and rows of cells, with the sentence that leads into them', () => {
    expect(passagesOf('Prices:\n\n| Plan | Price |\n|------|------:|\n| **Hub** | $7 [a](b) |\n| x\\|y | |')).toEqual([
      'table: :1 Prices: | 3 Plan\tPrice | 5 Hub\t$7 a | 6 x|y\t',
    ]);
  });

  it('are cut when they are very long, and each piece knows the header', () => {
    const note = noteOf(`| Name | Year |\n|--|--|\n${'| a | b |\n'.repeat(60)}`);
    expect(note.passages.map(({ sentences }) => sentences.length)).toEqual([31, 30]);
    expect(note.passages[1]?.context).toEqual(['Name\tYear']);
  });
});

describe('quotes', () => {
  it('are passages of their own', () => {
    expect(passagesOf('> Our mission. Is\n> this.\n>\n> More.\n\nText.')).toEqual([
      'quote: 1 Our mission. | 1-2 Is this. | 4 More.',
      'paragraph: 6 Text.',
    ]);
  });

  it('go with who says them', () => {
    expect(passagesOf('He spoke. Hykes said:\n\n> Ship it.')).toEqual([
      'paragraph: 1 He spoke.',
      'quote: :1 Hykes said: | 3 Ship it.',
    ]);
  });

  it('give lists and code in them their own passages', () => {
    expect(passagesOf('> Wants:\n>\n> - a\n>\n> ```\n> code\n> ```')).toEqual([
      'list: :1 Wants: | >03 a',
      'code: 6 code',
    ]);
  });
});

describe('code', () => {
  it('is a passage of lines, and knows the sentence that leads to it', () => {
    const note = noteOf('Type:\n\n```sh\ndocker pull x\n\n  cd y\n```\n\n    indented *code*\n');
    expect(note.passages.map(({ kind, sentences, lines }) => [kind, lines, sentences.map(({ text }) => text)])).toEqual(
      [
        ['paragraph', { from: 1, to: 1 }, ['Type:']],
        ['code', { from: 4, to: 6 }, ['docker pull x', '  cd y']],
        ['code', { from: 9, to: 9 }, ['indented *code*']],
      ],
    );
    expect(note.passages[1]?.context).toEqual(['Type:']);
  });
});

describe('HTML', () => {
  it('leaves what it shows', () => {
    expect(
      passagesOf(
        '<div class="x">\n<p>One &amp; two.</p>\n<!-- not\nthis -->\n<script>\nalert("no")\n</script>\n<p>Three\nfour.</p>\n</div>\n\n<!--more-->\n\nText <script>no</script>here.<br>There.',
      ),
    ).toEqual(['paragraph: 2 One & two.', 'paragraph: 8-9 Three four.', 'paragraph: 14 Text here. | 14 There.']);
  });

  it('that says so holds Markdown (kramdown)', () => {
    expect(passagesOf('<div class="x" markdown="1">\n![a picture](x.png) *One* is here.\n</div>')).toEqual([
      'paragraph: 2 One is here.',
    ]);
    expect(passagesOf('<div>\n2 * 3 * 4\n</div>')).toEqual(['paragraph: 2 2 * 3 * 4']);
  });
});

describe('sections', () => {
  it('have their headings, a fragment as Git hosts make it, and their lines', () => {
    const note = noteOf(
      "Intro.\n\n# Docker *Hub*\n\nA\n\n## What's new? {#new}\n\nB\n\nSet\n---\n\nC\n\n# Docker Hub\nD",
    );
    expect(note.sections).toEqual([
      { headings: [], anchor: '', lines: { from: 1, to: 2 } },
      { headings: ['Docker Hub'], anchor: 'docker-hub', lines: { from: 3, to: 6 } },
      { headings: ['Docker Hub', "What's new?"], anchor: 'whats-new', lines: { from: 7, to: 10 } },
      { headings: ['Docker Hub', 'Set'], anchor: 'set', lines: { from: 11, to: 15 } },
      { headings: ['Docker Hub'], anchor: 'docker-hub-1', lines: { from: 16, to: 17 } },
    ]);
    expect(note.passages.map(({ section }) => section)).toEqual([0, 1, 2, 3, 4]);
  });

  it('need a space after the marks of their heading', () => {
    expect(passagesOf('######Tue Apr 18 2017')).toEqual(['paragraph: 1 ######Tue Apr 18 2017']);
  });
});
