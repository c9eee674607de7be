import { interactionKinds } from "../../document/interaction.ts";
import type { PileOns, ShownPileOn } from "../../pipeline/pile-ons.ts";
import type { AnsweredPost, Counted } from "../../store/posts/pile-on-posts.ts";
import { instant, percent } from "../posts-input.ts";
import { count, excerpt, wrap } from "../text.ts";

/** Pile-ons, and their common texts, shown on a screen; JSON holds all. */
const most = { pileOns: 20, texts: 3, textLength: 160 } as const;
const hourSeconds = 3600;

/** On whom many strangers came at once: a screen for people. */
export function pileOnsText(found: PileOns, posts: string): string {
  const { pileOns, risesOfKnown, targets, withoutBaseline } = found;
  const more = pileOns.length - most.pileOns;
  return [
    posts,
    `${count(targets, "account")} that enough others answer, quote or mention; ${count(pileOns.length, "pile-on")}`,
    ...(risesOfKnown > 0
      ? [
          `${count(risesOfKnown, "rise")} more of accounts that wrote to the target before: no pile-ons`,
        ]
      : []),
    ...(withoutBaseline > 0
      ? [
          `unknown of ${count(withoutBaseline, "account")}: what came lies mostly in the first day of the posts, and there is no time before to compare it with`,
        ]
      : []),
    ...pileOns.slice(0, most.pileOns).flatMap((one, at) => ["", ...pileOnLines(one, at + 1)]),
    ...(more > 0 ? ["", `and ${count(more, "more pile-on")}: --json gives all`] : []),
  ].join("\n");
}

function pileOnLines(pileOn: ShownPileOn, number: number): string[] {
  const { target, senders, firstTimers, interactions, texts, textCount } = pileOn;
  const kinds = interactionKinds
    .filter((kind) => pileOn.kinds[kind] > 0)
    .map((kind) => count(pileOn.kinds[kind], kind, plurals[kind]));
  const hidden = textCount - Math.min(textCount, most.texts);
  return [
    `${number}. ${target}: ${count(senders, "account")} from ${instant(pileOn.onsetSeconds)} to ${instant(pileOn.endSeconds)}, ${percent(firstTimers / senders)} of them for the first time`,
    ...lines(
      `${count(interactions, "post")}: ${kinds.join(", ")}; most in the hour from ${instant(pileOn.peakSeconds)}`,
      `accounts by the hour ${pileOn.hourlySenders.toLocaleString("en")}, where the ${Math.round(pileOn.baselineHours / 24)} days before give ${pileOn.expected.toFixed(1)} (chance ${pileOn.p < 1e-12 ? "below 1e-12" : pileOn.p.toPrecision(1)})`,
      answeredLine(pileOn),
      `accounts made in ${counted(pileOn.years)}`,
      `languages: ${counted(pileOn.languages)}`,
      textCount === 0
        ? "no text that three or more of them share"
        : `${count(textCount, "text")} that three or more of them share${hidden > 0 ? ` (${most.texts} shown)` : ""}`,
    ),
    ...texts
      .slice(0, most.texts)
      .map(
        (text) =>
          `     ${count(text.senders, "account")} (${text.sendersOfSame.toLocaleString("en")} word for word): ${excerpt(text.words, most.textLength)}`,
      ),
  ];
}

const plurals = { reply: "replies", quote: "quotes", mention: "mentions" } as const;

function answeredLine({ answered, interactions, onsetSeconds }: ShownPileOn): string {
  if (answered === null) return "no post of the target is answered or quoted";
  const which = answered.url === null ? "one post of the target" : answered.url;
  const share = `${count(answered.by, "post")} (${percent(answered.by / interactions)}) answer or quote ${which}`;
  if (!answered.inExport)
    return `${share}, which is not in the export: ${answered.gone ? goneInWords(answered.gone, onsetSeconds) : "whether it is gone or was never collected is unknown"}`;
  const before =
    answered.seconds === null
      ? ""
      : `, written ${hoursBetween(onsetSeconds, answered.seconds, "the onset")}`;
  const followUps =
    answered.followUps === 0
      ? "the target does not come back to it"
      : `the target comes back to it in ${count(answered.followUps, "post")}`;
  return `${share}, which is in the export${before}; ${followUps}; ${answered.gone ? goneInWords(answered.gone, onsetSeconds) : "whether it was deleted later is unknown"}`;
}

/** What the posts tell of a post that is no longer there; who took it away, and why, they do not tell. */
function goneInWords(
  { how, seconds }: NonNullable<AnsweredPost["gone"]>,
  onsetSeconds: number,
): string {
  if (seconds !== null) return `deleted ${hoursBetween(onsetSeconds, seconds, "the onset")}`;
  switch (how) {
    case "deleted":
      return "a record says that it was deleted, but not when";
    case "not-found":
      return "the platform did not find it any more";
    case "missing":
      return "a later export of the same file lacks it, though posts of its account from before and after are there";
  }
}

/** `2 hours after the onset` */
function hoursBetween(from: number, to: number, what: string): string {
  const hours = Math.round(Math.abs(to - from) / hourSeconds);
  return `${hours === 0 ? "less than an hour" : count(hours, "hour")} ${to <= from ? "before" : "after"} ${what}`;
}

function counted(of: readonly Counted[]): string {
  return of.map((one) => `${one.of ?? "unknown"} (${one.senders.toLocaleString("en")})`).join(", ");
}

function lines(...texts: readonly string[]): string[] {
  return texts.map((text) => wrap(text, 100, "   "));
}
