import { type Synonym, standInsOf } from './stand-ins.js';

/**
 * Terms of the same family that no stemmer brings together: "French" for "France", "loss" for "lose", "solar" for "sun", "12" for
 * "twelve". General English, each with how well it stands for the term, in (0, 1].
 */
export function familyOf(term: string): readonly Synonym[] {
  families ??= read();
  return families.get(term) ?? [];
}

/** Families by how well their members stand for each other; the members of each between semicolons. */
const FAMILIES: readonly (readonly [number, string])[] = [
  [
    // Numbers in words and in figures.
    0.95,
    `two 2; three 3; four 4; five 5; six 6; seven 7; eight 8; nine 9; ten 10; eleven 11; twelve 12; thirteen 13; fourteen 14;
    fifteen 15; sixteen 16; seventeen 17; eighteen 18; nineteen 19; twenty 20; thirty 30; forty 40; fifty 50; sixty 60;
    seventy 70; eighty 80; ninety 90; hundred 100; thousand 1000;
    first 1st; second 2nd; third 3rd; fourth 4th; fifth 5th; sixth 6th; seventh 7th; eighth 8th; ninth 9th; tenth 10th;
    eleventh 11th; twelfth 12th; thirteenth 13th; fourteenth 14th; fifteenth 15th; sixteenth 16th; seventeenth 17th;
    eighteenth 18th; nineteenth 19th; twentieth 20th`,
  ],
  [
    // Countries and their people.
    0.85,
    `france french; britain british briton; england english; spain spanish spaniard; germany german; italy italian;
    netherlands dutch holland; poland polish pole; switzerland swiss; denmark danish dane; sweden swedish swede;
    norway norwegian; finland finnish finn; iceland icelandic; ireland irish; scotland scottish scot scots; wales welsh;
    portugal portuguese; greece greek; turkey turkish turk; russia russian; ukraine ukrainian; hungary hungarian;
    czech bohemian; austria austrian; belgium belgian; flanders flemish; romania romanian; serbia serbian serb;
    croatia croatian croat; china chinese; japan japanese; korea korean; vietnam vietnamese; thailand thai; mongolia mongolian mongol;
    india indian; pakistan pakistani; afghanistan afghan; iran iranian; persia persian; iraq iraqi; israel israeli;
    egypt egyptian; syria syrian; lebanon lebanese; arabia arab arabian arabic; kenya kenyan; nigeria nigerian; africa african;
    europe european; asia asian; america american; usa american america; canada canadian; mexico mexican; brazil brazilian;
    peru peruvian; chile chilean; argentina argentine argentinian; cuba cuban; australia australian; rome roman; uk british britain;
    ussr soviet; quebec quebecois; norman normandy`,
  ],
  [
    // Nouns, verbs and adjectives of one root.
    0.8,
    `choose choice; lose loss; die death; live life; give gift; think thought; sell sale; speak speech; sing song; high height;
    long length; wide width; broad breadth; deep depth; strong strength; young youth; warm warmth; hot heat; fly flight;
    weigh weight; see sight; seat sit; enter entrance entry; succeed success; believe belief; prove proof; relieve relief;
    argue argument; receive receipt reception; conceive conception concept; perceive perception; deceive deception;
    destroy destruction destructive; describe description; prescribe prescription; subscribe subscription; invade invasion invader;
    decide decision; divide division; collide collision; explode explosion; erode erosion; intrude intrusion; persuade persuasion;
    permit permission; admit admission; submit submission; transmit transmission; omit omission; expand expansion;
    extend extension extent; defend defense defence; offend offense offence; respond response; suspend suspension;
    intend intention intent; pretend pretense; convert conversion; revise revision; supervise supervision;
    acquire acquisition; require requirement; inquire inquiry; propose proposal; refuse refusal; approve approval; arrive arrival;
    deny denial; try trial; bury burial; marry marriage; carry carriage; vary variety variation; supply supplier; apply application;
    multiply multiplication; identify identification identity; classify classification; unify unification; clarify clarification;
    analyze analysis; synthesize synthesis; emphasize emphasis; hypothesize hypothesis; paralyze paralysis;
    advise advice; practise practice; license licence; grieve grief; breathe breath; bathe bath; clothe cloth clothing;
    bleed blood; feed food; fill full; tell tale; know knowledge; grow growth; born birth; true truth; poor poverty; free freedom;
    wise wisdom; bored boredom; hungry hunger; thirsty thirst; angry anger; proud pride; noble nobility; able ability;
    probable probability; possible possibility; responsible responsibility; available availability; visible visibility;
    simple simplicity; electric electricity; public publicity publish publication; popular popularity populous;
    populate populous; city civic urban; law legal lawful; king royal; kingdom realm; pope papal papacy;
    bishop episcopal; priest priesthood; parliament parliamentary; senate senator; president presidency presidential;
    govern government governor; rule ruler; reign regnal; elect election elector; vote voter; tax taxation; trade trader;
    teach teacher; produce production product; reduce reduction; introduce introduction; consume consumption consumer;
    assume assumption; resume resumption; presume presumption; absorb absorption; erupt eruption; corrupt corruption;
    compete competition competitor; repeat repetition; oppose opposition opponent; compose composition composer; impose imposition;
    expose exposure; depart departure; press pressure; please pleasure; fail failure; sign signature; mix mixture; move motion movement;
    remove removal; survive survival; prefer preference; refer reference; differ difference; occur occurrence; exist existence;
    resist resistance; assist assistance; perform performance; appear appearance; disappear disappearance; maintain maintenance;
    sustain sustenance; explain explanation; pronounce pronunciation; renounce renunciation; denounce denunciation;
    abundant abundance; affect effect; beg beggar; behave behavior behaviour;  compare comparison;
    conquer conquest conqueror; criticize criticism critic critical; discover discovery; recover recovery; deliver delivery;
    distant distance; important importance; frequent frequency; efficient efficiency; urgent urgency; private privacy;
    accurate accuracy; bankrupt bankruptcy; democrat democracy democratic; family familial; friend friendship;
    inherit heritage heir inheritance; injure injury; jealous jealousy; laugh laughter; mountain mountainous mount;
    murder murderer; mystery mysterious; obey obedience obedient; disobey disobedience; 
    part partial partly; peace peaceful; philosophy philosophical philosopher; photograph photographic photography;
    physics physical physicist; poet poetry poem poetic; politics political politician; prison prisoner imprison imprisonment;
    capture captive captivity; rebel rebellion; religion religious; rob robbery; science scientific scientist; settle settlement settler;
    slave slavery enslave; sleep asleep; society social; spirit spiritual; suit suitable; sweet sweetness; sympathy sympathetic;
    technology technological; theory theoretical; threat threaten; tomb entomb; tour tourism tourist; tradition traditional;
    triangle triangular; circle circular; tropic tropical; use usage; vein venous; victor victory; violate violation; violent violence;
    virus viral; vision visual; voice vocal; wealth wealthy; weak weakness; write writer; cell cellular; muscle muscular;
    molecule molecular; nucleus nuclear; atom atomic; gene genetic; bacteria bacterium bacterial; alga algae algal; larva larvae larval;
    fungus fungi fungal; stimulus stimuli; radius radii; datum data; medium media; symptom symptomatic;
    acid acidic; metal metallic; oxygen oxidize oxide oxidation; energy energetic; magnet magnetic magnetism; gravity gravitational`,
  ],
  [
    // The learned adjective of a plain noun.
    0.65,
    `sun solar; moon lunar; star stellar; earth terrestrial; sea marine maritime naval; river fluvial; water aquatic hydraulic;
    mouth oral; tooth dental; heart cardiac cardiovascular; lung pulmonary; kidney renal; brain cerebral; skin dermal cutaneous;
    bone skeletal; liver hepatic; eye ocular optic optical; ear auditory; hand manual; body bodily physical corporeal;
    mind mental psychological; year annual yearly; day daily; week weekly; month monthly; night nocturnal; winter winterly;
    church ecclesiastical; god divine; father paternal; mother maternal; brother fraternal; horse equestrian; cow bovine; dog canine;
    cat feline; bird avian; fish piscine; money monetary financial fiscal; war military wartime; army military; navy naval; farm agricultural agriculture;
    field agricultural; school scholastic educational; teacher faculty; town municipal; country national; village rural; people popular;
    tree arboreal; forest forested; rain rainfall pluvial; wind windy; fire igneous; light optical luminous; sound acoustic sonic; heat thermal thermic;
    cold frigid; speed velocity; number numeral numeric numerical; word verbal lexical; letter literal; law juridical judicial;
    judge judicial judiciary; crime criminal; punishment penal; tax fiscal; medicine medical; drug pharmaceutical; disease pathological pathogen`,
  ],
];

/** Read on first use: stemming takes some milliseconds. */
let families: ReadonlyMap<string, readonly Synonym[]> | undefined;

function read(): ReadonlyMap<string, readonly Synonym[]> {
  return standInsOf(
    FAMILIES.flatMap(([weight, list]) =>
      list.split(';').map((family) => ({ words: family.trim().split(/\s+/), weight })),
    ),
  );
}
