import type { Figure } from "../../src/read/figures/figures.ts";

export type Casualties = { readonly killed: number; readonly injured: number };

/** How many characters of a report are its head: headline and lead. */
const headLength = 700;

/** Above this a number of casualties is not of one shooting. */
const largest = 100;

const died =
  /\b(?:kill(?:ed|ing|s)?|dead|died?|dies|deaths?|deadly|fatal(?:ly|ity)?|homicide|(?<!attempted )murder(?:ed|s)?|slain|slaying|passed away|funeral|manslaughter|mourn(?:s|ed|ing)?)\b/i;
const hurt =
  /\b(?:injur(?:ed|es|ing|y|ies)|wound(?:ed|s|ing)?|hurt|shot|shooting|shoots|hit|struck|hospitali[sz]ed|critical|gunshot|stable|surviv(?:ed|es))\b/i;

/**
 * How many a report says were killed and hurt: the largest figure of each kind in its head, else
 * anywhere; people told of one by one in one sentence are added up. A head that tells of a death
 * (or of a shooting without a death) and gives no figure tells of one.
 */
export function casualtiesOf(text: string, figures: readonly Figure[]): Casualties {
  const head = text.slice(0, headLength);
  const most = (what: string) => {
    const of = figures.filter(
      (figure) => figure.what === what && figure.value !== null && figure.value < largest,
    );
    const inHead = of.filter(({ start }) => start < headLength);
    return (inHead.length > 0 ? inHead : of).reduce(
      (best, figure) => Math.max(best, figure.value ?? 0, together(text, figure, of)),
      0,
    );
  };
  const counted = most("killed");
  const killed = counted > 0 ? counted : died.test(head) ? 1 : 0;
  const wounded = most("wounded");
  if (wounded > 0) return { killed, injured: wounded };
  const shot = most("shot");
  if (shot > 0) return { killed, injured: Math.max(0, shot - killed) };
  return { killed, injured: killed === 0 && hurt.test(head) ? 1 : 0 };
}

/** "a boy and a man were killed": figures of one between which no sentence ends. */
function together(text: string, first: Figure, of: readonly Figure[]): number {
  const ones = of.filter(
    ({ rule, start }) =>
      rule === "one-person" &&
      start >= first.start &&
      !/[.;!?\n]\s/.test(text.slice(first.end, start)),
  );
  return first.rule === "one-person" ? ones.length : 0;
}
