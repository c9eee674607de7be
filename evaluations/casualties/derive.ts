import type { Span } from "../../src/document/span.ts";
import { createSweep } from "../../src/document/sweep.ts";
import type { Figure } from "../../src/read/figures/figures.ts";
import type { Noise } from "../../src/read/noise/noise.ts";
import type { Prose } from "../../src/read/sentences/prose.ts";

export type Casualties = { readonly killed: number; readonly injured: number };

/** How many characters of a report are its head: headline and lead. */
const headLength = 700;

/** Above this a number of casualties is not of one shooting. */
const largest = 100;

/** Words that tell of a death, without those that only name an office, a charge or a threat. */
const died =
  /\b(?:kill(?:ed|ing|s)|dead\b(?! river)|died?|dies|deaths?(?! (?:threats?|row|penalty))|deadly(?! (?:weapons?|force|conduct))|(?<!non-)(?<!be )fatal(?:ly|ity)?|homicide(?! (?:units?|detectives?|division|squad|investigators?|scenes?|bureau|section|victim))|(?<!attempted (?:(?:first|second|capital)[ -](?:degree )?)?)murder(?:ed|s)?|slain|slayings?|pass(?:ed|es) away|manslaughter|mourn(?:s|ed|ing)?|obituary|coroner|medical examiner|autopsy|suicide|pronounced|deceased)\b/i;
const hurt =
  /\b(?:injur(?:ed|es|ing|y|ies)|wound(?:ed|s|ing)?|hurt|shot|shooting|shoots|hit|struck|hospitali[sz]ed|critical|gunshot|stable|surviv(?:ed|es))\b/i;

/** What is told in such a sentence is of more than the one event, or of another one. */
const elsewhere =
  /^\d{1,2}:\d\d |\b(?:this year|so far in|since (?:19|20)\d\d|earlier this (?:year|month|week)|(?:previous|earlier|separate|other) (?:shootings?|incidents?|attacks?|killings?)|across (?:the city|town)|per year|annually|nationwide|over the weekend|weekend (?:shootings|violence))\b/i;
/** The same, unless the report itself was written long after its event. */
const earlier =
  /\b(?:last (?:year|month|week)|in (?:19|20)\d\d|(?:January|February|March|April|May|June|July|August|September|October|November|December),? (?:19|20)\d\d|(?:years?|months?|weeks?|days) (?:ago|earlier|before))\b/i;

/** Who killed others died, too, by the same hand. */
const murderSuicide = /(?<!attempted )\bmurders?[-/ ]+suici/i;
const thenSelf =
  /\b(?:kill(?:ed|s|ing)?|murder(?:ed|s|ing)|(?:shot|shoots) dead|fatally (?:shot|shoots|shooting|stabbed))\s(?!himself|herself|self)[^.;:?!\n]{1,90}?\b(?:(?<!turn(?:s|ed|ing)? )(?:himself|herself)|(?:then|and|,) self|gun on (?:himself|herself)|own li(?:fe|ves)|suicide)\b/i;
const actively =
  /\b(?:kill(?:ed|s|ing)|murder(?:ed|s|ing)|shot|shoots|shooting|stabb(?:ed|ing)|slay(?:s|ing))\b[^.;:]{0,40}$/i;
const passively = /\b(?:was|were|is|are|been|being)\b[^.;:]{0,40}$/i;

/** "two men with gunshot wounds; both died at the scene" */
const diedOfIt = /^[^.]{0,80}\bwounds?\b[\s\S]{0,200}\b(?:pronounced|died|dead|deceased)\b/i;

/** "killed one and shot six others": none of the six is the dead one. */
const others = /^\s+(?:others?|more)\b/i;

/** "A fourth victim has died": so many are dead. */
const ordinals = ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"];
const another = new RegExp(
  `\\b(${ordinals.join("|")}) (?:(?:shooting|gunshot) )?(?:victim|person|man|woman|teen|child|student|officer|girl|boy)(?: (?:in|of|from) [^.;:,]{0,40})?,? (?:has |was |is |had |been |(?:shot|found|and|pronounced) ){0,3}(?:died|dies|dead|killed)\\b`,
  "i",
);

/** "Bo Lind, 24, was also killed": another one beside the one that the head tells of. */
const also = /\b(?:was|were) also (?:shot and |fatally )?(?:killed|shot dead)\b|\balso died\b/i;

const toDie = new RegExp(`\\b(${ordinals.join("|")}) (?:\\p{L}+ )?to die\\b`, "iu");

/**
 * How many a report says were killed and hurt: the largest figure of each kind in its head, else
 * anywhere; numbers of other events are left out where there are others. Who kills others and
 * himself is counted with them. A head that tells of a death (or of a shooting without a death) and
 * gives no figure tells of one.
 */
