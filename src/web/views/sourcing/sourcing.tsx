import { useMemo } from "react";
import type { Chain, Quoted, Sourcing, SourcingRow } from "../../../serve/types.ts";
import { useFindings } from "../../api/queries.ts";
import { useCase } from "../../parts/case.tsx";
import { Drawer } from "../../parts/drawer.tsx";
import { Find } from "../../parts/find.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { usePaged } from "../../parts/paging.tsx";
import { useReveal } from "../../parts/reveal.ts";
import { link, type Route } from "../../parts/route.ts";
import { sideColour } from "../../parts/sides.ts";
import { SideLabel } from "../../parts/source.tsx";
import { Answer, Empty, Heading } from "../../parts/states.tsx";
import { Citations } from "./citations.tsx";
import { cueFamilies, keyOf, Sides } from "./sides.tsx";
import "./sourcing.css";

/** What the marks are made from, for the reasons in the drawer. */
const about = ["attributions"] as const;

const referencesToo = ["references"] as const;

const sourcesShown = 30;
const quotedShown = 8;
const chainsShown = 40;

export function SourcingView({ route }: { route: Route }) {
  const query = useFindings("sourcing");
  return (
    <>
      <Heading question="Says who?">
        Whom each source quotes, how often and with which words. Bars of one source are to the same
        scale; the striped part is quoted with distance (“claims”, “alleges”).
      </Heading>
      <Answer query={query}>{(sourcing) => <Sources sourcing={sourcing} route={route} />}</Answer>
    </>
  );
}

function Sources({ sourcing, route }: { sourcing: Sourcing; route: Route }) {
  const { groups, column } = useCase();
  const words = (route.query.q ?? "").toLowerCase();
  const listed = useMemo(() => {
    const bySource = new Map(sourcing.rows.map((row) => [row.sourceId, row]));
    return groups.flatMap((group) => group.columns.flatMap(({ id }) => bySource.get(id) ?? []));
  }, [sourcing, groups]);
  const rows = useMemo(
    () =>
      listed.filter((row) =>
        [column(row.sourceId)?.name, ...row.quoted.map(({ name }) => name)]
          .join(" ")
          .toLowerCase()
          .includes(words),
      ),
    [listed, column, words],
  );
  const selected = rows.findIndex((row) => row.sourceId === route.path[1]);
  const { shown, more } = usePaged(rows, sourcesShown, selected);
  const chains = usePaged(
    sourcing.chains,
    chainsShown,
    sourcing.chains.findIndex((chain) => chain.id === route.path[1]),
  );
  return (
    <>
      <search className="filters">
        <Find route={route} />
        <output className="soft">
          {count(rows.length, "source")}
          {rows.length < listed.length ? ` of ${formatNumber(listed.length)}` : ""}
        </output>
      </search>
      {words === "" && <Sides sourcing={sourcing} route={route} />}
      {rows.length === 0 && listed.length > 0 && <Empty>No source matches.</Empty>}
      {listed.length === 0 && <Empty>Nobody is quoted.</Empty>}
      <div className="sourcing">
        {shown.map((row) => (
          <SourceCard key={row.sourceId} row={row} route={route} />
        ))}
      </div>
      {more}
      {sourcing.chains.length > 0 && (
        <section className="chains">
          <h2>Through whom it came</h2>
          <p className="soft">What is published on the left came from the right.</p>
          <ul>
            {chains.shown.map((chain) => (
              <ChainRow key={chain.id} chain={chain} route={route} />
            ))}
          </ul>
          {chains.more}
        </section>
      )}
      {words === "" && <Citations citations={sourcing.citations} route={route} />}
      <MarkEvidence sourcing={sourcing} route={route} />
    </>
  );
}

const notNamed = { named: null, unnamed: "no name", open: "left open" } as const;

function quotedKey(quoted: Quoted): string {
  return quoted.name ?? "unnamed";
}

