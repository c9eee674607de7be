import type { Findings } from "../compare/findings.ts";
import { whoIsSilent } from "../document/absence.ts";
import { withoutMarks } from "../document/in-words.ts";
import type { Passage } from "../document/passage.ts";
import type { AnalyzedCase } from "../pipeline/analyze.ts";
import { figureTitle, numberText } from "./format/figures.ts";
import { count, excerpt, lineOf } from "./text.ts";

/** Findings shown per question. */
const mostShown = 3;

/** What a person wants to see first: who is in the case, and the most telling findings. */
export async function summary(analyzed: AnalyzedCase, findings: Findings): Promise<string> {
  const { documents, problems, run } = analyzed;
  const where = await createLocator(analyzed);
  const words = documents.reduce((sum, card) => sum + card.words, 0);
  if (documents.length === 0)
    return joined([[analyzed.case.title], ...postSection(analyzed)], problems.length);
  const sections = [
    [
      analyzed.case.title,
      `${count(documents.length, "document")} from ${count(new Set(documents.map((card) => card.sourceId)).size, "source")}, ${count(words, "word")}; ${run.read === documents.length ? "all read" : `${run.read} read, ${documents.length - run.read} unchanged`}${run.removed > 0 ? `, ${run.removed} removed` : ""}`,
      ...eventLine(findings),
      ...sideLines(analyzed),
    ],
    ...postSection(analyzed),
    section("Who says it", claimCount(findings), topClaims(findings, analyzed, where)),
    section("How many", figureCount(findings), topFigures(findings, analyzed, where)),
    section(
      "In which words",
      count(findings.wording.rows.length, "contested thing"),
      topWording(findings, analyzed, where),
    ),
    section(
      "Who is silent",
      count(
        findings.silence.length,
        `claim that ${carrying(findings)} not`,
        `claims that ${carrying(findings)} not`,
      ),
      topSilence(findings, analyzed, where),
    ),
    section("Says who", sourcingCount(findings), topSourcing(findings, analyzed, where)),
    section("Copied from where", originCount(findings), topOrigins(findings, analyzed, where)),
    section(
      "When",
      count(findings.timeline.length, "dated event"),
      topEvents(findings, analyzed, where),
    ),
  ];
  return joined(sections, problems.length);
}

