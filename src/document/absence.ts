import type { DocumentCard } from "./case.ts";
import { daysBetween, daysOf } from "./edtf.ts";

/** So many hours after a claim was first published a document could have known it, unless the case says otherwise. */
export const knowableAfterHours = 24;

const hour = 3_600_000;

/** Texts of other languages are kept and shown; what is not found in them says nothing. */
export const languageRead = "en";

/** Why a text of this language gives no attributions, figures, …; null where it is read. */
export function notRead(language: string | null): string | null {
  if (language === null || language === languageRead) return null;
  return language === undeterminedLanguage
    ? "its language could not be told, and its script is not Latin"
    : `the language (${language}) is not read`;
}

/** ISO 639-2 for a language that could not be told, where it is plain that it is none that is read. */
export const undeterminedLanguage = "und";

/**
 * What may be said of a document in which a claim was not found: `silent` only where it was read
 * in full, in a language that is read, and could already have known; else `unknown`, with why.
 * `firstPublished` is the earliest publication date of the claim (EDTF or instant), null when unknown;
 * `lagHours` later a document could have known it. `events` are those that the claim's documents
 * report, none where that is not told: a report of another event is silent about nothing of this one.
 */
export function absenceOf(
  document: Pick<DocumentCard, "completeness" | "language" | "published" | "event">,
  firstPublished: string | null,
  lagHours: number = knowableAfterHours,
  events: readonly string[] = [],
): { readonly state: "silent" | "unknown"; readonly reason: string; readonly rule: string } {
  const unknown = (rule: string, reason: string) => ({ state: "unknown", rule, reason }) as const;
  if (document.completeness !== "full") return unknown("excerpt", "only an excerpt was read");
  const unread = notRead(document.language);
  if (unread !== null) return unknown("language", unread);
  const known = firstPublished === null ? null : (daysOf(firstPublished)?.to ?? null);
  if (firstPublished === null || known === null)
    return unknown("first-unknown", "it is not known when this was first published");
  const { published } = document;
  const from = published === null ? null : (daysOf(published)?.from ?? null);
  if (published === null || from === null)
    return unknown("undated", "the document's own date is not known");
  const days = daysBetween(known, from);
  const hours = hoursBetween(firstPublished, published, days);
  if (hours < lagHours) {
    return unknown(
      "too-early",
      `published ${dayOf(published)}, before it could have known (first published ${dayOf(firstPublished)}, plus ${lagInWords(lagHours)})`,
    );
  }
  if (document.event !== undefined && events.length > 0 && !events.includes(document.event))
    return unknown("other-event", "it reports another event");
  return {
    state: "silent",
    rule: "silent",
    reason: `read in full, published ${dayOf(published)}, ${lagInWords(days === 0 ? Math.floor(hours) : days * 24)} after it was first published`,
  };
}

/** Exact where both times of day are known; else whole days, from the last that the first can mean. */
function hoursBetween(first: string, second: string, days: number): number {
  return first.includes("T") && second.includes("T")
    ? (Date.parse(second) - Date.parse(first)) / hour
    : days * 24;
}

/** "6 hours", "3 days". */
export function lagInWords(hours: number): string {
  const [number, unit] = hours % 24 === 0 && hours > 0 ? [hours / 24, "day"] : [hours, "hour"];
  return `${number} ${unit}${number === 1 ? "" : "s"}`;
}

/** The day of an instant; other dates as they are. */
function dayOf(date: string): string {
  return date.replace(/T.*$/, "");
}

/** Of one silent document its source is not called silent: "one document of Tarn Wire". */
export function whoIsSilent(
  { state, scope }: { readonly state: "silent" | "unknown"; readonly scope: "source" | "document" },
  name: string,
): string {
  return state === "silent" && scope === "document" ? `one document of ${name}` : name;
}
