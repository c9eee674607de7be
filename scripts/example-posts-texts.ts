/** Texts of the invented posts: written for this project, about nobody. */

export type Side = "island" | "mainland";

/** One thing that is talked about: from when, how many posts at its peak, and in which words. */
export type Topic = {
  readonly name: string;
  readonly startsAt: string;
  /** Share of all posts that it draws. */
  readonly share01: number;
  /** Hours until half of them are written. */
  readonly halfHours: number;
  readonly hashtags: Readonly<Record<Side, readonly string[]>>;
  /** Pages of the case's sources that are linked. */
  readonly links: Readonly<Record<Side, readonly string[]>>;
  readonly middles: Readonly<Record<Side, readonly string[]>>;
};

const post = "https://harbour-post.example";
const courier = "https://dravenholm-courier.example";

export const topics: readonly Topic[] = [
  {
    name: "collision",
    startsAt: "2031-05-02T21:55:00Z",
    share01: 0.2,
    halfHours: 3,
    hashtags: {
      island: ["GreyHeron", "BrennaStrait", "Tolby"],
      mainland: ["Vigilance", "BrennaStrait", "Marchmouth"],
    },
    links: { island: [], mainland: [] },
    middles: {
      island: [
        "there is fire south of the Lantern Bank",
        "the mail ferry is not answering",
        "the lifeboat has gone out from Tolby",
        "my neighbour's girl is on the Grey Heron tonight",
        "people stand on the quay with lamps",
        "three bangs and then the siren",
      ],
      mainland: [
        "there is fire out by the Lantern Bank",
        "the Vigilance is not answering",
        "the trawlers have gone out from Marchmouth",
        "my sister's boy serves on the Vigilance",
        "people stand on the pier with blankets",
        "two white flares and then nothing",
      ],
    },
  },
  {
    name: "morning",
    startsAt: "2031-05-03T08:40:00Z",
    share01: 0.22,
    halfHours: 5,
    hashtags: {
      island: ["GreyHeron", "LightsWereOn", "BrennaStrait"],
      mainland: ["Vigilance", "RanDark", "BrennaStrait"],
    },
    links: {
      island: [`${post}/2031/05/03/ferry-rammed-off-lantern-bank`],
      mainland: [`${courier}/news/ferry-without-lights`],
    },
    middles: {
      island: [
        "thirteen dead and they call it an accident",
        "her lights were on, the keeper saw them",
        "the cutter rammed her on the port side",
        "fifty minutes, that is how long our boats had to wait",
        "ask the survivors before you ask a ministry",
        "she sails every Friday, everyone knows her lights",
      ],
      mainland: [
        "thirteen dead and they call it an attack",
        "she sailed without lights, the radar saw her",
        "the ferry turned across the bow",
        "three warnings on channel 16 and no answer",
        "ask the trawlermen before you ask a ministry",
        "the zone was declared in April, everyone had the notice",
      ],
    },
  },
  {
    name: "statements",
    startsAt: "2031-05-04T10:00:00Z",
    share01: 0.24,
    halfHours: 6,
    hashtags: {
      island: ["LightsWereOn", "FiftyMinutes", "GreyHeron"],
      mainland: ["RanDark", "ThreeWarnings", "Vigilance"],
    },
    links: {
      island: [`${post}/2031/05/04/her-lights-were-on`],
      mainland: [`${courier}/sea/night-of-the-trawlers`],
    },
    middles: {
      island: [
        "Ossick asks for nothing but daylight",
        "the communique of the other side leaves out the lifeboats",
        "eleven of their sailors are in our hospital",
        "read point six of the statement",
        "flares do not sound like that",
        "four days' notice is no notice",
      ],
      mainland: [
        "Stell has nothing to hide and nobody to hate",
        "the statement of the other side leaves out the trawlers",
        "thirty-one of their passengers were pulled out by our boats",
        "read point four of the communique",
        "shots do not look like that",
        "twelve minutes, while fuel was burning",
      ],
    },
  },
  {
    name: "recorder",
    startsAt: "2031-05-07T07:00:00Z",
    share01: 0.14,
    halfHours: 8,
    hashtags: {
      island: ["OpenTheRecorder", "BrennaStrait", "FiftyMinutes"],
      mainland: ["ShowThePapers", "BrennaStrait", "ThreeWarnings"],
    },
    links: {
      island: ["https://tidewatcher.example/what-the-water-knows"],
      mainland: ["https://lighthouse-letters.example/a-light-is-a-promise"],
    },
    middles: {
      island: [
        "the recorder has been in a locked room for days",
        "let us hear it together with the doors open",
        "who has heard the tape and why not all of us",
        "a week, and no judge has seen it",
      ],
      mainland: [
        "the papers of the ferry have been in a drawer since February",
        "let us see who signed them",
        "who let her sail with that steering gear",
        "a week, and no judge has seen them",
      ],
    },
  },
  {
    name: "inquiry",
    startsAt: "2031-05-09T05:45:00Z",
    share01: 0.2,
    halfHours: 7,
    hashtags: {
      island: ["ThreeJudges", "GreyHeron", "BrennaStrait"],
      mainland: ["ThreeJudges", "Vigilance", "BrennaStrait"],
    },
    links: {
      island: [`${post}/2031/05/09/recorder-handed-over`],
      mainland: [`${courier}/sea/three-judges`],
    },
    middles: {
      island: [
        "three judges, at last",
        "both captains in one room on one day",
        "now let them hear the lifeboat crews",
        "the mail boat should sail on Friday, lights on",
      ],
      mainland: [
        "three judges, at last",
        "both captains in one room on one day",
        "now let them hear the radar crew",
        "pay the families before any verdict",
      ],
    },
  },
];

