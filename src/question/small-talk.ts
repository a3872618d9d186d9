/**
 * Whether a message is talk with the bot rather than a question to the notes: a greeting, thanks, a question about the bot
 * itself or an order to it (`small-talk`), or a question how to use it (`help`).
 *
 * Takes the message's words, normalised and joined by single spaces, and whether something was asked before. The whole message must be such talk: "who helped with the
 * demo" is a question, and so is "hi, who helped with the demo". Only orders to the bot count by how they begin.
 */
export function smallTalk(text: string, inConversation: boolean): 'small-talk' | 'help' | undefined {
  if (text.length > LONGEST) return text.length < LONGEST * 4 && isOrder(text) ? 'small-talk' : undefined;
  const aboutBot = !(inConversation && REFERS.test(text));
  // What most questions do not begin with is looked for once.
  const opens = longest(text, PHRASES) > 0 || longest(text, FILLERS) > 0;
  const is = (phrases: readonly RegExp[]) => (opens || longest(text, phrases) > 0) && isMadeOf(text, phrases);
  if (aboutBot && is(HELP)) return 'help';
  return (opens && isMadeOf(text, PHRASES)) || (aboutBot && is(ABOUT_BOT)) || isOrder(text) ? 'small-talk' : undefined;
}

/** In a conversation, "how does it work" asks about its subject, not about the bot. */
const REFERS = /\b(?:it|this|that|they|there)\b/;

/** Small talk is short; a longer message is read as a question. In characters. */
const LONGEST = 200;
/** Phrases in one message: "hey there, good morning, how are you doing today" has four. */
const MOST_PHRASES = 8;

/** Whether a text is one of the phrases, with greetings, thanks and fillers around it and nothing else. */
function isMadeOf(text: string, phrases: readonly RegExp[]): boolean {
  let rest = text;
  let found = false;
  for (let i = 0; i < MOST_PHRASES && rest !== ''; i++) {
    const phrase = longest(rest, phrases);
    const length = Math.max(phrase, longest(rest, PHRASES), longest(rest, FILLERS));
    if (length === 0) return false;
    found ||= phrase === length;
    rest = rest.slice(length).trimStart();
  }
  return found && rest === '';
}

/** Length of the longest phrase that the text begins with, whole words only. */
function longest(text: string, phrases: readonly RegExp[]): number {
  let length = 0;
  for (const phrase of phrases) {
    const end = phrase.exec(text)?.[0].length ?? 0;
    if (end > length && (end === text.length || text[end] === ' ')) length = end;
  }
  return length;
}

