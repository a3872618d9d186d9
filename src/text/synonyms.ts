import { type Synonym, standInsOf } from './stand-ins.js';
import { termOf } from './terms.js';

/** Terms that can stand for a term; general English and the vocabulary of conferences, nothing of any product. */
export function synonymsOf(term: string): readonly Synonym[] {
  synonyms ??= read();
  return synonyms.get(term) ?? [];
}

/**
 * What two words together mean, where it is not what they mean alone: "took part". Takes their terms; the outcome is terms too, each with
 * how well it stands for the pair.
 */
export function phraseOf(first: string, second: string): readonly Synonym[] {
  phrases ??= new Map(
    PHRASES.map(([words, meanings]) => [
      words.split(' ').map(termOf).join(' '),
      meanings.split(' ').map((word) => ({ term: termOf(word), weight: PHRASE })),
    ]),
  );
  return phrases.get(`${first} ${second}`) ?? [];
}

const PHRASE = 0.8;
const PHRASES: readonly (readonly [string, string])[] = [
  ['take part', 'participate participant attend join'],
  ['take place', 'hold venue place'],
  ['kick off', 'start open begin kickoff'],
  ['sign up', 'signup register join'],
  ['log in', 'login'],
  ['set up', 'setup install configure'],
  ['sum up', 'summarize summary'],
  ['find out', 'learn discover'],
  ['point out', 'mention note'],
  ['team up', 'partner join'],
  ['work out', 'calculate'],
  ['give away', 'giveaway free'],
  ['get rid', 'remove eliminate'],
  ['carry out', 'perform'],
  ['turn into', 'become convert'],
  ['come from', 'origin'],
  ['speed up', 'speedup accelerate faster'],
  ['shut down', 'shutdown stop close'],
  ['roll out', 'rollout deploy release'],
  ['turn up', 'attend come attendance'],
  ['show up', 'attend come attendance'],
  ['pitch in', 'contribute help join involve'],
  ['chip in', 'contribute help'],
  ['go wrong', 'fail error problem'],
  ['blow up', 'fail crash'],
  ['hold up', 'delay difficulty'],
  ['give up', 'abandon stop'],
  ['come out', 'release appear'],
  ['hand out', 'give free'],
  ['get going', 'start run'],
  ['make up', 'consist part'],
  ['cut down', 'reduce'],
  ['look after', 'manage maintain'],
  ['spell out', 'explain'],
  ['do away', 'remove eliminate'],
  ['hook up', 'connect'],
  ['back up', 'backup'],
  ['go sideways', 'fail error problem'],
  ['jump in', 'continue help replace'],
  ['step in', 'continue help replace'],
  ['take over', 'continue replace'],
  ['end up', 'finally settle eventually'],
  ['stumble on', 'discover find'],
  ['stumble upon', 'discover find'],
  ['come across', 'discover find meet'],
  ['run into', 'meet problem'],
  ['put together', 'assemble build consist'],
  ['made of', 'consist component contain'],
  ['deal with', 'handle manage'],
  ['call out', 'mention thank'],
  ['give back', 'contribute donate'],
  ['figure out', 'solve learn'],
  ['bring in', 'introduce hire'],
  ['think of', 'opinion believe'],
  ['cut off', 'stop separate'],
  ['fall apart', 'fail break'],
  ['scale up', 'grow increase'],
  ['wrap up', 'end close conclude'],
  ['off limits', 'forbidden restrict'],
  ['hush hush', 'secret'],
  ['tie up', 'partnership'],
  ['throw out', 'replace remove'],
  ['hand over', 'give donate'],
  ['fire up', 'start run'],
  ['go live', 'production launch'],
  ['boxed up', 'containerize package'],
  ['hold back', 'block prevent'],
  ['keep up', 'maintain'],
  ['pick up', 'learn adopt'],
  ['hit on', 'find'],
  ['make sense', 'useful reason'],
  ['free choice', 'choose'],
  ['break down', 'fail split'],
  ['get hold', 'find download'],
  ['building block', 'component module part element'],
  ['spin up', 'start deploy launch run create'],
  ['bring up', 'start deploy launch raise mention'],
  ['red tape', 'bureaucracy ticket meeting approval'],
  ['brand new', 'new recent latest'],
  ['mad about', 'favorite love like'],
  ['keen on', 'favorite love like'],
  ['fond of', 'favorite love like'],
  ['play down', 'dismiss'],
  ['shoot down', 'debunk reject dismiss criticize'],
  ['leave alone', 'unchanged'],
  ['chief executive', 'ceo'],
  ['chief technology', 'cto'],
  ['vice president', 'vp'],
  ['machine learning', 'ml'],
];
let phrases: ReadonlyMap<string, readonly Synonym[]> | undefined;

/**
 * Groups of words that are used for each other, each behind its weight. The words of a line stand for each other in both
 * directions; a word may be in several lines, and the best weight counts.
 */
