import type { RowOf } from "../../../serve/types.ts";
import { type Pages, useEvery, useOne, usePages } from "../../api/queries.ts";
import { useCase } from "../../parts/case.tsx";
import { Find } from "../../parts/find.tsx";
import { FoundDrawer, useWithChosen } from "../../parts/found.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { More, usePaged } from "../../parts/paging.tsx";
import { useReveal } from "../../parts/reveal.ts";
import { link, type Route } from "../../parts/route.ts";
import { sideColour } from "../../parts/sides.ts";
import { SideLabel } from "../../parts/source.tsx";
import { Answer, Empty, Heading } from "../../parts/states.tsx";
import { Citations } from "./citations.tsx";
import { Quotes } from "./quotes.tsx";
import { cueFamilies, keyOf, Sides } from "./sides.tsx";
import "./sourcing.css";

/** What the marks are made from, for the reasons in the drawer. */
const about = ["attributions"] as const;

const referencesToo = ["references"] as const;

const sourcesShown = 30;
const quotedShown = 8;
const chainsShown = 40;
const citationsShown = 40;

type SourcingRow = RowOf<"sourcing">;
type Quoted = SourcingRow["quoted"][number];
type Chain = RowOf<"chains">;

export function SourcingView({ route }: { route: Route }) {
  const [kind, id] = route.path;
  const pages = usePages("sourcing", { q: route.query.q }, sourcesShown);
  const chains = usePages("chains", {}, chainsShown);
  const citations = usePages("citations", {}, citationsShown);
  const sides = useEvery("sides");
  const anonymous = useEvery("anonymous");
  const chosen = {
    source: useOne("sourcing", kind === "source" || kind === "quotes" ? id : undefined).data,
    chain: useOne("chains", kind === "chain" ? id : undefined).data,
    citation: useOne("citations", kind === "cites" ? id : undefined).data,
  };
  const isNarrowed = Boolean(route.query.q);
  return (
    <>
      <Heading question="Says who?">
        Whom each source quotes, how often and with which words. Below, bars of one source are to
        the same scale; the striped part is quoted with distance (“claims”, “alleges”).
      </Heading>
      <Answer query={pages}>
        {(rows) => (
          <>
            <search className="filters">
              <Find route={route} />
              <output className="soft">
                {count(rows.found, "source")}
                {rows.found < rows.all ? ` of ${formatNumber(rows.all)}` : ""}
              </output>
            </search>
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
            <h2 className="each-source">Whom each source quotes</h2>
            <Sources
              pages={rows}
              chosen={kind === "source" ? chosen.source : undefined}
              route={route}
            />
          </>
        )}
      </Answer>
      <Answer query={chains}>
        {(rows) => <Chains pages={rows} chosen={chosen.chain} route={route} />}
      </Answer>
      {!isNarrowed && (
        <Answer query={citations}>
          {(rows) => <Citations citations={rows} chosen={chosen.citation} route={route} />}
        </Answer>
      )}
      <MarkEvidence
        chosen={chosen}
        sides={sides.data ?? []}
        anonymous={anonymous.data ?? []}
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
      {listed.length === 0 && pages.all > 0 && <Empty>No source matches.</Empty>}
      {pages.all === 0 && <Empty>Nobody is quoted.</Empty>}
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
      <h2>Through whom it came</h2>
      <p className="soft">What is published on the left came from the right.</p>
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
        kicker="Chain"
        title={chosen.chain.links.join(" ← ")}
        rule={chosen.chain.rule}
        closeTo={closeTo}
      />
    );
  }
  if (kind === "sides") {
    const pair = sides.find((candidate) => keyOf(candidate) === id);
    if (!pair) return null;
    const nameOf = (side: string | null) => group(side)?.shortName ?? "Unaligned";
    const family = cueFamilies.find((candidate) => candidate === name);
    const share = family && pair.families[family];
    return (
      <FoundDrawer
        list="sides"
        of={keyOf(pair)}
        places={[family && share && share.count > 0 ? `families/${family}/evidence` : "evidence"]}
        about={about}
        id={`sides/${id}/${family ?? ""}`}
        kicker={`${nameOf(pair.bySide)} quotes`}
        title={`${pair.ofSide === null ? "Others" : nameOf(pair.ofSide)}${family ? `: ${family}` : ""}`}
        reason={`${share ? `${formatNumber(share.count)} of ` : ""}${count(pair.count, "attribution")} with a name; the first are shown`}
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
        kicker={group(own.bySide)?.shortName ?? "Unaligned"}
        title="Speakers without a name"
        reason={`${formatNumber(own.unnamed.count)} of ${count(own.attributions - own.open, "attribution")}; the first are shown`}
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
        kicker={`${column(one.sourceId)?.name ?? one.sourceId} leans on`}
        title={one.name}
        reason={`${count(one.documents, "document")} of this source ${one.documents === 1 ? "does" : "do"}`}
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
      kicker={`${column(row.sourceId)?.name ?? row.sourceId} quotes`}
      title={quoted.name ?? "nobody told"}
      reason={`cues: ${quoted.cues.map(cueInWords).join(", ")}`}
      rule="sourcing/quoted"
      closeTo={closeTo}
    >
      <p className="stance-line">
        {count(quoted.count, "time")}
        {quoted.distancing > 0 && `, ${count(quoted.distancing, "time")} with distance`}.
      </p>
    </FoundDrawer>
  );
}