const PHRASES: readonly RegExp[] = [
  /^(?:h+i+|he+y+a?|hel+o+|hallo|hola|bonjour|salut|ciao|hej|hiya|howdy|yo+|sup|wass?up|greetings|g'?day|welcome)(?= |$)/,
  /^(?:good (?:morning|afternoon|evening|day|night)|morning|evening|hello world|test(?:ing)?|ping)(?= |$)/,
  /^(?:bye+|good ?bye|bye bye|see (?:you|ya)|cya|later|farewell|take care|have a (?:good|nice|great|lovely) (?:day|one|evening|weekend|night))(?= |$)/,
  /^(?:thanks?|thank you|thx|thnx|tnx|tysm|ty|cheers|much appreciated|i appreciate it|appreciate it|many thanks|merci|danke|gracias)(?= |$)/,
  /^(?:(?:very )?(?:good|great|nice|cool|awesome|perfect|excellent) (?:bot|job|work|answer|one|stuff)|bad bot|well done|ok(?:ay)?|kk?|cool|nice|great|awesome|perfect|excellent|amazing|wow|good|got it|i see|alright|all right|sure|sounds good|makes sense)(?= |$)/,
  /^(?:no worries|no problem|np|never ?mind|nvm|lo+l+|lmao|ha(?:ha)+h?|hehe|oops|sorry|my bad|yes|yep|yeah|yup|no|nope|right|fine|exactly|indeed|hm+|uh+|um+|please)(?= |$)/,
  /^(?:how (?:are|r) (?:you|u|ya)|how(?:'s| is| are) (?:it|things|life|your day)(?: going)?|how do you do|what(?:'?s| is) (?:up|new(?: with you)?)|nice to meet you|how have you been|how(?:'re| are) you)(?= |$)/,
  /^(?:i(?:'m| am) (?:fine|good|ok|okay|back|here|bored|done|confused)|are you (?:there|here|ok|okay|alive|awake|up|online|working)|anyone (?:there|here)|(?:is )?any(?:one|body) (?:there|here|home))(?= |$)/,
  /^(?:i (?:love|like|hate|miss) (?:you|u|this(?: bot)?)|(?:you|u)(?:'re| are|r| r) (?:\w+ )?(?:great|awesome|cool|the best|funny|smart|stupid|dumb|useless|wrong|right|welcome|amazing|helpful|nice|cute))(?= |$)/,
  /^(?:that(?:'s| is| was) (?:not |so |very |really |quite |just )?(?:great|helpful|all|it|cool|nice|wrong|right|correct|perfect|useless|funny|what i asked|what i meant|enough))(?= |$)/,
];

const FILLERS: readonly RegExp[] = [
  /^(?:all|there|everyone|everybody|team|folks|guys|bot|again|you|friend|buddy|mate|man|dude|dockercon|docker)(?= |$)/,
  /^(?:so much|a lot|very much|a ton|a bunch|in advance|for (?:your|the|that|this|all|helping|everything|asking|being)(?: \w+){0,2}|anyway|then|now|today|tonight|doing|feeling|going|soon|tomorrow|around|later|exactly|btw|here|so|and|but|just|really|very|it|that|this|out|please)(?= |$)/,
];

const ABOUT_BOT: readonly RegExp[] = [
  /^(?:who|what|which) (?:are|r|is|exactly are) (?:you|u|this (?:bot|thing|app)|the bot|dockercon bot)(?= |$)/,
  /^(?:who'?s this|what(?:'s| is) this(?: (?:bot|thing|app|channel))?)(?= |$)/,
  /^(?:are|r) (?:you|u) (?:(?:a|an|the|some|really|actually|just|even|any) )*(?:real|human|bot|robot|person|people|machine|ai|a\.i|chatbot|chat bot|llm|language model|chat ?gpt|gpt\S*|alive|sentient|conscious|program|computer|sure|serious|kidding|single|married|intelligent|powered by \S+)(?: (?:person|human|bot|being))?(?: or (?:a |an |just )*\w+(?: \w+)?)?(?= |$)/,
  /^(?:is|am i (?:talking|speaking|chatting) (?:to|with)) (?:this|it|a|an)? ?(?:a |an )?(?:bot|human|real person|robot|ai|chatbot|machine|person)(?: or (?:a |an )?(?:\w+ ?){1,3})?(?= |$)/,
  /^(?:who|what) (?:made|built|created|wrote|programmed|trained|runs|owns|powers|maintains) (?:you|u|this bot)(?= |$)/,
  /^(?:who|what|which)(?:'s| is| are| was| were)? your (?:creators?|makers?|authors?|developers?|owners?|boss|name|age|gender|purpose|job|version|model|system prompt|prompt|instructions|rules|favou?rite \w+|opinion)(?= |$)/,
  /^(?:do|can|could|will|would) you (?:have (?:a )?(?:name|feelings|emotions|family)|sleep|dream|eat|feel|think|love me|like me|speak \w+|understand me|remember me|hear me|see me|dance|sing|talk|chat|joke|get tired|marry me)(?= |$)/,
  /^(?:how old are you|where are you(?: from| located)?|what (?:model|llm|ai) (?:are you|is this|do you use)|how (?:do you work|were you (?:made|built|trained|created)|smart are you))(?= |$)/,
  /^(?:tell me (?:something )?about yourself|introduce yourself|talk to me|sing(?: me)?(?: a)?(?: song)?|tell me (?:a|another) (?:joke|story|poem|secret))(?= |$)/,
];

const HELP: readonly RegExp[] = [
  /^(?:help(?: me)?(?: out)?|(?:i )?(?:need|want) (?:some )?help|(?:can|could|would) (?:you|u|someone|anyone|anybody) (?:please )?help(?: me)?(?: out)?|help me with (?:this|something))(?= |$)/,
  /^(?:usage|commands?|menu|options|manual|instructions|getting started|faq|about|what now|start)(?= |$)/,
  /^what (?:else |all |exactly )?(?:can|could|do|does) (?:you|u|this bot|the bot|it|i|we) (?:do|answer|know|ask|help(?: me)?(?: with)?|tell me|say|offer|support|cover)(?: (?:you|u|me|about|here|for me|with))*(?= |$)/,
  /^what (?:kinds? of |sorts? of |types? of )?(?:things|questions|stuff|topics|commands|information|info) (?:can|could|do|does|are|should) (?:you|u|i|we|there)(?: (?:answer|know|ask|help(?: me)? with|tell me|say|handle|support|cover|understand|do))?(?: (?:you|u|me|about|here|for me|this bot))*(?= |$)/,
  /^how (?:do|can|could|should|does|to|would) (?:(?:i|you|we|this|one|someone|it) )?(?:use|work with|talk to|ask|query|interact with|operate|start|begin|work|get started)(?: (?:with|to|you|u|this|the|bot|thing|it|a|questions?|app))*(?= |$)/,
  /^(?:show|list|give|print)(?: me)? (?:the |your |some |all )*(?:help|commands|options|example questions|what you (?:can do|know))(?= |$)/,
  /^what(?:'re| are|'s| is) (?:your|the) (?:commands|options|capabilities|features|skills|abilities|functions|sources)(?= |$)/,
  /^(?:what|which) (?:keynotes|events|notes|topics|years|sources|conferences|editions|talks) (?:do|can) you (?:know|have|cover|answer)(?: about| of)?(?= |$)/,
];

/** Orders to the bot about itself: what it is, what it was told, what it must forget. No note can answer them. */
function isOrder(text: string): boolean {
  const order = text.replace(/^(?:(?:please|now|just|and|then|also|so|ok|okay|hey|hi|hello|bot) ){1,5}/, '');
  return ORDERS.some((pattern) => pattern.test(order)) || DATABASE_ORDER.test(text);
}

const DATABASE_ORDER =
  /\b(?:union select|drop table|insert into \w+ values|delete from \w+ where|select \S+ from \w+ where)\b/;

const ORDERS: readonly RegExp[] = [
  /^(?:ignore|disregard|forget|override|bypass|drop|discard|delete) (?:\w+ ){0,3}(?:previous|prior|above|earlier|preceding|your|foregoing|initial|original|all|everything|every|any|safety|these)(?: \w+){0,3}? ?(?:instructions?|prompts?|rules|guidelines|directions|restrictions|programming|training|context|filters?|said|told|above|before|$)/,
  /^(?:you are|you're) (?:now|no longer) |^from (?:now|here) on |^(?:pretend|act|behave|roleplay|role play|respond|answer|reply|speak|talk)(?: to me| only| now)? (?:to be|that you|you are|you're|as if|as though|like|as) /,
  /^(?:print|reveal|show|repeat|output|display|tell|give|leak|dump|share|expose|write|send)(?: me| us)?(?: \w+){0,2} (?:(?:system|initial|hidden|secret) (?:prompt|instructions?|message)|your (?:\w+ )?(?:prompt|instructions|rules|configuration|config|source code|passwords?|api keys?|tokens?|secrets?|environment variables))(?= |$)/,
  /^(?:print|reveal|show|repeat|output|display|tell|give|leak|dump|share|write|send|say|copy|summari[sz]e)(?: me| us)? (?:back )?(?:everything|all|the (?:text|words|lines?|message|conversation)|what(?:ever)?)(?: that)?(?: \w+){0,3}? (?:above|before this|so far|you were told|you were given)\b/,
  /^(?:system prompt|jailbreak|developer mode|dan mode|do anything now|sudo)(?= |$)/,
  /^(?:reply|respond|answer|say|output|print|write|repeat)(?: only| just| nothing but| exactly| after me)*(?: with)?(?: only| just)*(?: the)? (?:words?|strings?|text|letter|sentence|yes|no|ok)(?= |$)/,
  /^(?:select \S+ from|delete from|insert into|update \S+ set|rm rf|script alert|1 or 1 1|or 1 1)(?= |$)/,
];
