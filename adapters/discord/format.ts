import type { Abstained, Answer, Answered } from '../../src/index.js';
import type { Asked, ButtonAct } from '../chat/buttons.js';
import { cut } from '../chat/cut.js';
import type { Pressed } from '../chat/desk.js';
import { confidenceWords, disagreementWords, refusal, sharedWords, understoodWords, WORDS } from '../chat/wording.js';
import { type CitationDetail, citationLines } from './citations.js';
import { answerButtons, type Message, message, type Piece, questionButtons, textLength } from './components.js';
import { quoteExcerpts } from './excerpts.js';
import { LIMITS } from './limits.js';
import { escapeLine, escapeMarkdown, quoted, small } from './markdown.js';
import { formatMore } from './more.js';
import { formatAbout, formatHelp, formatSources } from './pages.js';

/** Where a reply stands, as far as it changes how it looks. */
export interface Setting {
  /** Whether the question is said again, because the reader cannot see it. */
  readonly restated?: boolean;
  /** Whether only the asker sees it: then it can be shared. */
  readonly shareable?: boolean;
  /** Who shared it, by name. */
  readonly sharedBy?: string;
  /** Said before all else. */
  readonly remark?: string;
}

/** A reply as a Discord message. Pure: the same reply and setting give the same message, and every message is within {@link LIMITS}. */
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
      return formatHelp(reply.examples, setting.remark);
    case 'sources':
      return formatSources(reply.notes);
    case 'about':
      return formatAbout(reply.notes);
    case 'notice':
      return message([escapeMarkdown(cut(reply.text, NOTICE))]);
  }
}

interface Shown {
  readonly answer: Answer;
  readonly asked: Asked;
}

/** From the most that is told to the least: more is cut only where less would not fit. The citations are never left out. */
const FITS: readonly { readonly room: number; readonly detail: CitationDetail }[] = [
  { room: 2_400, detail: 'full' },
  { room: 1_500, detail: 'full' },
  { room: 1_500, detail: 'one-source' },
  { room: 900, detail: 'bare' },
  { room: 400, detail: 'bare' },
  { room: 100, detail: 'numbers' },
];

function formatAnswer({ answer, asked }: Shown, setting: Setting): Message {
  let shown: Message | undefined;
  for (const { room, detail } of FITS) {
    shown = message(
      answer.answered
        ? answeredPieces(answer, asked, setting, room, detail)
        : abstainedPieces(answer, asked, setting, room, detail),
    );
    if (textLength(shown) <= LIMITS.text) return shown;
  }
  return shown as Message;
}

function answeredPieces(
  answer: Answered,
  asked: Asked,
  setting: Setting,
  room: number,
  detail: CitationDetail,
): readonly Piece[] {
  const { citations, disagreement, related } = answer;
  const next = questionButtons(related.slice(0, MOST_RELATED));
  return [
    head(answer, setting, [disagreement && escapeMarkdown(cut(disagreementWords(disagreement.citations), QUESTION))]),
    quoteExcerpts(answer, room),
    small([confidenceWords(answer), ...citationLines(citations, detail)]),
    ...(next.length > 0 ? [small([WORDS.related]), ...next] : []),
    ...answerButtons([...(setting.shareable ? (['share'] as const) : []), 'more', ...FEEDBACK], asked),
  ];
}

function abstainedPieces(
  answer: Abstained,
  asked: Asked,
  setting: Setting,
  room: number,
  detail: CitationDetail,
): readonly Piece[] {
  const { didYouMean, nearest, related, reason } = answer;
  const meant = didYouMean === undefined ? [] : questionButtons([didYouMean], true);
  const next = questionButtons(related.filter((question) => question !== didYouMean).slice(0, MOST_RELATED));
  const quoteRoom = Math.min(NEAREST, Math.floor(room / 3));
  const near = nearest.map((citation) =>
    [
      quoted(escapeLine(cut(citation.quote.replace(/\s+/g, ' '), quoteRoom))),
      small(citationLines([citation], detail === 'full' ? 'one-source' : detail)),
    ].join('\n'),
  );
  const acts: readonly ButtonAct[] = [...(nearest.length > 0 ? (['more'] as const) : []), ...FEEDBACK];
  return [
    head(answer, setting, []),
    refusal(answer)
      .map((line) => escapeMarkdown(cut(line, QUESTION)))
      .join('\n'),
    ...(meant.length > 0 ? [small([WORDS.didYouMean]), ...meant] : []),
    near.length === 0 ? '' : [small([WORDS.nearest]), ...near].join('\n'),
    ...(next.length > 0 ? [small([WORDS.canAnswer]), ...next] : []),
    ...(reason === 'small-talk' || reason === 'no-notes' ? [] : answerButtons(acts, asked)),
  ];
}

/** A restated question shows its beginning: it can be as long as a message. */
const QUESTION = 250;
/** A nearest passage is a pointer, not an answer. */
const NEAREST = 160;
const NOTICE = 500;
const MOST_RELATED = 3;
const FEEDBACK = ['helpful', 'unhelpful'] as const;

/** What stands before the answer: the question where the reader cannot see it, and how it was read. */
function head(answer: Answer, { restated, remark, sharedBy }: Setting, lines: readonly (string | undefined)[]): string {
  const question = escapeLine(cut(answer.question.replace(/\s+/g, ' ').trim(), QUESTION));
  const asked = restated && question !== '' ? `**${question}**` : '';
  const understood = understoodWords(answer, QUESTION);
  const shared = sharedBy === undefined ? undefined : escapeLine(sharedWords(sharedBy));
  const before = small([shared, remark && escapeLine(remark), understood && escapeLine(understood), ...lines]);
  return [asked, before].filter((text) => text !== '').join('\n');
}