const GROUPS = `
0.95 favorite favourite
0.95 january jan
0.95 february feb
0.95 august aug
0.95 september sep sept
0.95 october oct
0.95 november nov
0.95 december dec
0.9 birthday bday
0.9 people ppl
0.9 conference conf
0.9 government govt
0.9 department dept
0.9 management mgmt
0.9 presentation preso
0.9 picture pic
0.9 video vid
0.9 message msg
0.9 difference diff
0.9 executive exec
0.9 technology tech
0.95 color colour
0.95 center centre
0.95 license licence
0.95 catalog catalogue
0.95 behavior behaviour
0.95 program programme
0.95 gray grey
0.95 defense defence
0.95 organize organise
0.95 containerize containerise
0.95 analyze analyse
0.8 announce unveil introduce reveal
0.6 announce launch release present debut
0.7 launch release ship
0.8 demo demonstrate demonstration
0.6 demo show present
0.6 demonstrate show present
0.5 show display present
0.7 speaker presenter
0.5 speaker speak talk present
0.6 talk session presentation
0.6 talk speak discuss
0.6 say mention state tell note
0.5 say claim argue explain describe
0.6 think believe opinion view
0.8 cost price pricing
0.6 cost price charge fee pay subscription
0.7 buy purchase
0.7 buy acquire acquisition
0.7 money dollar fund funding
0.5 money cost budget
0.8 job role position title
0.5 job employer work
0.6 role work responsible
0.7 begin start
0.6 start open kick kickoff
0.6 begin open kick
0.7 end finish close conclude
0.5 end last final
0.8 fast quick rapid
0.6 fast quick speed speedup
0.5 slow delay latency
0.8 secure security
0.5 secure safe protect
0.5 security safe vulnerability
0.7 big large huge
0.5 big size large
0.7 grow growth increase
0.6 grow rise expand
0.7 increase rise growth
0.7 decrease reduce fall drop
0.6 fewer less reduce
0.7 city venue
0.5 hotel venue
0.6 place venue location
0.5 hold place venue location
0.6 attend attendee attendance participant audience
0.6 people folk person
0.5 attendee people participant
0.7 company firm organisation organization business
0.5 company vendor employer enterprise
0.6 vendor partner
0.5 customer user client
0.7 goal aim objective
0.6 goal purpose priority
0.7 benefit advantage
0.5 benefit gain value
0.7 problem issue trouble challenge
0.5 problem pain difficult complaint
0.7 solve fix
0.6 fix repair patch
0.6 laptop machine computer notebook
0.6 server machine host
0.7 improve improvement enhance better
0.6 improve upgrade
0.7 change update
0.5 change different new
0.7 create build make
0.5 create develop write
0.6 develop development developer
0.6 found founder founding
0.7 founder cofounder
0.7 help assist
0.5 help support
0.8 support supported
0.7 allow let enable permit
0.6 use run
0.6 use utilize adopt employ
0.6 adopt adoption
0.7 run execute
0.6 run operate
0.6 deploy deployment rollout
0.5 deploy ship run
0.7 move migrate migration
0.6 migrate port convert
0.7 collaborate cooperate partner partnership
0.6 join participate
0.5 join member
0.7 picture image photo
0.7 film movie video cartoon
0.7 free gratis
0.5 free open
0.7 idea concept
0.7 plan roadmap
0.5 plan future next
0.6 next future upcoming
0.7 rule principle
0.6 rule guideline policy
0.7 part piece component
0.5 part module element
0.7 feature capability functionality
0.6 feature function
0.7 kind type sort
0.7 number count amount
0.6 share percentage percent proportion
0.5 half percent
0.7 describe explain
0.6 define definition mean
0.7 reason rationale
0.5 reason because why
0.6 name call
0.7 phone mobile
0.7 test testing trial
0.5 test try
0.6 trial beta preview
0.7 early preview
0.7 private internal
0.6 public open
0.6 teach learn lesson
0.7 store save
0.5 store storage
0.7 password secret credential
0.6 password key token
0.7 error failure bug fault
0.5 error crash break
0.6 break fail crash
0.7 test check verify
0.6 verify validate
0.7 choose pick select
0.6 need require want
0.5 need demand request
0.6 request ask demand
0.6 ask request question
0.7 answer respond reply
0.7 response reply answer
0.7 handle manage
0.6 manage management
0.6 admin administrator
0.7 connect link
0.7 combine merge
0.6 combination together
0.6 split separate divide
0.5 split spin
0.7 remove delete eliminate
0.6 stop halt
0.6 replace substitute swap
0.7 whole entire complete
0.7 major main primary key
0.6 important main key
0.7 famous known popular
0.6 simple easy
0.6 hard difficult
0.7 funny joke humor laugh
0.6 sticker swag shirt
0.7 award prize win
0.7 competition contest challenge
0.6 sponsor partner
0.7 agenda schedule
0.6 lunch meal food
0.6 party celebration
0.7 colleague coworker teammate
0.7 boss manager lead
0.7 lead head leader
0.6 engineer developer programmer
0.6 ceo chief executive
0.5 cto chief technology
0.5 vp vice president
0.6 turtle tortoise
0.9 prem premise
0.7 repository repo
0.7 config configuration
0.7 app application
0.7 doc documentation
0.7 auth authentication
0.7 authorization authorize
0.7 env environment
0.7 dev developer development
0.5 ops operations operator
0.7 prod production
0.6 infra infrastructure
0.6 perf performance
0.7 info information
0.7 org organization organisation
0.6 law legal
0.7 car vehicle automobile
0.7 doctor physician
0.6 hospital medical health
0.7 teacher instructor
0.7 student pupil
0.6 school education
0.6 war conflict battle
0.7 ship vessel boat
0.7 movie film
0.6 born birth
0.6 die death dead
0.6 marry wife husband
0.6 win victory defeat
0.6 king monarch ruler
0.6 river stream
0.6 sea ocean
`;

/** Read on first use: stemming takes some milliseconds. */
let synonyms: ReadonlyMap<string, readonly Synonym[]> | undefined;

function read(): ReadonlyMap<string, readonly Synonym[]> {
  const lines = GROUPS.trim().split('\n');
  return standInsOf(
    lines.map((line) => {
      const [weight = '', ...words] = line.split(' ');
      return { words, weight: Number(weight) };
    }),
  );
}