export function casualtiesOf(
  { text, sentences }: Prose,
  figures: readonly Figure[],
  noise: readonly Noise[],
): Casualties {
  const head = headOf(text, sentences, noise);
  const largestOf = (what: string) => {
    const of = figures.filter(
      (figure) =>
        figure.what === what &&
        figure.value !== null &&
        figure.value < largest &&
        !(what === "wounded" && diedOfIt.test(text.slice(figure.end, figure.end + 300))),
    );
    const possible = of.filter((figure) => !isElsewhere(text, figure, elsewhere));
    const own = possible.filter((figure) => !isElsewhere(text, figure, earlier));
    // Of the dead the text below may know more than the headline.
    const headline = what === "killed" ? [] : own.filter((figure) => isInHeadline(text, figure));
    const chosen =
      [headline, inHead(own), inHead(possible), own].find((figures) => figures.length > 0) ?? [];
    return chosen.reduce<Figure | undefined>(
      (best, figure) => ((figure.value ?? 0) > (best?.value ?? 0) ? figure : best),
      undefined,
    );
  };
  const counted = largestOf("killed");
  let killed = counted?.value ?? (died.test(head) ? 1 : 0);
  if (killed === 1) killed = Math.max(killed, charged(text, figures, ofMurder));
  const shotWithSelf = sumWithSelf(text, figures, "shot");
  const withSelf =
    shotWithSelf === killed + 1 || (shotWithSelf > killed && murderSuicide.test(text))
      ? shotWithSelf
      : sumWithSelf(text, figures, "killed");
  if (withSelf > 0) killed = Math.max(killed, withSelf);
  else if (killed > 0 && (murderSuicide.test(text) || thenSelf.test(text))) {
    const before = counted ? text.slice(Math.max(0, counted.start - 60), counted.start) : "";
    const active = actively.test(before) && !passively.test(before);
    if (killed === 1 || active || counted?.rule === "multiple") killed++;
  }
  if (killed === 1 && also.test(text)) killed++;
  const ordinal = (another.exec(head)?.[1] ?? toDie.exec(head)?.[1])?.toLowerCase();
  if (ordinal) killed = Math.max(killed, ordinals.indexOf(ordinal) + 2);
  const wounded = largestOf("wounded")?.value ?? 0;
  const hit = largestOf("shot");
  const shot = hit?.value ?? 0;
  const survived = hit && others.test(text.slice(hit.end, hit.end + 12)) ? shot : shot - killed;
  const victims = wounded > 0 || shot > 1 ? 0 : (largestOf("casualties")?.value ?? 0);
  const injured = Math.max(wounded, shot > 0 ? survived : 0, victims - killed);
  if (injured > 0 || shot > 0) return { killed, injured };
  const attempted = charged(text, figures, ofAttempt);
  if (attempted > 0) return { killed, injured: attempted };
  return { killed, injured: killed === 0 && hurt.test(head) ? 1 : 0 };
}

/** "three counts of murder": so many are said to have been killed. */
const ofAttempt = /^ counts? of attempted (?:[\w-]+ ){0,3}(?:murder|homicide|manslaughter)\b/i;
const ofMurder = /^ counts? of (?:(?!attempted)[\w-]+ ){0,3}(?:murder|homicide|manslaughter)\b/i;

/** The largest number of killings that somebody is charged with. */
function charged(text: string, figures: readonly Figure[], crime: RegExp): number {
  return Math.max(
    0,
    ...figures.map(({ what, value, end }) =>
      what === "charged" && crime.test(text.slice(end, end + 60)) ? (value ?? 0) : 0,
    ),
  );
}

/** The sentences of the head that tell of the one event. */
function headOf(text: string, sentences: readonly Span[], noise: readonly Span[]): string {
  const noiseIn = createSweep(noise);
  const told: string[] = [];
  for (const sentence of sentences) {
    if (sentence.start >= headLength) break;
    const words = text.slice(sentence.start, Math.min(sentence.end, headLength));
    if (noiseIn(sentence).length === 0 && (sentence.start === 0 || !elsewhere.test(words)))
      told.push(words);
  }
  return told.join("\n");
}

/** The largest number of dead of whom one killed himself. */
function sumWithSelf(text: string, figures: readonly Figure[], what: string): number {
  const killed = figures.filter(
    (figure) =>
      figure.what === what &&
      !isElsewhere(text, figure, elsewhere) &&
      !isElsewhere(text, figure, earlier),
  );
  const ends = new Set(killed.filter(({ rule }) => rule === "oneself").map(({ end }) => end));
  return Math.max(
    0,
    ...killed.map(({ rule, end, value }) =>
      rule === "together" && ends.has(end) ? (value ?? 0) : 0,
    ),
  );
}

/** Is this figure of another event? The headline, which is the first line, tells of its own. */
function isElsewhere(text: string, figure: Figure, told: RegExp): boolean {
  return figure.start > text.indexOf("\n") && told.test(sentenceOf(text, figure));
}

/** Is it a number of the headline? A single person there may be one of several. */
function isInHeadline(text: string, { start, rule }: Figure): boolean {
  return start < text.indexOf("\n") && rule !== "one-person";
}

function inHead(figures: readonly Figure[]): readonly Figure[] {
  return figures.filter(({ start }) => start < headLength);
}

function sentenceOf(text: string, { start, end }: Figure): string {
  const from = Math.max(text.lastIndexOf(". ", start), text.lastIndexOf("\n", start)) + 1;
  const stop = text.slice(end).search(/[.!?]\s|\n/);
  return text.slice(from, stop < 0 ? text.length : end + stop);
}
