import type { Document } from "../../src/document/document.ts";
import { documentOf } from "../../src/document/document-of.ts";
import type { Pair } from "./names.ts";

/** So many texts are made for each pair of names. */
export const textsForEachPair = 6;

/** Numbers from 0 to 1, the same for the same seed (mulberry32, Tommy Ettinger 2017, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Kind = "news" | "wire" | "opinion" | "release" | "thread";
const kinds: readonly Kind[] = ["news", "wire", "opinion", "release", "thread"];

/**
 * What every text can say. `N` a country, `A` its adjective, `O` one of its people, `P` its people, `C`
 * its capital; `M` a member of a people, `F` and `L` a person's given name and surname, `T` a city.
 */
const sentences: Readonly<Record<Pair["kind"], readonly string[]>> = {
  country: [
    "N said on Monday that the ferry had been stopped twice.",
    "A officials denied that the harbour was closed.",
    "The A government said 12 people were killed and at least 40 wounded near the lock.",
    "P fear that the canal will be closed in March.",
    "According to the A ministry of fisheries, 1,200 families left the delta in 2019.",
    "“We will not leave,” said O who works on the barge.",
    "C has rejected the report, calling it a “so-called” study.",
    "In N, nobody had heard of the treaty of 3 May 2018.",
    "N’s foreign minister told reporters that the talks had failed.",
    "The A-led mission counted about 300 boats, including 45 trawlers.",
    "Anti-A slogans were painted on the pier, police say.",
    "The dispute between N and the island began in the late 1980s.",
    "The ambassador of N, who arrived on 12 June, said: “Our ships were in open water.”",
    "P and islanders alike say they were never asked.",
    "“P have a right to fish here,” the harbour master said, adding that N would pay.",
    "The island accused N of dumping 25 tonnes of sand.",
    "It is unclear whether C knew of the plan.",
    "C claims the pilots were drunk; the island says otherwise.",
    "N wants the lock reopened, its prime minister told the Harbour Courier last week.",
    "Two A sailors, aged 23 and 31, were arrested in C on Friday.",
    "A and island negotiators met for six hours.",
    "As many as 70 per cent of P support the ban, a survey by the Delta Institute found.",
    "Critics in N call the dam a massacre of fish; C calls it progress.",
    "N has not said who gave the order.",
    "Both N and the island signed the Brenna Accord in 1994.",
    "“It was not us,” N insisted.",
    "The island’s mayor blamed A forces for the fire that killed three.",
    "Asked about it, O shrugged.",
    "N-based company Delta Dredge lost $1.5 million.",
    "P were told to stay at home, state television reported.",
  ],
  people: [
    "Ms fear that the canal will be closed.",
    "An elderly M told the Harbour Courier that 14 houses had burned.",
    "M leaders denied the claim.",
    "Hundreds of Ms left the delta in 2015, according to aid workers.",
    "“We are Ms and we stay,” she said.",
    "The M community says it was never asked.",
    "Ms and islanders signed a joint statement.",
    "A M lawyer, aged 52, called the ruling “a joke”.",
    "At least 20 Ms were arrested on Tuesday.",
  ],
  city: [
    "T said it would rebuild the bridge by 2031.",
    "At least 15 people were killed in T on Sunday, the hospital said.",
    "The mayor of T denied that the water was unsafe.",
    "In T, shops were closed.",
    "Residents of T told reporters that 300 homes were flooded.",
    "The T Herald reported that the dam had been inspected in 2016.",
    "T-based engineers said the wall was sound.",
    "T’s council voted 12 to 3 to close the lock.",
    "“T will not forget,” the priest said.",
    "T police said they had arrested four men.",
    "Trains between T and the coast were late.",
  ],
  person: [
    "L said the talks had failed.",
    "F L, a teacher, told the Harbour Courier that 40 pupils were missing.",
    "“We were never asked,” L added.",
    "According to F L, the lock was opened on 4 April.",
    "Ms L denied it. She said nobody had called.",
    "L’s lawyer said the charge was false.",
    "F L, 45, lives by the canal.",
    "L claims the fire killed nine people.",
    "The minister, F L, said: “It was not us.”",
    "Professor F L of the Delta Institute called the figure too low.",
    "L and others signed the letter.",
    "Mr L has 40,000 followers, and tweeted that the dam was “a grave”.",
    "Told of this, L laughed.",
    "L wrote that the island lost 300 boats in 2004.",
  ],
};

const plain = [
  "The lock was built in 1974.",
  "Nobody was hurt, the fire brigade said.",
  "The wind dropped in the evening.",
  "Fishing brings in about $3 million a year.",
  "The council will meet again on 12 July.",
  "“It is a long walk,” the boy said.",
];

