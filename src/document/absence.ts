import type { DocumentCard } from "./case.ts";
import { daysBetween, daysOf } from "./edtf.ts";

/** So many days after a claim was first published a document could have known it. */
export const knowableAfterDays = 1;

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
 * `firstPublished` is the earliest publication date of the claim (EDTF), null when unknown.
 */
export function absenceOf(
  document: Pick<DocumentCard, "completeness" | "language" | "published">,
  firstPublished: string | null,
): { readonly state: "silent" | "unknown"; readonly reason: string; readonly rule: string } {
  const unknown = (rule: string, reason: string) => ({ state: "unknown", rule, reason }) as const;
  if (document.completeness !== "full") return unknown("excerpt", "only an excerpt was read");
  const unread = notRead(document.language);
  if (unread !== null) return unknown("language", unread);
  const known = firstPublished === null ? null : (daysOf(firstPublished)?.to ?? null);
  if (known === null)
    return unknown("first-unknown", "it is not known when this was first published");
  const from = document.published === null ? null : (daysOf(document.published)?.from ?? null);
  if (from === null) return unknown("undated", "the document's own date is not known");
  const days = daysBetween(known, from);
  if (days < knowableAfterDays) {
    return unknown(
      "too-early",
      `published ${dayOf(document.published)}, before it could have known (first published ${dayOf(firstPublished)})`,
    );
  }
  return {
    state: "silent",
    rule: "silent",
    reason: `read in full, published ${dayOf(document.published)}, ${days} day${days === 1 ? "" : "s"} after it was first published`,
  };
}

/** The day of an instant; other dates as they are. */
function dayOf(date: string | null): string {
  return (date ?? "").replace(/T.*$/, "");
}