function SourceCard({ row, route }: { row: SourcingRow; route: Route }) {
  const { column, group } = useCase();
  const source = column(row.sourceId);
  const side = group(source?.side ?? null);
  const element = useReveal<HTMLElement>(route.path[1] === row.sourceId);
  const isChosen = route.path[0] === "source" && route.path[1] === row.sourceId;
  const { shown, more } = usePaged(
    row.quoted,
    quotedShown,
    isChosen ? row.quoted.findIndex((quoted) => quotedKey(quoted) === route.path[2]) : -1,
  );
  const most = Math.max(1, ...row.quoted.map((quoted) => quoted.count));
  const told = row.attributions - row.open;
  return (
    <section className="sourcing-card" ref={element}>
      <h2 style={{ "--side": sideColour(side?.position ?? null) }}>
        <span className="source">{source?.name ?? row.sourceId}</span>
        {side && <small>{side.shortName}</small>}
      </h2>
      <p className="facts">
        <span>{count(row.attributions, "attribution")}</span>
        <span>{formatNumber(row.direct)} in quotation marks</span>
        {told > 0 && (
          <span>
            {formatNumber(row.unnamed)} of {formatNumber(told)} without a name
          </span>
        )}
        {row.open > 0 && <span>{formatNumber(row.open)} more left open</span>}
        {row.copied > 0 && (
          <span>
            <a href={link("origins", [], {})}>
              {formatNumber(row.copied)} in sentences copied from another source
            </a>
          </span>
        )}
        {row.contested.carried > 0 && (
          <span>
            {formatNumber(row.contested.ownVoice)} of the{" "}
            {count(row.contested.carried, "contested claim")} that it carries in its own voice
          </span>
        )}
      </p>
      {row.quoted.length === 0 && <Empty>Quotes nobody.</Empty>}
      <ul className="bars">
        {shown.map((quoted) => (
          <li key={quotedKey(quoted)}>
            <a
              href={link("sourcing", ["source", row.sourceId, quotedKey(quoted)], route.query)}
              aria-current={(isChosen && route.path[2] === quotedKey(quoted)) || undefined}
            >
              <span className="who">
                {quoted.name ?? <i>nobody told</i>}{" "}
                {quoted.side && <SideLabel side={quoted.side} />}{" "}
                <small className="soft">
                  {[quoted.kind, notNamed[quoted.naming]].filter(Boolean).join(", ")}
                </small>
              </span>
              <span className="bar-line">
                <span
                  className="bar"
                  style={{
                    "--side": sideColour(
                      quoted.side === null ? null : (group(quoted.side)?.position ?? null),
                    ),
                    "--share": `${((quoted.count - quoted.distancing) / most) * 100}%`,
                  }}
                />
                <span
                  className="bar distant-bar"
                  style={{
                    "--side": sideColour(
                      quoted.side === null ? null : (group(quoted.side)?.position ?? null),
                    ),
                    "--share": `${(quoted.distancing / most) * 100}%`,
                  }}
                />
                <b>{formatNumber(quoted.count)}</b>
              </span>
              <span className="cues">
                {quoted.cues.slice(0, 4).map(cueInWords).join(", ")}
                {quoted.cues.length > 4 && `, ${quoted.cues.length - 4} more`}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {more}
    </section>
  );
}

function cueInWords({ cue, count: n }: { cue: string; count: number }): string {
  return n > 1 ? `${cue} ×${n}` : cue;
}

function ChainRow({ chain, route }: { chain: Chain; route: Route }) {
  const isChosen = route.path[0] === "chain" && route.path[1] === chain.id;
  const element = useReveal<HTMLLIElement>(isChosen);
  return (
    <li ref={element}>
      <a
        className="chain"
        href={link("sourcing", ["chain", chain.id], route.query)}
        aria-current={isChosen || undefined}
      >
        {chain.links.map((name, index) => (
          <span key={index}>
            {index > 0 && (
              <>
                <span className="arrow" aria-hidden="true">
                  ←
                </span>
                <span className="unseen"> from </span>
              </>
            )}
            <span className="chip">{name}</span>
          </span>
        ))}
      </a>
    </li>
  );
}

function MarkEvidence({ sourcing, route }: { sourcing: Sourcing; route: Route }) {
  const { column, group } = useCase();
  const [kind, id, name] = route.path;
  const closeTo = link("sourcing", [], route.query);
  if (kind === "chain") {
    const chain = sourcing.chains.find((candidate) => candidate.id === id);
    if (!chain) return null;
    return (
      <Drawer
        about={about}
        id={chain.id}
        kicker="Chain"
        title={chain.links.join(" ← ")}
        passages={chain.evidence}
        rule={chain.rule}
        closeTo={closeTo}
      />
    );
  }
  if (kind === "sides") {
    const pair = sourcing.sides.find((candidate) => keyOf(candidate) === id);
    if (!pair) return null;
    const nameOf = (side: string | null) => group(side)?.shortName ?? "Unaligned";
    const family = cueFamilies.find((candidate) => candidate === name);
    const share = family && pair.families[family];
    const [first, ...rest] = share?.evidence ?? [];
    return (
      <Drawer
        about={about}
        id={`sides/${id}/${family ?? ""}`}
        kicker={`${nameOf(pair.bySide)} quotes`}
        title={`${pair.ofSide === null ? "Others" : nameOf(pair.ofSide)}${family ? `: ${family}` : ""}`}
        passages={first ? [first, ...rest] : pair.evidence}
        reason={`${share ? `${formatNumber(share.count)} of ` : ""}${count(pair.count, "attribution")} with a name; the first are shown`}
        rule="sourcing/sides"
        closeTo={closeTo}
      />
    );
  }
  if (kind === "anonymous") {
    const own = sourcing.anonymous.find(({ bySide }) => (bySide ?? "") === (id ?? ""));
    const [first, ...rest] = own?.unnamed.evidence ?? [];
    if (!own || !first) return null;
    return (
      <Drawer
        about={about}
        id={`anonymous/${id ?? ""}`}
        kicker={group(own.bySide)?.shortName ?? "Unaligned"}
        title="Speakers without a name"
        passages={[first, ...rest]}
        reason={`${formatNumber(own.unnamed.count)} of ${count(own.attributions - own.open, "attribution")}; the first are shown`}
        rule="sourcing/unnamed"
        closeTo={closeTo}
      />
    );
  }
  if (kind === "cites") {
    const one = sourcing.citations.find((candidate) => candidate.id === id);
    if (!one) return null;
    return (
      <Drawer
        about={one.kind === "through" ? about : referencesToo}
        id={one.id}
        kicker={`${column(one.sourceId)?.name ?? one.sourceId} leans on`}
        title={one.name}
        passages={one.evidence}
        reason={`${count(one.documents, "document")} of this source ${one.documents === 1 ? "does" : "do"}`}
        rule={`sourcing/${one.kind === "through" ? "through" : "cited"}`}
        closeTo={closeTo}
      />
    );
  }
  const row = sourcing.rows.find((candidate) => candidate.sourceId === id);
  const quoted = row?.quoted.find((candidate) => quotedKey(candidate) === name);
  if (!row || !quoted) return null;
  return (
    <Drawer
      about={about}
      id={`${row.sourceId}/${quotedKey(quoted)}`}
      kicker={`${column(row.sourceId)?.name ?? row.sourceId} quotes`}
      title={quoted.name ?? "nobody told"}
      passages={quoted.evidence}
      reason={`cues: ${quoted.cues.map(cueInWords).join(", ")}`}
      rule="sourcing/quoted"
      closeTo={closeTo}
    >
      <p className="stance-line">
        {count(quoted.count, "time")}
        {quoted.distancing > 0 && `, ${count(quoted.distancing, "time")} with distance`}.
      </p>
    </Drawer>
  );
}
