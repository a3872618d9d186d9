import { type Synonym, standInsOf } from './stand-ins.js';

/**
 * Terms that are often put for a term although they do not mean the same: "advice" where the notes have "tip". They help with words
 * that the notes hardly know; a word that they use often stands for itself.
 */
export function nearWordsOf(term: string): readonly Synonym[] {
  nearWords ??= read();
  return nearWords.get(term) ?? [];
}

/**
 * Entries are parted by semicolons. The first word of each stands for every other of it, and the reverse, but the others do not stand
 * for each other. General English and the vocabulary of conferences, nothing of any product.
 */
const NEAR_WORDS = `
  abroad europe; absent missing; accelerate faster speed speedup; accept approve; access permission reach right;
  accommodation hotel; accomplish achieve; account login; achievement success; acknowledge admit concede; acquire obtain;
  adapt adjust customize tailor; addon extension plugin; adjust tune; administration agency department; admit concede;
  adoption popularity; advance progress; advice recommendation suggestion tip; affordable cheap; agency department;
  agnostic neutral; agree consent; airline flight; allow grant; allowed permit; ally partner; alternative option;
  amazing incredible; analogy compare like liken metaphor; animal creature pet; api interface; appear show; applause cheer;
  application software; approach method plan strategy technique way; area domain field region zone; argue insist;
  arrive come; article blog; assemble assembly build construct; attack hack; attacker hacker malicious;
  attendance turnout visitor crowd audience headcount; attendee crowd guest visitor; attire dress; audience crowd user;
  audition select; author creator founder inventor write writer; automate automatic automation; automatic automation;
  average mean; backer investor sponsor; ban prohibit; band music musician song; bank finance financial; banker bank;
  bargain cheap; barrier hurdle; base basis foundation; basis foundation; beer drink; beginner newbie starter;
  blame cause fault; boast brag claim; bookstore retail; boost increase improve; boot launch; booth exhibitor vendor;
  bounce restart; bridge connector; brief short; broad wide; broadcast stream; broadcaster media; brokerage bank finance;
  budget spend; build construct; bunch group several; bundle package; buzz excitement; carmaker car automotive;
  cartoon comic video; case instance; category kind type; caution warn warning; celebrity famous; center hall; central core;
  century year; certify certificate certification; challenge barrier difficult difficulty hurdle obstacle struggle;
  champion winner; change adjust alter convert edit modify refactor rewrite swap switch transform transformation tune;
  chaos messy; chart graph; cheap inexpensive; cheatsheet guide; check inspect; choice alternative decision option;
  choose decide decision; chunk part share piece; cipher encrypt encryption; cite quote say; class course;
  click button press; climb rise; clinic healthcare; clip video; clue hint tease teaser; code source;
  coder developer programmer engineer; collaboration cooperation; collect aggregate gather;
  combine assemble build integrate integration join unify; command instruction; commit commitment pledge promise vow;
  commitment pledge promise vow; common everyday normal ordinary regular typical usual; community ecosystem;
  compare liken metaphor; compatible interoperable; competition competitor rival; competitor rival; complain complaint;
  complete finish; complex chaos complexity difficult messy; complicated chaos complex complexity difficult hard messy;
  compliment praise; conceal hide; concentrate priority; concern worry; conference convention event summit;
  confidential private secret sensitive; confirm verify; connect attach bridge integrate integration; connection link;
  consist comprise contain; console dashboard interface; constraint bottleneck bound obstacle restrict;
  consumer customer user; contact reach; contest competition; contract agreement;
  contribute contribution contributor donate participate; contribution donation;
  contributor contribution maintainer volunteer; controller manager; convention summit;
  convert transform transformation translate; convince persuade; cost expense expensive spend; costume dress; couple pair;
  crash failure outage; create establish found generate invent start; creator founder inventor; creature pet;
  credit gratitude; crew squad; critic criticism; criticize complain complaint critic criticism; cruise ship;
  current existing now present; customize tailor; datacenter premise; date deadline; deal agreement partnership contract;
  decide decision; decrease lower; defend shield; delay postpone wait; deliver delivery ship; demonstrate prove;
  depart leave; depend dependency rely; describe outline; design architect architecture structure; device gadget hardware;
  die fail crash; different diverse diversity several variety various; difficult complexity struggle; difficulty problem;
  directory folder; disappear vanish; disclose reveal; discount coupon reduce; dislike hate; display screen;
  ditch drop abandon replace; diverse diversity variety; diversity variety; document file;
  documentation document guide manual; domain field; donor contributor; double twice; downside disadvantage problem;
  downtime failure outage; dozen twelve; duo two couple pair; drawback disadvantage problem; drive lead; drone flying; drop throw; dumb stupid;
  dump drop abandon; earlier before last; eat food; edition version; effect impact influence outcome result;
  efficient effective efficiency productive productivity; emphasize highlight stress; employ hire recruit;
  employee staff worker; encourage urge; encrypt encryption; enjoy love; enormous massive; entry access;
  error incorrect mistake wrong; establish found; estimate approximate guess; evaluate assess consider; event gathering;
  eventually final settle; everyday ordinary regular; ex former; exact precise;
  examine check explore inspect investigate research; example case instance sample; excited enthusiastic exciting;
  exercise practice; exit leave; expect anticipate forecast predict; experimental beta experiment; expert specialist;
  expertise expert skill specialist; exploit attack hack vulnerability; explore consider evaluate investigate research;
  extend expand grow; extension plugin; fact truth; fail unsuccessful; failure outage; fake false; favor favorite prefer;
  favorite prefer; fear afraid worry; federal public; fee price cost; figure number statistic; finance financial;
  find discover locate search; fit suit suitable; flaw vulnerability weakness;
  focus concentrate highlight priority theme topic; follow next; footage video; footprint size; forbid ban prohibit;
  forecast future predict; freebie free gift; freeze hang stop; fun funny; fund investor; future tomorrow;
  gadget wearable wristband; gag joke; gain benefit improvement; game play toy; gamer game; gaming game;
  get catch fetch obtain pull receive; giant gigantic; gigantic big large;
  give allow contribute donate grant hand offer provide supply; giveaway prize gift swag; glad happy pleased; glance look;
  glitch problem failure hiccup; global world worldwide; goal vision; governance control govern;
  government administration agency department federal public; gripe complaint complain problem; grocery retail store;
  groundwork foundation work; group cluster crew squad; grownup adult; growth trend; grumble complain complaint;
  guest visitor; hand manual pass; handful few several; handout document; handy useful; hang stop; happen occur;
  happy pleased; hardest difficult; headcount number people employee staff; heap lot many; hiccup problem failure;
  highlight stress; hint tease teaser; hire recruit; history past story; hobby project; hold carry contain; hop jump;
  hospital healthcare; hosted cloud host; huge enormous giant gigantic massive; hunt search find; hurry rush;
  hype excitement buzz; icon logo mascot symbol; identity identify name; immediate quick; impact influence;
  important critical crucial essential necessary vital; impress impressive;
  include bundle comprise consist contain hold package; income money; incorrect wrong; independent distinct neutral;
  industry sector; ingredient component element part; innovation innovate innovative; inspiration inspire; instant immediate quick second; insurance insurer;
  integrate integration; intro introduction overview; introduction overview; investigate research;
  investment fund invest investor; invoice bill payment; involve engage participate; isolate sandbox; isolation separation;
  jargon term word; join enroll merge register; joint together; journalist author blogger; journey road; keep remain retain;
  keynote session speech talk; kid child; know knowledge understand; label tag; lack miss; lag delay slow; latest recent;
  laugh joke; lawsuit legal; lean light lightweight minimal slim small thin; learn experience insight takeaway;
  least minimum; lecture session talk; leftover remaining; legacy classic existing traditional; lender bank; lengthy long;
  lesson takeaway; lightweight light minimal slim; like enjoy love metaphor; liken metaphor;
  limit bottleneck bound constrain constraint maximum most obstacle restrict; limitation limit restriction;
  little minimal tiny; location where; logo mascot symbol; look find inspect investigate search see view;
  machine box device hardware node; magazine media news; mail email message; maintain maintainer preserve;
  make generate manufacture produce; manage control orchestrate orchestration supervise; many multiple numerous;
  mascot symbol; maximum most; measure metric; medal award; media news newspaper publisher; meetup event gathering meeting;
  mentor teach help; merge unify; method technique; mini small; mishap failure problem; mission goal purpose vision;
  modern modernize; modify alter edit; monitor monitoring observability observe watch; monitoring observability;
  motivate encourage inspire motivation reason; motto slogan tagline; move drag jump relocate transfer; music song;
  musician singer; myth debunk misconception; nation country state; near nearby; necessary essential need require;
  new beginner innovation innovative latest modern newbie novel recent; newcomer beginner new; news newspaper publisher;
  newspaper publisher; nickname name call; normal everyday ordinary regular typical usual; number statistic;
  obstacle barrier bottleneck hurdle; offer supply; offering service;
  old ancient classic existing former legacy previous traditional; one once single; only single sole unique;
  orchestrate orchestration; ordinary regular; origin begin source; outfit company dress; overhaul rework redesign;
  owe credit attribute thank; partnership alliance collaboration cooperation relationship; past story;
  path journey road route way; pay payment; payoff benefit result; peak maximum most; peek look preview;
  people community employee staff user; pharma healthcare; pioneer early first; pitch promote present;
  plan strategy subscribe subscription; pledge promise vow; plunge fall drop; polish improve; poll report;
  portability portable; portion share percent; post article blog publish; prank joke; prepare ready; present gift now;
  preserve retain; prevent avoid block forbid prohibit stop; previous earlier ex former last; pricey expensive cost;
  primer introduction; private secret sensitive; process pipeline procedure workflow; produce generate manufacture;
  productivity efficiency productive; program application script software; promise vow; proof evidence prototype;
  protect defend guard shield; protection safety security; provide deliver offer serve ship supply; pull download fetch;
  pun joke; push drive force upload; quartet four; quit end fire leave stop; quote say; railway train; raise increase lift;
  real actual true; realize understand; reason cause motivation motive; rebel innovator; reboot restart;
  recommend advice advise prefer recommendation suggest suggestion tip; recommendation suggestion tip; record log tape;
  recipe approach plan step; reckon think believe say; recover restore; redesign rework; reduce cut lower save shrink smaller; refactor rewrite; refuse decline deny reject;
  region zone; register enroll signup; registration signup; rehearse practice; reject decline deny; relation relationship;
  release publish version; reliable resilient robust stable trust; remain stay; remember forget recall;
  reporter journalist author blogger; restrict bound constrain; result consequence impact outcome;
  retail retailer shop store; retailer shop store; retire remove drop; revenue income money profit;
  review assess check evaluate examine inspect recap summary; revive restart; right correct permission;
  risk danger dangerous threat; robot machine; rule guideline policy; runnerup second; rush fast; safety security;
  sale sell; save saving; scale grow scalable; scan scanning; scrap drop abandon retire; search locate lookup;
  secret sensitive; separate distinct independent isolate sandbox; several few many multiple various; shooter game;
  shop store; shortcoming limitation problem; showpiece demo example; shrink smaller; sick unhealthy bad; sign signature;
  single sole; site page web website; slash reduce cut; slice share percent portion part; slide presentation;
  slim light thin; slip mistake error; slogan tagline; sluggish slow; small lightweight little minimal short tiny;
  snappy fast quick; sneak preview; soar increase grow; souvenir swag; spec specification;
  specific detail particular special; speech talk; speed faster performance; speedy fast quick; sponsor fund support;
  spot find see; stability stable; stage phase platform step; standard format spec specification;
  start boot found launch spin; step milestone phase; stop avoid end; stroll walk; structure architecture organize;
  study poll report research survey; subject theme topic; subscribe subscription; succeed success work;
  suggest advice advise recommendation suggestion tip; suggestion tip; summary describe outline overview recap;
  surge increase growth; surprise unexpected; survey poll report research; swap exchange switch replace; swift fast quick;
  taker customer user adopter; teach train; teeny tiny small; team crew employee group people squad staff; tease teaser; teaser preview;
  telecom network; thank compliment congratulate credit gratitude praise; theme topic; think feel imagine; three triple;
  time timeframe; tool toolkit utility; tough hard difficult; trade exchange sacrifice swap tradeoff;
  tradeoff balance exchange sacrifice; traditional classic existing; trailer preview video;
  training class course teach train workshop; transform transformation; trick demo hack; trim reduce cut; trio three;
  trophy award prize; trust rely stable trustworthy; try attempt experiment experimental trial; tutorial guide training;
  tweak adjust change; two couple double pair twice; typical average mean usual; update modern modernize upgrade;
  upside benefit advantage; useful helpful; valuable value worth; value worth; vehicle car; venue accommodation center hall;
  verdict conclusion answer decision; veteran experienced; view inspect see watch; vulnerability weakness; walkthrough demo tour; warn warning;
  watch observe see; way manner method technique; wearable device; web page website; whale animal logo; winner win;
  without exclude lack miss; workflow pipeline procedure; world worldwide
`;

/** How well one stands for another. */
const NEAR = 0.5;

/** Read on first use: stemming takes some milliseconds. */
let nearWords: ReadonlyMap<string, readonly Synonym[]> | undefined;

function read(): ReadonlyMap<string, readonly Synonym[]> {
  const entries = NEAR_WORDS.split(';').map((entry) => entry.trim().split(/\s+/));
  return standInsOf(entries.map((words) => ({ words, weight: NEAR, star: true })));
}