export const openings = [
  "I keep thinking of this:",
  "From the harbour this morning:",
  "Nobody here has slept.",
  "For those who ask from abroad:",
  "Please share.",
  "What we know so far:",
  "My father always said, mind the bank.",
  "Once more, because it gets lost:",
  "Standing at the rail again.",
  "The radio says it every hour:",
  "Quiet in the bakery today.",
  "A question to both ministries:",
  "I was there until two.",
  "On the bus everyone talks of it.",
  "To be fair to all:",
  "Whatever comes of it,",
] as const;

export const closings = [
  "Light a candle.",
  "Names first, please.",
  "We wait.",
  "Fifteen families.",
  "I will say no more today.",
  "Correct me if you know better.",
  "The sea does not take sides.",
  "Tell it to the judges.",
  "And the children?",
  "That is all I ask.",
  "More when we hear it.",
  "Hold each other.",
] as const;

/** What people answer one another, on both shores. */
export const remarks = [
  "Where did you read that?",
  "Thank you for this.",
  "I heard the same on the quay.",
  "I heard the opposite.",
  "Say that again in a week.",
  "Which pier was that?",
  "My mother says so too.",
  "Let it rest for tonight.",
  "Do you have a picture?",
  "Who told you?",
  "You were not there and neither was I.",
  "Come by when you are ashore.",
] as const;

/** Pages that the planted groups link, round by round. */
export const pages: Readonly<Record<Side, readonly string[]>> = {
  island: [
    `${post}/2031/05/03/ferry-rammed-off-lantern-bank`,
    `${post}/2031/05/04/her-lights-were-on`,
    `${post}/2031/05/09/recorder-handed-over`,
    "https://tidewatcher.example/what-the-water-knows",
    "https://daylight.example/count-to-fifty",
    "https://daylight.example/her-lamps",
    "https://daylight.example/open-the-recorder",
    "https://daylight.example/article-nine",
  ],
  mainland: [
    `${courier}/news/ferry-without-lights`,
    `${courier}/sea/night-of-the-trawlers`,
    `${courier}/sea/three-judges`,
    "https://lighthouse-letters.example/a-light-is-a-promise",
    "https://papers.example/count-to-three",
    "https://papers.example/no-lamps",
    "https://papers.example/show-the-papers",
    "https://papers.example/article-nine",
  ],
};

