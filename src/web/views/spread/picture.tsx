import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { Picture } from "../../../serve/types.ts";
import { count } from "../../parts/numbers.ts";
import { go, link, type Route } from "../../parts/route.ts";
import { Answer, Empty } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import { type Question, usePicture } from "./queries.ts";
import type { DrawnGraph, GroupPlace } from "./sigma-graph.ts";

const words = texts.spread.picture;

/** The pairs beyond chance as a graph. What it shows stands in the tables as well. */
export function GraphSection({ question, route }: { question: Question; route: Route }) {
  const query = usePicture(question);
  return (
    <section aria-label={words.title}>
      <h2>{words.title}</h2>
      <Answer query={query}>
        {(picture) =>
          picture.nodes.length === 0 ? (
            <Empty>{words.nothing}</Empty>
          ) : (
            <>
              <p className="soft">{words.about}</p>
              <GraphPlace picture={picture} question={question} route={route} />
              <p className="soft small">{drawnWords(picture)}</p>
            </>
          )
        }
      </Answer>
    </section>
  );
}

function drawnWords({ nodes, edges, nodeCount, edgeCount }: Picture): string {
  const drawn = words.drawn(count(nodes.length, "account"), count(edges.length, "pair"));
  if (nodes.length === nodeCount && edges.length === edgeCount) return drawn;
  return `${drawn} ${words.notDrawn(
    count(nodeCount - nodes.length, "account"),
    count(edgeCount - edges.length, "pair"),
  )}`;
}

type State = "drawing" | "drawn" | "no-webgl";
type On = { readonly node: number } | { readonly edge: number } | null;

function GraphPlace({
  picture,
  question,
  route,
}: {
  picture: Picture;
  question: Question;
  route: Route;
}) {
  const place = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnGraph | null>(null);
  const [state, setState] = useState<State>("drawing");
  const [on, setOn] = useState<On>(null);
  const [groups, setGroups] = useState<readonly GroupPlace[]>([]);
  const stepped = useRef(-1);
  const keys = useId();
  // What a click leads to depends on where the reader is by then.
  const open = useRef<(on: On) => void>(() => {});
  open.current = (what) => {
    if (what) go(addressOf(picture, what, route));
  };
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    let isEnded = false;
    setState("drawing");
    const draw = async () => {
      const { drawGraph, hasWebgl } = await import("./sigma-graph.ts");
      if (isEnded) return;
      if (!hasWebgl()) {
        setState("no-webgl");
        return;
      }
      const told = {
        onNode: (node: number) => open.current({ node }),
        onEdge: (edge: number) => open.current({ edge }),
        onHover: setOn,
        onGroups: setGroups,
      };
      drawn.current = await drawGraph(element, picture, told, () => isEnded);
      if (drawn.current) setState("drawn");
    };
    draw().catch(() => setState("no-webgl"));
    return () => {
      isEnded = true;
      drawn.current?.end();
      drawn.current = null;
    };
  }, [picture]);
  useRecolour(drawn);
  if (state === "no-webgl") return <Empty>{words.noWebgl}</Empty>;
  const step = (by: 1 | -1) => {
    const n = picture.nodes.length;
    stepped.current = stepped.current < 0 && by < 0 ? n - 1 : (stepped.current + by + n) % n;
    drawn.current?.mark(stepped.current);
  };
  const press = (event: KeyboardEvent) => {
    const act = actions[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (act === "next") step(1);
    else if (act === "previous") step(-1);
    else if (act === "open") open.current(stepped.current < 0 ? null : { node: stepped.current });
    else drawn.current?.zoom(act);
  };
  return (
    <>
      <p className="soft small" id={keys}>
        {words.open}
      </p>
      <div className="graph-frame">
        <div
          className="graph"
          ref={place}
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes keys, as its role tells
          tabIndex={0}
          aria-label={words.label}
          aria-describedby={keys}
          aria-busy={state === "drawing"}
          onKeyDown={press}
          onBlur={() => {
            stepped.current = -1;
            drawn.current?.mark(null);
          }}
        />
        {state === "drawing" && (
          <p className="waiting" role="status">
            {words.drawing}
          </p>
        )}
        <div className="group-names" aria-hidden="true">
          {groups.map(({ group, x, y }) => (
            <span
              key={group}
              className="group-name"
              style={{ transform: `translate(${x}px, ${y}px)` }}
            >
              {words.group(group)}
            </span>
          ))}
        </div>
        <div className="graph-buttons">
          {(["in", "out", "fit"] as const).map((by) => (
            <button key={by} type="button" onClick={() => drawn.current?.zoom(by)}>
              {by === "in" ? words.zoomIn : by === "out" ? words.zoomOut : words.fit}
            </button>
          ))}
        </div>
      </div>
      <p className="scrub-reading soft" role="status">
        {on === null ? "\u00a0" : toldOf(picture, on)}
      </p>
      <Legend picture={picture} question={question} route={route} />
    </>
  );
}

