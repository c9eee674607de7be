const grouped = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });
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

export function formatNumber(value: number): string {
  return grouped.format(value);
}

/** "1 document", "2 documents". */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(n)} ${n === 1 ? noun : plural}`;
}

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
