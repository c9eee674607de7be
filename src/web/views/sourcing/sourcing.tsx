import type { RowOf } from "../../../serve/types.ts";
import { type Pages, useEvery, usePages } from "../../api/queries.ts";
import { useCase } from "../../parts/case.tsx";
import { Find } from "../../parts/find.tsx";
import { FoundDrawer, useChosen, useWithChosen } from "../../parts/found.tsx";
import { ReviewSwitch } from "../../parts/judgements.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { More, usePaged } from "../../parts/paging.tsx";
import { useReveal } from "../../parts/reveal.ts";
import { link, type Route } from "../../parts/route.ts";
import { sideColour } from "../../parts/sides.ts";
import { SideLabel } from "../../parts/source.tsx";
import { Answer, Empty, Heading } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import { Citations } from "./citations.tsx";
import { Quotes } from "./quotes.tsx";
import { cueFamilies, keyOf, Sides } from "./sides.tsx";
import "./sourcing.css";

const words = texts.sourcing;

/** What the marks are made from, for the reasons in the drawer. */
const about = ["attributions"] as const;

const referencesToo = ["references"] as const;

/** Whom sources quote, and how much of what is contested they say themselves. */
const drawnFrom = [
  { question: "readings", about: ["attributions", "references"] },
  { question: "claims" },
] as const;

const sourcesShown = 30;
const quotedShown = 8;
const chainsShown = 40;
const citationsShown = 40;

type SourcingRow = RowOf<"sourcing">;
type Quoted = SourcingRow["quoted"][number];
type Chain = RowOf<"chains">;

export function SourcingView({ route }: { route: Route }) {
  const [kind, id] = route.path;
  const { as } = route.query;
  const pages = usePages("sourcing", { q: route.query.q, as }, sourcesShown);
  const chains = usePages("chains", { as }, chainsShown);
  const citations = usePages("citations", { as }, citationsShown);
  const sides = useEvery("sides", { as });
  const anonymous = useEvery("anonymous", { as });
  // Evidence is shown as found: what was rejected can then be seen, and taken back.
  const found = { sides: useEvery("sides").data, anonymous: useEvery("anonymous").data };
  const isSource = kind === "source" || kind === "quotes";
  const source = useChosen("sourcing", isSource ? id : undefined, as);
  const chain = useChosen("chains", kind === "chain" ? id : undefined, as);
  const citation = useChosen("citations", kind === "cites" ? id : undefined, as);
  const chosen = { source: source.chosen, chain: chain.chosen, citation: citation.chosen };
  const isNarrowed = Boolean(route.query.q);
  return (
    <>
      <Heading question={words.question}>{words.about}</Heading>
      <Answer query={pages}>
        {(rows) => (
          <>
            <search className="filters">
              <Find route={route} />
              <output className="soft">
                {rows.found < rows.all
                  ? texts.shared.ofAll(count(rows.found, "source"), formatNumber(rows.all))
                  : count(rows.found, "source")}
              </output>
            </search>
            <ReviewSwitch of={drawnFrom} route={route} />
            <Quotes route={route} />
            {!isNarrowed && (
              <Answer query={sides}>
                {(pairs) => (
                  <Answer query={anonymous}>
                    {(unnamed) => <Sides sides={pairs} anonymous={unnamed} route={route} />}
                  </Answer>
                )}
              </Answer>
            )}
            <h2 className="each-source">{words.eachSource}</h2>
            <Sources
              pages={rows}
              chosen={kind === "source" ? source.among : undefined}
              route={route}
            />
          </>
        )}
      </Answer>
      <Answer query={chains}>
        {(rows) => <Chains pages={rows} chosen={chain.among} route={route} />}
      </Answer>
      {!isNarrowed && (
        <Answer query={citations}>
          {(rows) => <Citations citations={rows} chosen={citation.among} route={route} />}
        </Answer>
      )}
      <MarkEvidence
        chosen={chosen}
        sides={found.sides ?? []}
        anonymous={found.anonymous ?? []}
        route={route}
      />
    </>
  );
}

function Sources(props: {
  pages: Pages<SourcingRow>;
  chosen: SourcingRow | undefined;
  route: Route;
}) {
  const { pages, chosen, route } = props;
  const listed = useWithChosen(pages.rows, chosen, sourceOf);
  return (
    <>
      {listed.length === 0 && pages.all > 0 && <Empty>{words.nothingMatches}</Empty>}
      {pages.all === 0 && <Empty>{words.none}</Empty>}
      <div className="sourcing">
        {listed.map((row) => (
          <SourceCard key={row.sourceId} row={row} route={route} />
        ))}
      </div>
      <More pages={pages} />
    </>
  );
}

const sourceOf = ({ sourceId }: SourcingRow) => sourceId;

function Chains(props: { pages: Pages<Chain>; chosen: Chain | undefined; route: Route }) {
  const { pages, chosen, route } = props;
  const listed = useWithChosen(pages.rows, chosen, chainOf);
  if (pages.all === 0) return null;
  return (
    <section className="chains">
      <h2>{words.chains}</h2>
      <p className="soft">{words.chainsAbout}</p>
      <ul>
        {listed.map((chain) => (
          <ChainRow key={chain.id} chain={chain} route={route} />
        ))}
      </ul>
      <More pages={pages} />
    </section>
  );
}

