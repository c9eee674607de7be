import type { Findings, Question } from "../../compare/findings.ts";
import type { Address } from "../../document/address.ts";
import type { Side } from "../../document/case.ts";
import { choicesIn } from "../../document/choices.ts";
import { formatDate } from "../../document/in-words.ts";

/** How a view is narrowed and ordered: what its address says, and what is usual where it does not. */
type Choices = Readonly<Record<string, string | undefined>>;

/** Leaves of the findings what the address of a whole view shows, in its order. */
export type AsShown = (
  question: Question,
  findings: Findings,
  query: Address["query"],
) => { readonly findings: Findings; readonly chosen: Choices };

/** The choices that a question can be narrowed by, each in words; null where it narrows nothing. */
type InWords = Readonly<
  Record<string, (choice: string, sideName: (id: string) => string) => string | null>
>;

const find: InWords = { q: (words) => `Find: ${words}` };
const oneOf = (words: Readonly<Record<string, string>>) => (choice: string) =>
  Object.hasOwn(words, choice) ? (words[choice] ?? null) : null;

const filters: Readonly<Record<Question, InWords>> = {
  claims: {
    ...find,
    only: oneOf({ contested: "contested only" }),
    stance: (stance) => `some source ${stance} it`,
    side: (side, sideName) => `said by a source of ${sideName(side)}`,
    carried: (carried, sideName) => `carried: ${carriedInWords(carried, sideName)}`,
    origin: (origin) => (origin === "checklist" ? "from the checklist" : "found in documents"),
    topic: (topics) => `About: ${choicesIn(topics).join(", ")}`,
    sort: oneOf({
      carried: "most carried first",
      independent: "most independent sources first",
      earliest: "earliest first",
      statement: "A to Z",
    }),
  },
  figures: {
    ...find,
    only: oneOf({
      several: "told by several documents",
      conflict: "in conflict",
      parts: "with parts",
    }),
  },
  wording: find,
  silence: {
    ...find,
    absent: (side, sideName) => `not carried by ${sideName(side)}`,
    only: (pair, sideName) => {
      const [by = "", absent = ""] = pair.split(">");
      return `carried by ${sideName(by)} and not by ${sideName(absent)}`;
    },
  },
  sourcing: find,
  origins: { ...find, only: oneOf({ reprints: "reprints only" }) },
  timeline: {
    only: oneOf({ several: "told by several documents" }),
    period: (months) => `Period: ${formatDate(monthsOf(months))}`,
  },
};

/** "Find: killed", "told by several documents": how a view is narrowed; empty where it is not. */
export function filtersInWords(
  question: Question,
  chosen: Choices,
  sides: readonly Side[],
): string[] {
  const sideName = (id: string) =>
    sides.find((side) => side.id === id)?.name ?? (id === "unaligned" ? "unaligned sources" : id);
  const named = Object.entries(filters[question]).flatMap(([name, inWords]) => {
    const choice = chosen[name];
    return (choice && inWords(choice, sideName)) || [];
  });
  const { since, until } = chosen;
  if (!since && !until) return named;
  return [...named, `Time: ${formatDate(`${since ?? ".."}/${until ?? ".."}`)}`];
}

const carriers: Readonly<Record<string, string>> = {
  all: "by all sides",
  some: "by some sides",
  several: "by several sources",
  one: "by one source",
  none: "by nobody, asked for only",
  unaligned: "only by unaligned sources",
};

function carriedInWords(carried: string, sideName: (id: string) => string): string {
  return carried.startsWith("side:")
    ? `only by ${sideName(carried.slice("side:".length))}`
    : (carriers[carried] ?? carried);
}

/** A period of one month is that month. */
function monthsOf(period: string): string {
  const [from = "", to = ""] = period.split("/");
  return from === to ? from : period;
}
