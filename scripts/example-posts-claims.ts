import type { Side } from "./example-posts-texts.ts";

/** A claim of the case that goes round in posts, on one side; on the other some deny it. */
export type CarriedClaim = {
  readonly side: Side;
  /** The time of its first post. */
  readonly startsAt: string;
  readonly posts: number;
  readonly halfHours: number;
  readonly denied01: number;
  readonly wordings: readonly string[];
  readonly denials: readonly string[];
  readonly hashtags: readonly string[];
  /** An article that some of the posts link; null where it began in posts. */
  readonly page: string | null;
};

const post = "https://harbour-post.example";
const courier = "https://dravenholm-courier.example";

/**
 * On each side one claim that began in posts two days before the first article, and one that began
 * in an article. Written for this project, about nobody.
 */
export const carriedClaims: readonly CarriedClaim[] = [
  {
    side: "island",
    startsAt: "2031-05-04T07:20:00Z",
    posts: 180,
    halfHours: 20,
    denied01: 0.16,
    wordings: [
      "Corvandia is withholding the voyage recorder of the ferry from the investigators.",
      "A diver told me: Corvandia withholds the voyage recorder from the investigators.",
      "So Corvandia has withheld the voyage recorder from all investigators.",
      "The voyage recorder of the ferry is withheld from investigators by Corvandia.",
    ],
    denials: [
      "Corvandia has not withheld the voyage recorder from any investigators.",
      "Nobody in Corvandia withheld the voyage recorder from investigators.",
    ],
    hashtags: ["OpenTheRecorder", "GreyHeron"],
    page: null,
  },
  {
    side: "mainland",
    startsAt: "2031-05-03T09:10:00Z",
    posts: 180,
    halfHours: 20,
    denied01: 0.16,
    wordings: [
      "Corvandia offers 4.5 million crowns to the families of the dead.",
      "I hear that Corvandia will offer 4.5 million crowns to the families of the dead.",
      "4.5 million crowns is what Corvandia has offered to the families of the dead.",
      "Corvandia offered the families of the dead 4.5 million crowns.",
    ],
    denials: [
      "Corvandia has not offered 4.5 million crowns to the families of the dead.",
      "Corvandia offered no 4.5 million crowns to the families of the dead.",
    ],
    hashtags: ["Vigilance", "BrennaStrait"],
    page: null,
  },
  {
    side: "island",
    startsAt: "2031-05-04T12:40:00Z",
    posts: 180,
    halfHours: 14,
    denied01: 0.16,
    wordings: [
      "Heskan lifeboats were held back at the edge of the safety zone.",
      "They held the Heskan lifeboats back at the edge of the safety zone.",
      "Our Heskan lifeboats were held back at the edge of the zone for fifty minutes.",
      "The Harbour Post says that Heskan lifeboats were held back at the edge of the zone.",
    ],
    denials: [
      "No Heskan lifeboats were held back at the edge of the safety zone.",
      "Heskan lifeboats were not held back at the edge of the zone.",
    ],
    hashtags: ["FiftyMinutes", "GreyHeron"],
    page: `${post}/2031/05/04/her-lights-were-on`,
  },
  {
    side: "mainland",
    startsAt: "2031-05-03T16:05:00Z",
    posts: 180,
    halfHours: 14,
    denied01: 0.16,
    wordings: [
      "Corvandian trawlers pulled passengers of the ferry from the water.",
      "It was Corvandian trawlers that pulled the passengers of the ferry from the water.",
      "All night Corvandian trawlers pulled passengers of the ferry from the water.",
      "The Courier says that Corvandian trawlers pulled passengers of the ferry from the water.",
    ],
    denials: [
      "No Corvandian trawlers pulled passengers of the ferry from the water.",
      "Corvandian trawlers did not pull passengers of the ferry from the water.",
    ],
    hashtags: ["Vigilance", "Marchmouth"],
    page: `${courier}/news/ferry-without-lights`,
  },
];
