import type { types } from '@slack/bolt';
import type { Abstained, Answer, Answered } from '../../src/index.js';
import type { Asked } from '../chat/buttons.js';
import { cut } from '../chat/cut.js';
import type { Pressed } from '../chat/desk.js';
import { plainExcerpt } from '../chat/plain-answer.js';
import { confidenceWords, disagreementWords, refusal, sharedWords, understoodWords, WORDS } from '../chat/wording.js';
import { answerButtons, feedbackButtons, type Message, questionButtons, smallPrint } from './blocks.js';
import { type CitationDetail, citationLines, citationText } from './citations.js';
import { escapeText } from './escape.js';
import { quoteExcerpts } from './excerpts.js';
import { LIMITS } from './limits.js';
import { formatMore } from './more.js';
import { formatAbout, formatHelp, formatSources } from './pages.js';
import { bold, plain, quote, type RichText, richText, section } from './rich-text.js';

/** Where a reply stands, as far as it changes how it looks. */
export interface Setting {
  /** Whether the question is said again, because the reader cannot see it. */
  readonly restated?: boolean;
  /** Whether only the asker sees it: then it can be shared. */
  readonly shareable?: boolean;
  /** Who shared it, by name. */
  readonly sharedBy?: string;
  /** Said before all else, where the reply is an answer. */
  readonly remark?: string;
}

/** A reply as a Slack message. Pure: the same reply and setting give the same message, and every message is within {@link LIMITS}. */
export function format(reply: Pressed, setting: Setting = {}): Message {
  switch (reply.kind) {
    case 'answer':
    case 'share':
      return formatAnswer(reply, setting);
    case 'changed':
      return formatAnswer(reply, { ...setting, remark: WORDS.changed });
    case 'more':
      return formatMore(reply);
    case 'help':
      return formatHelp(reply.examples);
    case 'sources':
      return formatSources(reply.notes);
    case 'about':
      return formatAbout(reply.notes);
    case 'notice':
      return { text: escapeText(reply.text), blocks: [...richText([section(plain(reply.text))])] };
  }
}

interface Shown {
  readonly answer: Answer;
  readonly asked: Asked;
}

/** From the most that is told to the least: more is cut only where less would not fit. The citations are never left out. */
const FITS: readonly { readonly room: number; readonly detail: CitationDetail }[] = [
  { room: 4_000, detail: 'full' },
  { room: 2_500, detail: 'full' },
  { room: 2_500, detail: 'one-source' },
  { room: 1_200, detail: 'one-source' },
  { room: 1_200, detail: 'bare' },
  { room: 400, detail: 'bare' },
];

function formatAnswer({ answer, asked }: Shown, setting: Setting): Message {
  let message: Message | undefined;
  for (const { room, detail } of FITS) {
    message = answer.answered
      ? answeredMessage(answer, asked, setting, room, detail)
      : abstainedMessage(answer, asked, setting, room, detail);
    if (fits(message)) return message;
  }
  return message as Message;
}

function fits({ text, blocks }: Message): boolean {
  return (
    text.length <= LIMITS.messageText &&
    blocks.length <= LIMITS.messageBlocks &&
    JSON.stringify(blocks).length <= LIMITS.messageJson
  );
}

function answeredMessage(
  answer: Answered,
  asked: Asked,
  setting: Setting,
  room: number,
  detail: CitationDetail,
): Message {
  const { citations, disagreement, related } = answer;
  const before = [
    setting.remark,
    understoodWords(answer, QUESTION),
    disagreement && disagreementWords(disagreement.citations),
  ];
  const after = [confidenceWords(answer), shared(setting)];
  const head = joined([...(setting.restated ? [question(answer)] : []), ...before]);
  const tail = joined([...after, ...citations.map((citation) => citationText(citation, detail))]);
  // A screen reader reads the text alone: all of the answer that fits beside the rest, and as much as is shown of a long one.
  const left = LIMITS.messageText - head.length - tail.length - '\n\n'.length;
  const said = answer.excerpts.map((excerpt) => `${plainExcerpt(excerpt)} [${excerpt.citation}]`).join('\n');
  return {
    text: [head, cutEscaped(said, Math.max(left, room / 2)), tail].filter((part) => part !== '').join('\n'),
    blocks: [
      ...restated(answer, setting),
      ...smallPrint(before),
      ...richText(quoteExcerpts(answer, room)),
      ...smallPrint(after),
      ...richText(citationLines(citations, detail)),
      ...nextQuestions(WORDS.related, related),
      ...answerButtons(setting.shareable ? ['share', 'more'] : ['more'], asked),
      feedbackButtons(asked),
    ],
  };
}

