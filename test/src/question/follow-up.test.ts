import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/question/understand.js';
import { garden } from './garden-notes.js';

const ask = (...conversation: readonly string[]) =>
  understand(conversation.at(-1) ?? '', conversation.slice(0, -1), garden).query;
const carriedOf = (...conversation: readonly string[]): string[] =>
  ask(...conversation)
    .terms.filter(({ carried }) => carried)
    .map(({ term }) => term);

describe('a question that leans on the one before', () => {
  it.each([
    [['what is Mulchd', 'who demoed it?'], 'who demoed Mulchd?'],
    [['what is Mulchd', 'and its price?'], "and Mulchd's price?"],
    [['what is Root Access Manager', 'how much does it cost'], 'how much does Root Access Manager cost'],
    [['who is Dmitri Okafor', 'what did he introduce in 2020'], 'what did Dmitri Okafor introduce in 2020'],
    [['what is PlotKit', 'hm, and who built it?'], 'and who built PlotKit?'],
    [['what is PlotKit', 'when was that'], 'when was PlotKit'],
    [['what is PlotKit', 'who made this planner'], 'who made this planner (PlotKit)'],
    [['who showed PlotKit', 'why?'], 'why (PlotKit)?'],
    [['who showed PlotKit', 'where does she work'], 'where does she work (who showed PlotKit)'],
    [['what is PlotKit', 'anything else?'], 'anything else (PlotKit)?'],
    [['where was GardenConf 2018 held', 'when?'], 'when was GardenConf 2018 held?'],
    [['what is PlotKit', 'how does it work?'], 'how does PlotKit work?'],
    [['what is PlotKit', 'what does it do'], 'what does PlotKit do'],
    [['what are multi-layer beds', 'who uses those'], 'who uses multi-layer beds'],
    [['which companies joined Seedworks', 'list them'], 'list them (which companies joined Seedworks)'],
    [['what is PlotKit', 'in which version?'], 'in which version (PlotKit)?'],
    [['what is PlotKit', 'are there any downsides'], 'are there any downsides (PlotKit)'],
    [['who joined Seedworks', 'did Bayer join too?'], 'did Bayer join too (Seedworks)?'],
    [['how many people came in 2018', 'compared to 2020?'], 'how many people came in 2018 compared to 2020?'],
    [['what is Mulchd', 'thanks!', 'who showed it'], 'who showed Mulchd'],
    [['what is Mulchd', 'who showed it', 'and when?'], 'and when (Mulchd)?'],
    [['what did Vasquez bring to PlotKit', 'why did they bother?'], 'why did Vasquez bother?'],
    [['what is Mulchd', 'who had to step in when it broke?'], 'who had to step in when Mulchd broke?'],
    [['what is PlotKit', 'who won most that day'], 'who won most that day (PlotKit)'],
    [['what is PlotKit', 'only for large gardens?'], 'only for large gardens (PlotKit)?'],
  ])('%j is read as %j', (conversation, standalone) => {
    expect(ask(...conversation).standalone).toBe(standalone);
  });

  it('carries the subject, for less than its own words', () => {
    const { terms } = ask('what is Mulchd', 'which sensors does it need');
    const [own, carried] = [terms.find(({ text }) => text === 'sensors'), terms.find(({ text }) => text === 'Mulchd')];
    expect(own?.carried).toBeUndefined();
    expect(carried?.carried).toBe(true);
    expect(carried?.weight).toBeLessThan(own?.weight ?? 0);
    expect(carried?.weight).toBeGreaterThanOrEqual(0.5);
  });

  it('keeps the scope of the conversation until another is named', () => {
    expect(ask('what did Okafor show in 2018', 'why did he show it').scope.years).toEqual([2018]);
    expect(ask('what did Okafor show in 2018', 'and why did he show it in 2020').scope.years).toEqual([2020]);
  });

  it('goes on with the subject, more weakly, when the question only begins like a continuation', () => {
    const [mulchd] = ask('what is Mulchd', 'and how fast is the composting').terms.filter(({ carried }) => carried);
    expect(mulchd?.term).toBe('mulchd');
    expect(mulchd?.weight).toBeLessThan(0.5);
  });
});

describe('a question that repeats the one before with something exchanged', () => {
  it.each([
    [['who opened GardenConf in 2018', 'and in 2020?'], 'who opened GardenConf in 2020?', [2020], 'person'],
    [['who opened GardenConf in 2018', 'and the year after?'], 'who opened GardenConf in 2020?', [2020], 'person'],
    [
      ['who opened GardenConf in 2020', 'what about the previous one'],
      'who opened GardenConf in 2018?',
      [2018],
      'person',
    ],
    [['who opened GardenConf', 'what about 2020'], 'who opened GardenConf in 2020?', [2020], 'person'],
    [['how many people came in 2018?', '2020?'], 'how many people came in 2020?', [2020], 'number'],
    [['who is Okafor', 'and Lena Vasquez?'], 'who is Lena Vasquez?', [], 'person'],
    [['what did Okafor show in 2018', 'what about Vasquez?'], 'what did Vasquez show in 2018?', [2018], 'fact'],
  ] as const)('%j is read as %j', (conversation, standalone, years, kind) => {
    const query = ask(...conversation);
    expect(query.standalone).toBe(standalone);
    expect(query.scope.years).toEqual(years);
    if (kind !== 'fact') expect(query.kind).toBe(kind);
  });

  it('exchanges the day and keeps the year', () => {
    expect(ask('who spoke on day 1 of GardenConf 2018', 'and day 2?').scope).toEqual({ years: [2018], day: 2 });
  });

  it('compares with what was asked before', () => {
    const { kind, scope } = ask('how many people came in 2018', 'vs 2020?');
    expect(kind).toBe('comparison');
    expect(scope.years).toEqual([2018, 2020]);
  });

  it('exchanges the region', () => {
    expect(ask('who spoke at GardenConf 2020', 'what about Europe?').scope).toEqual({ years: [2020], europe: true });
  });

  it('drops the name that is exchanged', () => {
    expect(carriedOf('what did Okafor show in 2018', 'what about Vasquez?')).toEqual(['show']);
  });
});

describe('a question that stands alone', () => {
  it.each([
    'how many companies joined the partner programme',
    'who is Dmitri Okafor and what did he show',
    'what is PlotKit and how does it work',
    'is it true that sensors talk over radio',
    'which company made its own gate',
    'where did they shake hands with Kolibri',
    'PlotKit',
    'what was announced in 2020',
    'how long does it take to compost kitchen scraps',
    'how did Kolibri Tools choose its partner',
    'what did Thornbury promise at GardenConf 2020',
  ])('is not changed by what was asked before: %s', (question) => {
    const alone = ask(question);
    const after = ask('what does Root Access Manager cost', question);
    expect(after.terms.filter(({ weight }) => weight >= 0.5)).toEqual(
      alone.terms.filter(({ weight }) => weight >= 0.5),
    );
    expect(after.scope).toEqual(alone.scope);
  });

  it('knows nothing of a conversation about nothing', () => {
    expect(ask('hi', 'thanks', '???', 'who is Okafor')).toEqual(ask('who is Okafor'));
  });
});