function joined(sections: readonly (readonly string[])[], problems: number): string {
  const last = problems > 0 ? [[`Problems: ${problems} (listed on standard error)`]] : [];
  return `${[...sections, ...last].map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

/** What the case holds of posts, and what of their files could not be read. */
function postSection({ posts }: AnalyzedCase): string[][] {
  if (posts.files.length === 0) return [];
  const { files, run, firstSeconds, lastSeconds } = posts;
  const day = (seconds: number) => new Date(seconds * 1000).toISOString().slice(0, 10);
  const when =
    firstSeconds === null || lastSeconds === null
      ? ""
      : `, ${day(firstSeconds)} to ${day(lastSeconds)}`;
  const fresh = run.read + run.mappedAgain;
  const state =
    fresh === 0 ? "unchanged" : `${fresh} read${fresh < files.length ? ", others unchanged" : ""}`;
  const left = [
    ...(posts.again > 0
      ? [`${count(posts.again, "record")} of posts that were there already`]
      : []),
    ...(posts.withoutTime > 0 ? [`${count(posts.withoutTime, "post")} without a time`] : []),
    ...(posts.unmapped > 0
      ? [`${count(posts.unmapped, "record")} that could not be made posts (kept; see the problems)`]
      : []),
  ];
  return [
    [
      `Who carried it? ${count(posts.posts, "post")} by ${count(posts.accounts, "account")}${when}; ${count(files.length, "file")} (${state})`,
      ...left.map((line) => `  ${line}`),
      "  who acted together: parallax spread PATH",
    ],
  ];
}

function section(name: string, counted: string, lines: readonly string[]): string[] {
  return [`${name}? ${counted}`, ...lines];
}

/** A folder may hold several events: what is said of one is not asked of reports of another. */
function eventLine({ events }: Findings): string[] {
  return events.length > 1 ? [`  ${events.length} events (which documents: events.json)`] : [];
}

function sideLines({ documents, ...analyzed }: AnalyzedCase): string[] {
  const { sides } = analyzed.case;
  if (sides.length === 0)
    return ["  no sides are declared: add case.yaml to group the sources (see docs/guide.md)"];
  const names = [...sides.map(({ id, name }) => [id, name] as const), [null, "unaligned"] as const];
  return names.flatMap(([id, name]) => {
    const own = documents.filter((card) => card.side === id);
    if (own.length === 0) return [];
    const sources = [...new Set(own.map((card) => card.sourceName))];
    return [`  ${name}: ${count(own.length, "document")} (${excerpt(sources.join(", "), 90)})`];
  });
}

/** Where no source has a side, sources are held against each other. */
function carrying({ silence }: Findings): string {
  return silence.every((row) => row.carriedBySide === row.absentSide)
    ? "some sources carry and others do"
    : "one side carries and another does";
}

type Where = (passage: Passage) => string;

/** `FILE:LINE` of a passage; for a page the file alone, since lines are those of the kept text. */
async function createLocator({ store, documents }: AnalyzedCase): Promise<Where> {
  const texts = await store.texts();
  const files = new Map(documents.map(({ id, file }) => [id, file]));
  return ({ documentId, start }) => {
    const file = files.get(documentId) ?? documentId;
    return /\.x?html?$/i.test(file)
      ? file
      : `${file}:${lineOf(texts.get(documentId) ?? "", start)}`;
  };
}

function claimCount({ claims }: Findings): string {
  const found = claims.filter(({ origin }) => origin === "found").length;
  const contested = claims.filter((claim) => claim.contested).length;
  const asked = claims.length - found;
  return `${count(found, "claim")} found${asked > 0 ? `, ${asked} from the checklist` : ""}, ${contested} contested`;
}

function topClaims({ claims }: Findings, { documents }: AnalyzedCase, where: Where): string[] {
  const names = new Map(documents.map((card) => [card.id, card.sourceName]));
  return [...claims]
    .sort((a, b) => Number(b.contested) - Number(a.contested) || b.sources - a.sources)
    .filter(({ documents: number }) => number > 0)
    .slice(0, mostShown)
    .flatMap((claim) => {
      const stances = (["asserts", "attributes", "denies"] as const).flatMap((stance) => {
        const cells = claim.cells.filter((cell) => cell.stance === stance);
        if (cells.length === 0) return [];
        const who = cells.map((cell) => names.get(cell.documentId) ?? cell.documentId);
        return [`${stance}: ${excerpt([...new Set(who)].join(", "), 60)}`];
      });
      return [
        `  “${excerpt(withoutMarks(claim.statement), 110)}”`,
        `      ${stances.join("; ")}${claim.central ? `  (${where(claim.central)})` : ""}`,
      ];
    });
}

function figureCount({ figures }: Findings): string {
  const conflicts = figures.filter(({ relation }) => relation === "conflict").length;
  const compared = figures.filter(({ documents }) => documents > 1).length;
  return `${count(figures.length, "quantity", "quantities")}, ${compared} in several documents, ${conflicts} in conflict`;
}

function topFigures({ figures }: Findings, { documents }: AnalyzedCase, where: Where): string[] {
  const names = new Map(documents.map((card) => [card.id, card.sourceName]));
  const rank = { conflict: 0, update: 1, compatible: 2, agree: 3, single: 4 } as const;
  return [...figures]
    .sort((a, b) => rank[a.relation] - rank[b.relation] || b.documents - a.documents)
    .slice(0, mostShown)
    .flatMap((group) => [
      `  ${figureTitle(group)}  [${group.relation}]`,
      ...group.entries
        .slice(0, mostShown)
        .map(
          (entry) =>
            `      ${numberText(entry)}: ${excerpt(names.get(entry.documentId) ?? entry.documentId, 50)}${entry.attributedTo ? `, says ${excerpt(entry.attributedTo, 40)}` : ""}  (${where(entry.evidence[0])})`,
        ),
      ...(group.entries.length > mostShown
        ? [`      and ${group.entries.length - mostShown} more`]
        : []),
    ]);
}

function topWording({ wording }: Findings, analyzed: AnalyzedCase, where: Where): string[] {
  const names = new Map(analyzed.case.sources.map(({ id, name }) => [id, name]));
  return [...wording.rows]
    .sort((a, b) => b.labels.length - a.labels.length)
    .slice(0, mostShown)
    .flatMap((row) => [
      `  ${row.concept}`,
      ...row.labels.slice(0, mostShown).flatMap(({ label, uses }) => {
        const first = uses[0];
        if (!first) return [];
        const who = uses.map((use) => names.get(use.sourceId) ?? use.sourceId).join(", ");
        return [`      “${label}”: ${excerpt(who, 70)}  (${where(first.evidence[0])})`];
      }),
    ]);
}

function topSilence({ silence }: Findings, analyzed: AnalyzedCase, where: Where): string[] {
  const names = new Map(analyzed.case.sources.map(({ id, name }) => [id, name]));
  const named = (list: readonly string[]) => excerpt(list.join(", "), 60);
  const nameOf = (id: string) => names.get(id) ?? id;
  return silence.slice(0, mostShown).flatMap((row) => {
    const silent = row.absences.filter(({ state }) => state === "silent");
    const absent =
      silent.length > 0
        ? `silent: ${named(silent.map((one) => whoIsSilent(one, nameOf(one.sourceId))))}`
        : `unknown: ${named(row.absences.map(({ sourceId }) => nameOf(sourceId)))}`;
    return [
      `  “${excerpt(withoutMarks(row.statement), 110)}”`,
      `      carried by ${named(row.carriedBy.map(nameOf))}; ${absent}  (${where(row.evidence[0])})`,
    ];
  });
}

function sourcingCount({ sourcing }: Findings): string {
  const attributions = sourcing.rows.reduce((sum, row) => sum + row.attributions, 0);
  return `${count(attributions, "attribution")}, ${count(sourcing.chains.length, "chain")}`;
}

function topSourcing({ sourcing }: Findings, analyzed: AnalyzedCase, where: Where): string[] {
  const names = new Map(analyzed.case.sources.map(({ id, name }) => [id, name]));
  const rows = [...sourcing.rows]
    .sort((a, b) => b.attributions - a.attributions)
    .slice(0, mostShown)
    .flatMap((row) => {
      const top = row.quoted.filter(({ name }) => name !== null).slice(0, mostShown);
      if (top.length === 0) return [];
      const quoted = top.map((one) => `${excerpt(one.name ?? "", 40)} ×${one.count}`).join(", ");
      const place = top[0] ? `  (${where(top[0].evidence[0])})` : "";
      return [`  ${excerpt(names.get(row.sourceId) ?? row.sourceId, 50)} quotes ${quoted}${place}`];
    });
  const chains = sourcing.chains
    .slice(0, 2)
    .map(({ links, evidence }) => `  ${links.join(" ← ")}  (${where(evidence[0])})`);
  return [...rows, ...chains];
}

function originCount({ origins }: Findings): string {
  const copies = new Set(origins.flatMap((text) => text.copies.map((copy) => copy.documentId)));
  return `${count(origins.length, "text")} that others repeat, ${count(copies.size, "document")} that ${copies.size === 1 ? "does" : "do"}`;
}

function topOrigins({ origins }: Findings, { documents }: AnalyzedCase, where: Where): string[] {
  const names = new Map(documents.map((card) => [card.id, card.sourceName]));
  return origins.slice(0, mostShown).map(({ documentId, copies, evidence }) => {
    const by = copies.map((copy) => names.get(copy.documentId) ?? copy.documentId);
    return `  ${excerpt(names.get(documentId) ?? documentId, 40)} → ${excerpt([...new Set(by)].join(", "), 70)}  (${where(evidence[0])})`;
  });
}

function topEvents({ timeline }: Findings, _analyzed: AnalyzedCase, where: Where): string[] {
  const tellers = (event: Findings["timeline"][number]) =>
    new Set(event.entries.map(({ documentId }) => documentId)).size;
  return [...timeline]
    .sort(
      (a, b) =>
        Number(b.disagreesWith.length > 0) - Number(a.disagreesWith.length > 0) ||
        tellers(b) - tellers(a),
    )
    .slice(0, mostShown)
    .sort((a, b) => (a.edtf < b.edtf ? -1 : 1))
    .flatMap((event) => {
      const first = event.entries[0];
      const place = first ? `  (${where(first.evidence[0])})` : "";
      return [`  ${event.edtf.padEnd(12)}${excerpt(withoutMarks(event.what), 90)}${place}`];
    });
}