function abstainedMessage(
  answer: Abstained,
  asked: Asked,
  setting: Setting,
  room: number,
  detail: CitationDetail,
): Message {
  const { didYouMean, nearest, related } = answer;
  const said = [...refusal(answer)];
  const before = [setting.remark, understoodWords(answer, QUESTION)];
  const quoteRoom = Math.min(NEAREST, Math.floor(room / 3));
  const near = nearest.map((citation) => ({ citation, words: cut(citation.quote.replace(/\s+/g, ' '), quoteRoom) }));
  return {
    text: [
      joined([
        ...(setting.restated ? [question(answer)] : []),
        ...before,
        ...said,
        didYouMean && `${WORDS.didYouMean}: ${cut(didYouMean, QUESTION)}`,
        near.length > 0 ? WORDS.nearest : undefined,
      ]),
      ...near.flatMap(({ citation, words }) => [escapeText(words), escapeText(citationText(citation, detail))]),
    ].join('\n'),
    blocks: [
      ...restated(answer, setting),
      ...smallPrint(before),
      ...richText([section(plain(said.join('\n')))]),
      ...(didYouMean === undefined ? [] : nextQuestions(WORDS.didYouMean, [didYouMean])),
      ...smallPrint(near.length > 0 ? [WORDS.nearest] : []),
      ...richText(
        near.flatMap(({ citation, words }): RichText[] => [
          quote(plain(words)),
          ...citationLines([citation], detail === 'full' ? 'one-source' : detail),
        ]),
      ),
      ...smallPrint([shared(setting)]),
      ...nextQuestions(WORDS.canAnswer, related),
      ...(nearest.length > 0 ? answerButtons(['more'], asked) : []),
      ...(answer.reason === 'small-talk' ? [] : [feedbackButtons(asked)]),
    ],
  };
}

/** A restated question shows its beginning: it can be as long as a message. */
const QUESTION = 300;
/** A nearest passage is a pointer, not an answer. */
const NEAREST = 160;
const MOST_RELATED = 3;

function restated(answer: Answer, { restated }: Setting): types.KnownBlock[] {
  const words = question(answer);
  return restated && words.trim() !== '' ? richText([section(bold(words))]) : [];
}

function question({ question }: Answer): string {
  return cut(question.replace(/\s+/g, ' ').trim(), QUESTION);
}

function shared({ sharedBy }: Setting): string | undefined {
  return sharedBy === undefined ? undefined : sharedWords(sharedBy);
}

function nextQuestions(title: string, questions: readonly string[]): types.KnownBlock[] {
  const buttons = questionButtons(questions.slice(0, MOST_RELATED));
  return buttons.length === 0 ? [] : [...smallPrint([title]), ...buttons];
}

/** The beginning of a text, escaped once, at most `limit` UTF-16 code units. */
function cutEscaped(text: string, limit: number): string {
  let room = limit;
  for (;;) {
    const escaped = escapeText(cut(text, room));
    if (escaped.length <= limit) return escaped;
    room -= Math.max(1, Math.ceil((escaped.length - limit) / LONGEST_ENTITY));
  }
}

/** "&amp;". */
const LONGEST_ENTITY = 5;

/** Lines of text, escaped once, those left out that are not there. */
function joined(lines: readonly (string | undefined)[]): string {
  return lines
    .filter((line) => line !== undefined && line.trim() !== '')
    .map((line) => escapeText(line ?? ''))
    .join('\n');
}
