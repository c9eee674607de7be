import type { Gazetteer } from "../../src/lexicon/gazetteer.ts";

/** Names that take each other's place: as many forms on the one side as on the other. */
export type Pair = {
  readonly kind: "country" | "people" | "city" | "person";
  readonly one: readonly string[];
  readonly other: readonly string[];
};

/** name, adjective, a person, the people, capital; the name with the article that a sentence gives it. */
type Country = readonly [string, string, string, string, string];

const countries: readonly (readonly [Country, Country])[] = [
  [
    ["Russia", "Russian", "a Russian", "Russians", "Moscow"],
    ["Tuvalu", "Tuvaluan", "a Tuvaluan", "Tuvaluans", "Funafuti"],
  ],
  [
    ["France", "French", "a Frenchman", "the French", "Paris"],
    ["Bhutan", "Bhutanese", "a Bhutanese", "the Bhutanese", "Thimphu"],
  ],
  [
    ["the United States", "American", "an American", "Americans", "Washington DC"],
    ["Lesotho", "Basotho", "a Mosotho", "Basothos", "Maseru"],
  ],
  [
    ["China", "Chinese", "a Chinese", "the Chinese", "Beijing"],
    ["Suriname", "Surinamese", "a Surinamese", "the Surinamese", "Paramaribo"],
  ],
  [
    ["Turkey", "Turkish", "a Turk", "Turks", "Ankara"],
    ["Costa Rica", "Costa Rican", "a Costa Rican", "Costa Ricans", "San José"],
  ],
  [
    ["Germany", "German", "a German", "Germans", "Berlin"],
    ["Papua New Guinea", "Papuan", "a Papuan", "Papuans", "Port Moresby"],
  ],
  [
    ["Israel", "Israeli", "an Israeli", "Israelis", "Jerusalem"],
    ["Guinea-Bissau", "Bissau-Guinean", "a Bissau-Guinean", "Bissau-Guineans", "Bissau"],
  ],
  [
    ["Palestine", "Palestinian", "a Palestinian", "Palestinians", "Ramallah"],
    ["Vanuatu", "Vanuatuan", "a Vanuatuan", "Vanuatuans", "Port Vila"],
  ],
  [
    ["India", "Indian", "an Indian", "Indians", "New Delhi"],
    ["the Gambia", "Gambian", "a Gambian", "Gambians", "Banjul"],
  ],
  [
    ["Pakistan", "Pakistani", "a Pakistani", "Pakistanis", "Islamabad"],
    ["Palau", "Palauan", "a Palauan", "Palauans", "Ngerulmud"],
  ],
  [
    ["Ukraine", "Ukrainian", "a Ukrainian", "Ukrainians", "Kyiv"],
    ["Togo", "Togolese", "a Togolese", "the Togolese", "Lomé"],
  ],
  [
    ["Britain", "British", "a Briton", "Britons", "London"],
    ["Eswatini", "Swazi", "a Swazi", "Swazis", "Mbabane"],
  ],
  [
    ["Jordan", "Jordanian", "a Jordanian", "Jordanians", "Amman"],
    ["Chad", "Chadian", "a Chadian", "Chadians", "N’Djamena"],
  ],
  [
    ["Georgia", "Georgian", "a Georgian", "Georgians", "Tbilisi"],
    ["Kiribati", "I-Kiribati", "an I-Kiribati", "the I-Kiribati", "Tarawa"],
  ],
  [
    ["Iran", "Iranian", "an Iranian", "Iranians", "Tehran"],
    ["South Sudan", "South Sudanese", "a South Sudanese", "the South Sudanese", "Juba"],
  ],
  [
    ["Armenia", "Armenian", "an Armenian", "Armenians", "Yerevan"],
    ["Azerbaijan", "Azerbaijani", "an Azerbaijani", "Azerbaijanis", "Baku"],
  ],
  [
    ["the US", "American", "an American", "Americans", "Washington DC"],
    ["the UAE", "Emirati", "an Emirati", "Emiratis", "Abu Dhabi"],
  ],
  [
    ["the Netherlands", "Dutch", "a Dutchman", "the Dutch", "Amsterdam"],
    ["Nauru", "Nauruan", "a Nauruan", "Nauruans", "Yaren"],
  ],
  [
    ["Syria", "Syrian", "a Syrian", "Syrians", "Damascus"],
    ["Bosnia and Herzegovina", "Bosnian", "a Bosnian", "Bosnians", "Sarajevo"],
  ],
  [
    ["Poland", "Polish", "a Pole", "Poles", "Warsaw"],
    ["the Comoros", "Comorian", "a Comorian", "Comorians", "Moroni"],
  ],
];

