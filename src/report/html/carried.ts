import { type Html, html } from "./escape.ts";
import { instant } from "./instant.ts";

type Carrier = {
  readonly account: string;
  readonly followers: number | null;
  readonly seconds: number;
  readonly text: string;
};

/** How far one thing was carried in posts; accounts as they may be shown. */
export type ReachShown = {
  readonly question: {
    readonly on: string;
    readonly object: string;
    readonly leastFollowers: number;
    readonly withinSeconds: number;
  };
  readonly reach: {
    readonly object: string;
    readonly actions: number;
    readonly accounts: number;
    readonly accountsUnknown: number;
    readonly followers: number;
    readonly firstSeconds: number;
    readonly lastSeconds: number;
    readonly firstMovers: readonly Carrier[];
    readonly withReach: readonly Carrier[];
    readonly withReachCount: number;
  };
  readonly phrasings: readonly { readonly posts: readonly Carrier[] }[];
  readonly phrasingCount: number;
};

/** A pile-on; its target as it may be shown, its senders as a whole. */
export type PileOnShown = {
  readonly target: string;
  readonly onsetSeconds: number;
  readonly endSeconds: number;
  readonly interactions: number;
  readonly senders: number;
  readonly firstTimers: number;
  readonly expected: number;
  readonly texts: readonly {
    readonly words: string;
    readonly senders: number;
    readonly posts: number;
  }[];
  readonly textCount: number;
};

/** What of posts stands at an address, where it is no group. */
export type Carried =
  | { readonly view: "reach"; readonly answer: ReachShown }
  | { readonly view: "pile-ons"; readonly answer: PileOnShown };

export const carriedMethods = {
  reach: {
    question: "How far was it carried?",
    method:
      "An account's followers are those that its last post told. Followers of several accounts may be the same people; where none are told, reach is unknown and not nothing. Accounts with fewer than 5,000 followers, or of whom no number is told, stand under a pseudonym.",
  },
  "pile-ons": {
    question: "On whom did many strangers come at once?",
    method:
      "A pile-on is a time in which far more accounts than usual answer, quote or mention one account, most of whom never did before. It is behaviour that is seen, never intent: praise may come so, too. Who took part is only counted; the target stays masked unless it agreed to be named.",
  },
} as const;

/** Entries of one list that are shown: first movers, accounts with reach, phrasings, texts. */
const mostListed = 20;

const number = new Intl.NumberFormat("en-GB");

export function carriedLabel({ view, answer }: Carried): string {
  return view === "reach"
    ? `How far it was carried: ${answer.question.on === "hashtag" ? "#" : ""}${answer.reach.object}`
    : `A pile-on of ${number.format(answer.senders)} accounts, ${instant(answer.onsetSeconds)}`;
}

export function carriedBlock(carried: Carried): Html {
  return carried.view === "reach" ? reachBlock(carried.answer) : pileOnBlock(carried.answer);
}

function reachBlock({ question, reach, phrasings, phrasingCount }: ReachShown): Html {
  const known = reach.accounts - reach.accountsUnknown;
  return html`<p>${number.format(reach.actions)} posts by ${number.format(reach.accounts)} accounts, ${instant(
    reach.firstSeconds,
  )} to ${instant(reach.lastSeconds)}. ${number.format(reach.followers)} followers of ${number.format(known)} accounts; of ${number.format(
    reach.accountsUnknown,
  )} none are told.</p>
<h3>First</h3>
${carriers(reach.firstMovers)}<h3>With ${number.format(question.leastFollowers)} followers or more <small>${number.format(
    reach.withReachCount,
  )} accounts</small></h3>
${carriers(reach.withReach, reach.withReachCount)}${
  phrasings.length > 0 &&
  html`<h3>The same words within ${number.format(question.withinSeconds / 3600)} hours <small>${number.format(phrasingCount)} texts</small></h3>
${phrasings.slice(0, mostListed).map(({ posts }) => carriers(posts))}`
}`;
}

function carriers(list: readonly Carrier[], all = list.length): Html {
  const shown = list.slice(0, mostListed);
  return html`<div class="scroll"><table><thead><tr><th scope="col">When (UTC)</th><th scope="col">Account</th><th scope="col">Followers</th><th scope="col">Words</th></tr></thead><tbody>
${shown.map(
  ({ account, followers, seconds, text }) =>
    html`<tr><td>${instant(seconds)}</td><th scope="row">${account}</th><td>${
      followers === null ? "not told" : number.format(followers)
    }</td><td>${text}</td></tr>
`,
)}</tbody></table></div>${all > shown.length && html`<p class="note">The first ${shown.length} of ${number.format(all)}.</p>`}
`;
}

function pileOnBlock(pileOn: PileOnShown): Html {
  const { target, interactions, senders, firstTimers, expected, texts, textCount } = pileOn;
  const shown = texts.slice(0, mostListed);
  return html`<p>From ${instant(pileOn.onsetSeconds)} to ${instant(pileOn.endSeconds)} (UTC) ${number.format(
    senders,
  )} accounts addressed ${target} in ${number.format(interactions)} posts; ${number.format(firstTimers)} of them never had before. Without a rise ${number.format(
    Math.round(expected),
  )} were to be expected.</p>
${
  shown.length > 0 &&
  html`<h3>Texts that several wrote</h3><div class="scroll"><table><thead><tr><th scope="col">Words</th><th scope="col">Accounts</th><th scope="col">Posts</th></tr></thead><tbody>
${shown.map(
  (text) =>
    html`<tr><th scope="row">${text.words}</th><td>${number.format(text.senders)}</td><td>${number.format(text.posts)}</td></tr>
`,
)}</tbody></table></div>${textCount > shown.length && html`<p class="note">The first ${shown.length} of ${number.format(textCount)}.</p>`}`
}`;
}