const headlines: Readonly<Record<Pair["kind"], readonly string[]>> = {
  country: [
    "N says ferry was stopped twice",
    "A Officials Deny Harbour Was Closed",
    "N: no boats lost",
    "Two A Sailors Arrested in C",
    "C ‘will not talk’ as N closes lock",
    "What P Think of the Dam",
  ],
  people: ["Ms fear closing of canal", "M Leaders Deny Claim", "Ms Say They Were Never Asked"],
  city: [
    "T to rebuild bridge by 2031",
    "Fifteen Killed in T, Hospital Says",
    "T Votes to Close Lock",
  ],
  person: ["L: ‘We were never asked’", "F L Denies Opening the Lock", "Dam was inspected, says L"],
};

const thread: Readonly<Record<Pair["kind"], readonly string[]>> = {
  country: [
    "n says it was not them lol",
    "why does nobody talk about n and the dam",
    "p are not to blame imo, c is",
    "a ships were there on monday, my uncle saw 12 of them",
    "so n denies it again. ok",
    "c claims there is no fire, n claims there is no smoke",
  ],
  people: [
    "ms are never asked tbh",
    "my friend is m and he says the lock was open",
    "40 ms left last week",
  ],
  city: [
    "i live in t and nobody told us",
    "t says the water is fine lol",
    "t police arrested 4 of us",
  ],
  person: ["l says it was 40 boats", "did l ever answer?", "f l is right imo"],
};

/** A text of one kind about the names of one pair: now the one, now the other. */
export function writeText(
  pair: Pair,
  seed: number,
): { readonly kind: Kind; readonly text: string } {
  const random = createRandom(seed);
  const kind = kinds[Math.floor(random() * kinds.length)] ?? "news";
  const pick = (list: readonly string[]): string =>
    fill(
      list[Math.floor(random() * list.length)] ?? "",
      pair,
      random() < 0.75 ? pair.one : pair.other,
    );
  const many = (count: number, list: readonly string[]): string[] => {
    const left = [...list];
    return Array.from({ length: Math.min(count, left.length) }, () =>
      pick(left.splice(Math.floor(random() * left.length), 1)),
    );
  };
  if (kind === "thread") return { kind, text: many(6, thread[pair.kind]).join("\n\n\n") };
  const body = many(5 + Math.floor(random() * 4), sentences[pair.kind]);
  body.splice(Math.floor(random() * body.length), 0, ...many(2, plain));
  const paragraphs: string[] = [];
  while (body.length > 0) paragraphs.push(body.splice(0, 1 + Math.floor(random() * 3)).join(" "));
  const headline = pick(headlines[pair.kind]);
  const where = pair.kind === "country" ? "C" : pair.kind === "city" ? "T" : "Brenna";
  if (kind === "wire") {
    const dateline = fill(`${where}, 4 May (Own Wire) — `, pair, pair.one);
    paragraphs[0] = dateline + paragraphs[0];
  }
  if (kind === "news") paragraphs.unshift("By Our Correspondent", "4 May 2031");
  if (kind === "opinion")
    paragraphs.push("I do not believe that this is an accident. You should not either.");
  if (kind === "release") paragraphs.push("Notes to editors: photographs are free to use.");
  return { kind, text: [headline, ...paragraphs].join("\n\n") };
}

/** A made text as a document. */
export function madeDocument(text: string, id: string): Document {
  return documentOf(text, { id, published: "2031-05-04", publishedFrom: "case" });
}

/** Puts names into the places of a sentence; a capital where a sentence begins with one. */
function fill(frame: string, { kind }: Pair, names: readonly string[]): string {
  const [first = "", second = "", third = "", fourth = "", fifth = ""] = names;
  const by: Readonly<Record<string, string>> = {
    country: { N: first, A: second, O: third, P: fourth, C: fifth },
    people: { M: first, Ms: second },
    city: { T: first },
    person: { F: first, L: second },
  }[kind];
  const places = Object.keys(by).sort((a, b) => b.length - a.length);
  const pattern = new RegExp(`(?<![\\p{L}’])(?:${places.join("|")})(?![\\p{L}])`, "giu");
  return frame.replace(pattern, (place, at: number) => {
    const isChat = frame === frame.toLowerCase();
    if (isChat)
      return (
        by[place.toUpperCase()] ??
        by[place.slice(0, 1).toUpperCase() + place.slice(1)] ??
        place
      ).toLowerCase();
    const name = by[place];
    if (name === undefined) return place;
    const opens = at === 0 || /[.“‘;] ?$/.test(frame.slice(0, at));
    return opens ? name.slice(0, 1).toUpperCase() + name.slice(1) : name;
  });
}