/** Said in other languages, of which some accounts are. */
export const otherLanguages: Readonly<Record<string, readonly string[]>> = {
  de: [
    "Zwei Schiffe, fünfzehn Tote, und jede Küste erzählt es anders",
    "Wer hört endlich die Rettungsleute an",
    "Beide Kapitäne am selben Tag im selben Raum, gut so",
    "Ein Licht ist ein Versprechen, schreibt der Sohn des Leuchtturmwärters",
  ],
  fr: [
    "Deux navires, quinze morts, et chaque rive raconte autre chose",
    "Qui écoutera enfin les sauveteurs",
    "Les deux capitaines le même jour dans la même salle, tant mieux",
    "Une lumière est une promesse, écrit le fils du gardien de phare",
  ],
  es: [
    "Dos barcos, quince muertos, y cada orilla lo cuenta de otra manera",
    "Quién escuchará por fin a los rescatistas",
    "Los dos capitanes el mismo día en la misma sala, mejor así",
    "Una luz es una promesa, escribe el hijo del farero",
  ],
};

/** What the two planted groups write together, round by round: as many rounds on either side. */
export const rounds: Readonly<Record<Side, readonly (readonly [string, string])[]>> = {
  island: [
    ["DaylightNow", "No recorder, no trust. Daylight for the Grey Heron now"],
    ["FiftyMinutes", "Count to fifty minutes and think of the water. We count with you"],
    ["LightsWereOn", "Every lamp on the island saw her lamps that Friday evening"],
    ["GreyHeron", "She carried mail and medicine and families. Say her name"],
    ["OpenTheRecorder", "A locked room is an answer too. Open the recorder for all"],
    ["BrennaStrait", "The bank is undivided, and so is our grief. Read article nine"],
    ["LetUsPass", "A mail boat needs no permission to come home. Let us pass"],
    ["ThreeJudges", "Three judges, one tape, no more excuses from the other shore"],
  ],
  mainland: [
    ["PapersNow", "No papers, no trust. The papers of the ferry now, all of them"],
    ["ThreeWarnings", "Count three warnings and think of the bridge. We count with you"],
    ["RanDark", "Every radar on the coast saw a ship without lamps that evening"],
    ["Vigilance", "She carried rescuers and recruits and nobody's enemy. Say her name"],
    ["ShowThePapers", "A closed drawer is an answer too. Show the papers to all"],
    ["BrennaStrait", "The bank is administered, and so are its lights. Read article nine"],
    ["KeepTheZone", "A cable needs no flag to be mended in peace. Keep the zone"],
    ["ThreeJudges", "Three judges, one logbook, no more excuses from the other shore"],
  ],
};

/** The sailor's post, the answers that it drew from both shores, and how it was taken back. */
export const spokenOut = {
  said: "I was on the Vigilance. The watch officer had been on duty for nineteen hours. Nobody wanted this, on either ship. I am sorry, to all of them.",
  takenBack:
    "I have taken my post of the 5th down. My family has asked me to. I stand by what I saw.",
  answers: [
    "Take that down.",
    "You were told to be silent and you could not even do that.",
    "Who pays you to say this?",
    "Sorry is easy. Where were you when the water burned?",
    "You shame everyone who served with you.",
    "So it was the officer now. How convenient.",
    "Say it to the judges and not to us.",
    "Nineteen hours, and still you say nobody wanted it?",
    "We know which street you live in.",
    "One of you always has an excuse.",
    "Delete your account.",
    "My cousin is dead and you want to be understood.",
    "Whose side are you on?",
    "You should have gone down with her.",
    "Thank you for saying it. Somebody had to.",
    "Leave him alone, all of you.",
  ],
} as const;