const actions: Readonly<Record<string, "next" | "previous" | "open" | "in" | "out" | "fit">> = {
  ArrowRight: "next",
  ArrowDown: "next",
  ArrowLeft: "previous",
  ArrowUp: "previous",
  Enter: "open",
  "+": "in",
  "=": "in",
  "-": "out",
  "0": "fit",
};

/** An account's pairs, or the posts behind a pair. */
function addressOf({ nodes, edges }: Picture, on: NonNullable<On>, route: Route): string {
  if ("node" in on) {
    const node = nodes[on.node];
    return link("spread", node?.group == null ? [] : [String(node.group)], {
      ...route.query,
      account: node?.account,
    });
  }
  const [one = 0, other = 0] = edges[on.edge] ?? [];
  const [a, b] = [nodes[one], nodes[other]];
  const under = a?.group != null && a.group === b?.group ? String(a.group) : "pair";
  // As in the tables: the account that comes first by its name.
  const names = [a?.account ?? "", b?.account ?? ""];
  return link("spread", [under, ...names], route.query);
}

function toldOf({ nodes, edges }: Picture, on: NonNullable<On>): string {
  if ("node" in on) {
    const { account = "", group = null, edges: tied = 0 } = nodes[on.node] ?? {};
    const where = group === null ? words.noGroup : words.group(group);
    return words.node(account, where, count(tied, "account"));
  }
  const [one = 0, other = 0, weight = 0] = edges[on.edge] ?? [];
  return words.edge(nodes[one]?.account ?? "", nodes[other]?.account ?? "", count(weight, "time"));
}

/** Which colour is which group; each name leads to its group. */
function Legend({ picture, route }: { picture: Picture; question: Question; route: Route }) {
  const sizes = new Map<number | null, number>();
  for (const { group } of picture.nodes) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const query = { ...route.query, account: undefined };
  return (
    <ul className="legend graph-legend">
      {[...sizes].map(([group, accounts]) => (
        <li key={group}>
          <span
            className="swatch"
            aria-hidden="true"
            style={{
              background: group === null ? "var(--side-none)" : `var(--side-${(group - 1) % 6})`,
            }}
          />
          {group === null ? (
            words.noGroup
          ) : (
            <a href={link("spread", [String(group)], query)}>{words.group(group)}</a>
          )}{" "}
          <span className="soft">{count(accounts, "account")}</span>
        </li>
      ))}
    </ul>
  );
}

/** Light and dark may change while the picture stands. */
function useRecolour(drawn: React.RefObject<DrawnGraph | null>): void {
  useEffect(() => {
    const recolour = () => drawn.current?.recolour();
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", recolour);
    const observer = new MutationObserver(recolour);
    observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    return () => {
      dark.removeEventListener("change", recolour);
      observer.disconnect();
    };
  }, [drawn]);
}
