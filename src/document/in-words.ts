import type { MetaOrigin } from "./document.ts";

/** Dates and passages as people read them. What is kept stays as it is: this is for showing only. */

const days = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const months = new Intl.DateTimeFormat("en-GB", {
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});

const seasons: Readonly<Record<string, string>> = {
  "21": "spring",
  "22": "summer",
  "23": "autumn",
  "24": "winter",
};

/**
 * An EDTF date in words: 1992-02-26 is "26 Feb 1992", 198X "the 1980s", 1993-21 "spring 1993",
 * 1986/1989~ "1986 to about 1989". What it does not know it shows as written.
 */
export function formatDate(edtf: string | null): string {
  if (edtf === null || edtf === "") return "no date";
  if (edtf.includes("/")) {
    const [from = "", to = ""] = edtf.split("/");
    if (to === ".." || to === "") return `since ${formatDate(from)}`;
    if (from === ".." || from === "") return `until ${formatDate(to)}`;
    return `${formatDate(from)} to ${formatDate(to)}`;
  }
  // In a leap year every day of the calendar is there.
  if (edtf.startsWith("XXXX-")) {
    return `${formatDate(edtf.replace("XXXX", "2000")).replace(" 2000", "")}, year not known`;
  }
  const about = /[~?%]$/.test(edtf) ? "about " : "";
  const plain = edtf.replace(/[~?%]$/, "");
  if (/^\d{4}-\d{2}-\d{2}(T.*)?$/.test(plain)) {
    const instant = new Date(plain.slice(0, 10));
    if (!Number.isNaN(instant.getTime())) return about + days.format(instant);
  }
  const season = seasons[plain.slice(5)];
  if (/^\d{4}-2[1-4]$/.test(plain) && season) return `${about}${season} ${plain.slice(0, 4)}`;
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(plain)) return about + months.format(new Date(`${plain}-01`));
  if (/^\d{3}X$/.test(plain)) return `${about}the ${plain.slice(0, 3)}0s`;
  if (/^\d{2}XX$/.test(plain)) return `${about}the ${plain.slice(0, 2)}00s`;
  return about + plain;
}

/** An instant with its time, UTC: 2031-05-04T05:30:00Z is "4 May 2031, 05:30". */
export function formatInstant(edtf: string | null): string {
  const time = /T(\d{2}:\d{2})/.exec(edtf ?? "")?.[1];
  return time ? `${formatDate(edtf)}, ${time}` : formatDate(edtf);
}

/** A sentence with its ISO dates and instants in words. */
export function datesInWords(sentence: string): string {
  return sentence.replace(/\b\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?(?![\w-])/g, formatInstant);
}

/**
 * A passage as a statement or label, on one line and without the marks of Markdown. Where it is
 * evidence, it is shown as kept.
 *     `*Tern* was held under [Resolution 30](#r30)` is shown as `Tern was held under Resolution 30`
 */
export function withoutMarks(passage: string): string {
  return passage
    .replace(/!?\[([^[\]]{0,300})\]\([^()\s]{0,500}\)/g, "$1")
    .replace(/(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,600})(?<=\S)\1(?![\w*])/g, "$2")
    .replace(/(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,600})(?<=\S)\1(?![\w_])/g, "$2")
    .replace(/`([^`\n]{1,300})`/g, "$1")
    .replace(/^(?:\s*(?:#{1,6}|>+)\s+)+/, "")
    .replace(/\s+/g, " ")
    .trim();
}

const origins: Readonly<Record<MetaOrigin, string>> = {
  case: "as the case file says",
  "json-ld": "from the page's data",
  meta: "from the page's data",
  time: "from the page's data",
  url: "from its address",
  visible: "as printed in the text",
  "file-name": "from the file's name",
};

/** Where a document's date or author was taken from. */
export function originInWords(origin: MetaOrigin): string {
  return origins[origin];
}