const peoples: readonly (readonly [string, string])[] = [
  ["Kurd", "Lezgin"],
  ["Arab", "Tuareg"],
  ["Muslim", "Quaker"],
  ["Hutu", "Vlach"],
  ["Tamil", "Wayuu"],
  ["Uyghur", "Gagauz"],
  ["Rohingya", "Saami"],
  ["Zulu", "Hmong"],
];

const cities: readonly (readonly [string, string])[] = [
  ["Paris", "Honiara"],
  ["New York", "Nampula"],
  ["Istanbul", "Phuntsholing"],
  ["Gaza City", "Maun"],
  ["Hong Kong", "Kuala Belait"],
  ["Los Angeles", "Osh"],
  ["Mumbai", "Dar es Salaam"],
  ["Aleppo", "Bobo-Dioulasso"],
  ["Saint Petersburg", "Nuuk"],
  ["Manchester", "Rio de Janeiro"],
];

/** Given name and surname. */
const persons: readonly (readonly [readonly [string, string], readonly [string, string]])[] = [
  [
    ["Mary", "Johnson"],
    ["Zenubia", "Okwuosa"],
  ],
  [
    ["John", "Miller"],
    ["Thorvaldur", "Quathe"],
  ],
  [
    ["Michael", "Davis"],
    ["Ifeanyi", "Sz"],
  ],
  [
    ["Anna", "Petrov"],
    ["Lupe", "Tuilagi"],
  ],
  [
    ["Ahmed", "Hassan"],
    ["Njord", "Vessimar"],
  ],
  [
    ["Maria", "Garcia"],
    ["Xiu", "Ng"],
  ],
  [
    ["David", "Cohen"],
    ["Oyunbileg", "Bat-Erdene"],
  ],
  [
    ["James", "Brown"],
    ["Ulrike", "Isk"],
  ],
  [
    ["Robert", "King"],
    ["Tane", "Rangihau"],
  ],
  [
    ["William", "Young"],
    ["Sefa", "O’Dwyrran"],
  ],
];

export const pairs: readonly Pair[] = [
  ...countries.map(([one, other]): Pair => ({ kind: "country", one, other })),
  ...peoples.map(
    ([one, other]): Pair => ({
      kind: "people",
      one: [one, `${one}s`],
      other: [other, `${other}s`],
    }),
  ),
  ...cities.map(([one, other]): Pair => ({ kind: "city", one: [one], other: [other] })),
  ...persons.map(([one, other]): Pair => ({ kind: "person", one, other })),
];

/**
 * Each country and city of a text for rare ones, one of two words among them. A country
 * that the text also calls by a name that has no counterpart here stays.
 */
export function exchangesOf(text: string, { words, phrases }: Gazetteer): Pair[] {
  const terms = new Map<string, string>();
  for (const [word, { term }] of words) terms.set(word, term);
  for (const { text: phrase, term } of phrases) terms.set(phrase.toLowerCase(), term);
  const lower = text.toLowerCase();
  const bare = (name: string) => name.replace(/^(?:the|an?) /, "").toLowerCase();
  const isCovered = (forms: readonly string[]) => {
    const names = new Set(forms.map(bare));
    const own = new Set([...names].map((name) => terms.get(name)));
    return ![...terms].some(
      ([name, term]) =>
        own.has(term) &&
        !names.has(name) &&
        new RegExp(`(?<!\\p{L})${name.replaceAll(".", "\\.")}(?!\\p{L})`, "u").test(lower),
    );
  };
  const rare = ["Tuvalu", "Costa Rica", "Bhutan"];
  const forms = pairs
    .filter(({ kind }) => kind === "country")
    .flatMap(({ one, other }) => [one, other]);
  const others = forms.filter(([name]) => rare.includes(name ?? ""));
  const countries = forms
    .filter(
      (one) => !others.includes(one) && one.some((name) => text.includes(name)) && isCovered(one),
    )
    .flatMap((one) => others.map((other): Pair => ({ kind: "country", one, other })));
  const cities = pairs.filter(
    ({ kind, one }) => kind === "city" && one.some((name) => text.includes(name)),
  );
  return [...countries, ...cities];
}
