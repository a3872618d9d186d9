import type { Synonym } from './stand-ins.js';
import { termOf } from './terms.js';

/** Organisations that may be meant. */
export interface Organisations {
  /** Terms of their names, each with how well it fits. */
  readonly names: readonly Synonym[];
  /** Whether it took both words to tell: "federal agency". Then the second says no more than what each of them is. */
  readonly pair: boolean;
}

/**
 * Well-known organisations by what they are called when their name does not come to mind: "the card company", "that insurer", "the
 * federal agency". Takes the terms of a word and of the one behind it, or ''.
 *
 * General knowledge, as an atlas of companies has it, whether or not a note speaks of them; of a name of several words it holds the
 * one that tells it from others.
 */
export function organisationsCalled(first: string, second: string): Organisations {
  called ??= read();
  const alone = called.get(first);
  if (alone !== undefined) return { names: alone, pair: false };
  const traded = COMPANY_TERMS.has(second) ? called.get(`${first} ${ANY}`) : undefined;
  return { names: traded ?? called.get(`${first} ${second}`) ?? [], pair: true };
}

/** How well a name fits the general word for it: there are others of its kind. */
const ONE_OF_ITS_KIND = 0.7;

/** Words behind a trade that say no more than that it is an organisation: "card company", "chip giant". */
const COMPANIES = 'company firm giant business vendor provider maker corporation brand chain startup outfit player';
const COMPANY_TERMS: ReadonlySet<string> = new Set(COMPANIES.split(' ').map(termOf));

/**
 * Entries are parted by semicolons; each names trades, other names, and behind a colon organisations. A trade stands before "company"
 * and its like; another name, in parentheses, stands by itself.
 */
const ORGANISATIONS = `
  card, credit, payment (card scheme, card network, payment network): visa mastercard amex;
  payment (payment processor): paypal stripe square adyen;
  insurance, assurance (insurer): metlife nationwide allianz allstate axa prudential aetna;
  banking (bank, lender): barclays ing citi goldman jpmorgan northern societe bbva hsbc wells capital;
  investment, brokerage, trading: fidelity schwab vanguard blackrock goldman northern bloomberg;
  payroll, hr: adp paychex workday;
  accounting, tax: intuit deloitte kpmg;
  mouse, entertainment, cartoon (animation studio, movie studio): disney pixar dreamworks;
  streaming, video: netflix hulu youtube twitch;
  music, streaming: spotify pandora soundcloud;
  news, business news (news site, newspaper, news outlet, broadcaster): insider bbc nytimes bloomberg reuters guardian cnn;
  federal, government (federal agency, government agency, government body): gsa nasa usda nsa;
  space (space agency): nasa esa;
  chip, semiconductor, processor (chipmaker): intel amd nvidia arm qualcomm;
  graphics, gpu: nvidia amd;
  search, search engine: google bing elastic;
  redmond, windows: microsoft;
  cloud, hosting: amazon aws azure google digitalocean rackspace alibaba;
  online retail, retail, shopping, e-commerce, ecommerce (retailer, online shop, online store): amazon alibaba ebay walmart target shopify etsy zalando;
  chinese e-commerce, chinese: alibaba tencent baidu huawei;
  auction: ebay;
  shop, store (shop platform): shopify magento;
  database: oracle mongodb redislabs couchbase;
  virtualization, hypervisor: vmware citrix;
  linux (distributor): redhat canonical suse;
  mainframe (big blue): ibm;
  server, printer, hardware: hp hpe dell lenovo;
  network, router, networking (router maker): cisco juniper arista;
  telecom, phone, mobile (carrier, telco): verizon orange vodafone t-mobile telefonica;
  ride, taxi, ride hailing: uber lyft;
  travel, booking (travel site, booking site): expedia booking orbitz airbnb amadeus;
  car, automobile (carmaker, automaker): bmw ford volkswagen daimler toyota tesla;
  aerospace, plane, aircraft: boeing airbus;
  airline: lufthansa delta united;
  industrial, conglomerate: ge siemens bosch;
  oil, energy: shell bp exxon;
  pharma, drug (drugmaker): novartis pfizer roche glaxosmithkline merck;
  hospital, health, healthcare: kaiser mayo athenahealth cerner;
  game, gaming: riot blizzard zynga nintendo;
  chat, messaging: slack whatsapp discord;
  code hosting: github gitlab bitbucket;
  log, monitoring: splunk datadog newrelic sysdig;
  animal rights, whale lovers (animal lovers, animal rights): peta;
  fruit, iphone: apple;
  security, antivirus: symantec twistlock aqua snyk;
  storage: emc netapp purestorage;
  fashion, clothing: gilt zalando nike;
  education (university, college): cornell mit stanford berkeley;
  professional network, social network: linkedin facebook twitter
`;

/** Stands for any word that says that it is an organisation. */
const ANY = '*';

/** Read on first use: names by the terms of what they are called, a trade's with {@link ANY} behind it. */
let called: ReadonlyMap<string, readonly Synonym[]> | undefined;

function read(): ReadonlyMap<string, readonly Synonym[]> {
  const found = new Map<string, readonly Synonym[]>();
  for (const entry of ORGANISATIONS.split(';')) {
    const [ways = '', listed = ''] = entry.split(':');
    const names = wordsIn(listed).map((name) => ({ term: termOf(name), weight: ONE_OF_ITS_KIND }));
    const [trades = '', others = ''] = ways.split(/[()]/);
    const keys = [
      ...phrasesIn(trades).map((terms) => (terms.length === 1 ? [...terms, ANY] : terms)),
      ...phrasesIn(others),
    ];
    for (const key of keys.map((terms) => terms.join(' '))) found.set(key, [...(found.get(key) ?? []), ...names]);
  }
  return found;
}

/** The terms of each of some phrases that are parted by commas. */
function phrasesIn(list: string): readonly (readonly string[])[] {
  return list
    .split(',')
    .map((phrase) => wordsIn(phrase).map(termOf))
    .filter((terms) => terms.length > 0);
}

function wordsIn(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}
