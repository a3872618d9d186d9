import { describe, expect, it } from 'vitest';
import { peel } from '../../../src/question/politeness.js';

describe('peel', () => {
  it.each([
    ['can you tell me who opened the first day?', 'who opened the first day?'],
    ['Hey team, quick question: how long does composting take?', 'how long does composting take?'],
    ['sorry if this has come up before, but what does PlotKit cost', 'what does PlotKit cost'],
    ['Morning! how many seeds were given away? Ta', 'how many seeds were given away'],
    ['hi! do you know where the venue was, please?', 'where the venue was'],
    ['I was wondering how many people came', 'how many people came'],
    ['could somebody please explain why beds are layered? thanks in advance!', 'why beds are layered?'],
    ['does anyone remember the theme of 2020', 'the theme of 2020'],
    [
      "I'm writing the newsletter and I'm stuck. Who joined the partner programme?",
      'Who joined the partner programme?',
    ],
    [
      'preparing slides for my boss – roughly how many attendees were in Denver? thx',
      'how many attendees were in Denver?',
    ],
    ["I'd like to know what Okafor showed", 'what Okafor showed'],
    ['any idea when Mulchd came out?', 'when Mulchd came out?'],
    ['ok so what is runB', 'what is runB'],
    ['just curious, who is Lena Vasquez', 'who is Lena Vasquez'],
    ['btw when was that', 'when was that'],
    ['sorting my notes :) who opened the gate', 'who opened the gate'],
    ['who grew roses w/o water', 'who grew roses without water'],
    ['what is runB, in one sentence', 'what is runB'],
    ['what is Mulchd, remind me', 'what is Mulchd'],
    ['how big was GardenConf 2018', 'how many people attended GardenConf 2018'],
    ['what happened on day 2 of GardenConf 2018', 'what was announced on day 2 of GardenConf 2018'],
    ['what happened in the composting demo', 'what happened in the composting demo'],
    ['help me settle a bet: is Mulchd free', 'is Mulchd free'],
    ['trying to settle who opened the gate. name pls', 'trying to settle who opened the gate. name'],
    [
      'hey do you remember what PlotKit is built on? my colleague insists it was homegrown',
      'what PlotKit is built on?',
    ],
  ])('reads %j as %j', (message, question) => {
    expect(peel(message)).toBe(question);
  });

  it.each([
    'who helped the team with the greenhouse',
    'layered beds - what are they?',
    'Mulchd vs PlotKit, what is the difference',
    'how do they say hello in Oslo',
    'what did Thornbury say about thanks and greetings',
    'can growers tell the beds apart',
    'thanks',
    'please',
    'my boss swears somebody grew hundreds of tomatoes on one balcony. who was that?',
  ])('leaves %j as it is', (message) => {
    expect(peel(message)).toBe(message);
  });

  it('keeps a statement that is not about the asker', () => {
    expect(peel('Okafor showed a composter. Who built it?')).toBe('Okafor showed a composter. Who built it?');
  });
});