const chainOf = ({ id }: Chain) => id;

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
        <span className="source">
          <bdi>{source?.name ?? row.sourceId}</bdi>
        </span>
        {side && <small dir="auto">{side.shortName}</small>}
      </h2>
      <p className="facts">
        <span>{count(row.attributions, "attribution")}</span>
        <span>{words.direct(formatNumber(row.direct))}</span>
        {told > 0 && <span>{words.unnamed(formatNumber(row.unnamed), formatNumber(told))}</span>}
        {row.open > 0 && <span>{words.open(formatNumber(row.open))}</span>}
        {row.copied > 0 && (
          <span>
            <a href={link("origins", [], {})}>{words.copied(formatNumber(row.copied))}</a>
          </span>
        )}
        {row.contested.carried > 0 && (
          <span>
            {words.contested(
              formatNumber(row.contested.ownVoice),
              count(row.contested.carried, "contested claim"),
            )}
          </span>
        )}
      </p>
      {row.quoted.length === 0 && <Empty>{words.quotesNobody}</Empty>}
      <ul className="bars">
        {shown.map((quoted) => (
          <li key={quotedKey(quoted)}>
            <a
              href={link("sourcing", ["source", row.sourceId, quotedKey(quoted)], route.query)}
              aria-current={(isChosen && route.path[2] === quotedKey(quoted)) || undefined}
            >
              <span className="who">
                {quoted.name === null ? <i>{words.nobody}</i> : <bdi>{quoted.name}</bdi>}{" "}
                {quoted.side && <SideLabel side={quoted.side} />}{" "}
                <small className="soft">
                  {[quoted.kind, words.naming[quoted.naming]].filter(Boolean).join(", ")}
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
                {quoted.cues.length > 4 && words.moreCues(quoted.cues.length - 4)}
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
                <span className="unseen"> {words.from} </span>
              </>
            )}
            <span className="chip" dir="auto">
              {name}
            </span>
          </span>
        ))}
      </a>
    </li>
  );
}

function MarkEvidence({
  chosen,
  sides,
  anonymous,
  route,
}: {
  chosen: {
    readonly source: SourcingRow | undefined;
    readonly chain: Chain | undefined;
    readonly citation: RowOf<"citations"> | undefined;
  };
  sides: readonly RowOf<"sides">[];
  anonymous: readonly RowOf<"anonymous">[];
  route: Route;
}) {
  const { column, group } = useCase();
  const [kind, id, name] = route.path;
  const closeTo = link("sourcing", [], route.query);
  if (kind === "chain") {
    if (!chosen.chain) return null;
    return (
      <FoundDrawer
        list="chains"
        of={chosen.chain.id}
        places={["evidence"]}
        about={about}
        id={chosen.chain.id}
        kicker={words.chain}
        title={chosen.chain.links.join(" ← ")}
        rule={chosen.chain.rule}
        closeTo={closeTo}
      />
    );
  }
  if (kind === "sides") {
    const pair = sides.find((candidate) => keyOf(candidate) === id);
    if (!pair) return null;
    const nameOf = (side: string | null) => group(side)?.shortName ?? texts.shared.unaligned;
    const family = cueFamilies.find((candidate) => candidate === name);
    const share = family && pair.families[family];
    return (
      <FoundDrawer
        list="sides"
        of={keyOf(pair)}
        places={[family && share && share.count > 0 ? `families/${family}/evidence` : "evidence"]}
        about={about}
        id={`sides/${id}/${family ?? ""}`}
        kicker={words.quotes(nameOf(pair.bySide))}
        title={`${pair.ofSide === null ? words.others : nameOf(pair.ofSide)}${family ? `: ${family}` : ""}`}
        reason={words.pairReason(
          share ? formatNumber(share.count) : null,
          count(pair.count, "attribution"),
        )}
        rule="sourcing/sides"
        closeTo={closeTo}
      />
    );
  }
  if (kind === "anonymous") {
    const own = anonymous.find(({ bySide }) => (bySide ?? "") === (id ?? ""));
    if (!own || own.unnamed.count === 0) return null;
    return (
      <FoundDrawer
        list="anonymous"
        of={own.bySide ?? "unaligned"}
        places={["unnamed/evidence"]}
        about={about}
        id={`anonymous/${id ?? ""}`}
        kicker={group(own.bySide)?.shortName ?? texts.shared.unaligned}
        title={words.anonymous}
        reason={words.anonymousReason(
          formatNumber(own.unnamed.count),
          count(own.attributions - own.open, "attribution"),
        )}
        rule="sourcing/unnamed"
        closeTo={closeTo}
      />
    );
  }
  if (kind === "cites") {
    const one = chosen.citation;
    if (!one) return null;
    return (
      <FoundDrawer
        list="citations"
        of={one.id}
        places={["evidence"]}
        about={one.kind === "through" ? about : referencesToo}
        id={one.id}
        kicker={words.cites.title(column(one.sourceId)?.name ?? one.sourceId)}
        title={one.name}
        reason={words.cites.reason(one.documents, count(one.documents, "document"))}
        rule={`sourcing/${one.kind === "through" ? "through" : "cited"}`}
        closeTo={closeTo}
      />
    );
  }
  const row = chosen.source;
  const at = row?.quoted.findIndex((candidate) => quotedKey(candidate) === name) ?? -1;
  const quoted = row?.quoted[at];
  if (!row || !quoted) return null;
  return (
    <FoundDrawer
      list="sourcing"
      of={row.sourceId}
      places={[`quoted/${at}/evidence`]}
      about={about}
      id={`${row.sourceId}/${quotedKey(quoted)}`}
      kicker={words.quotes(column(row.sourceId)?.name ?? row.sourceId)}
      title={quoted.name ?? words.nobody}
      reason={words.cues(quoted.cues.map(cueInWords).join(", "))}
      rule="sourcing/quoted"
      closeTo={closeTo}
    >
      <p className="stance-line">
        {words.times(
          count(quoted.count, "time"),
          quoted.distancing > 0 ? count(quoted.distancing, "time") : null,
        )}
      </p>
    </FoundDrawer>
  );
}
