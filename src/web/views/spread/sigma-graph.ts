import Graph from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import Sigma from "sigma";
import type { Settings } from "sigma/settings";
import type { Picture } from "../../../serve/types.ts";
import {
  centred,
  componentsOf,
  isPseudonym,
  neighboursOf,
  packed,
  radiusOf,
  startOf,
  widthOf,
} from "./layout.ts";

/** Rounds of pulling and pushing, and how many are done before the page has its turn. */
const rounds = { all: 240, atOnce: 12 } as const;
/** A graph of fewer accounts is laid out before anybody waits. */
const fewAtOnce = 30;
const groupColours = 6;

/** Below this share of the whole in sight, pseudonyms have room. */
const nearRatio = 0.6;

type NodeShown = { x: number; y: number; size: number; label: string; group: number | null };
type EdgeShown = { size: number; weight: number; group: number | null };

/** What the picture tells the page. Accounts and pairs by place. */
export type Told = {
  readonly onNode: (node: number) => void;
  readonly onEdge: (edge: number) => void;
  /** What the mouse or the key is on. */
  readonly onHover: (on: { node: number } | { edge: number } | null) => void;
  /** Where each group stands now, in pixels of the place. */
  readonly onGroups: (groups: readonly GroupPlace[]) => void;
};

export type GroupPlace = { readonly group: number; readonly x: number; readonly y: number };

/** The picture as the page steers it. */
export type DrawnGraph = {
  readonly zoom: (by: "in" | "out" | "fit") => void;
  /** Marks an account as the mouse would; null marks none. */
  readonly mark: (node: number | null) => void;
  readonly recolour: () => void;
  readonly end: () => void;
};

/** Whether this browser can draw it at all. */
export function hasWebgl(): boolean {
  try {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
    context?.getExtension("WEBGL_lose_context")?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}

/**
 * Draws the graph into a place. Where accounts stand is found by ForceAtlas2 (Jacomy et al. 2014,
 * doi:10.1371/journal.pone.0098679) in a fixed number of rounds from places that follow from the
 * groups, so that the same pairs always give the same picture.
 */
export async function drawGraph(
  place: HTMLElement,
  picture: Picture,
  told: Told,
  isEnded: () => boolean,
): Promise<DrawnGraph | null> {
  const graph = graphOf(picture);
  await layOut(graph, picture, isEnded);
  if (isEnded()) return null;
  let colours = coloursOf(place);
  let marked: { node: number } | { edge: number } | null = null;
  let isNearer = false;
  const neighbours = neighboursOf(picture);
  const colourOf = (group: number | null) =>
    group === null ? colours.none : (colours.groups[(group - 1) % groupColours] ?? colours.none);
  const isNear = (node: number) =>
    marked === null ||
    ("node" in marked
      ? marked.node === node || (neighbours[marked.node]?.has(node) ?? false)
      : (picture.edges[marked.edge]?.slice(0, 2).includes(node) ?? false));
  const sigma = new Sigma<NodeShown, EdgeShown>(graph, place, {
    allowInvalidContainer: true,
    enableEdgeEvents: true,
    zIndex: true,
    stagePadding: 36,
    minEdgeThickness: 1,
    labelFont: getComputedStyle(place).fontFamily,
    labelSize: 12,
    labelRenderedSizeThreshold: 9,
    labelDensity: 0.4,
    labelColor: { color: colours.ink },
    nodeReducer: (node, shown) => {
      const at = Number(node);
      const near = isNear(at);
      const isMarked = marked !== null && "node" in marked && marked.node === at;
      // Pseudonyms say nothing at a glance, and hide one another.
      const isNamed = isMarked || isNearer || !isPseudonym(shown.label);
      return {
        ...shown,
        color: near ? colourOf(shown.group) : colours.faint,
        label: near && isNamed ? shown.label : "",
        forceLabel: isMarked,
        zIndex: near ? 1 : 0,
      };
    },
    edgeReducer: (edge, shown) => {
      const at = Number(edge);
      const [one, other] = picture.edges[at] ?? [];
      const near =
        marked !== null &&
        ("edge" in marked ? marked.edge === at : marked.node === one || marked.node === other);
      return {
        ...shown,
        size: near ? shown.size + 1 : shown.size,
        color: near
          ? colours.ink
          : marked === null
            ? faded(colourOf(shown.group), colours.paper)
            : colours.faint,
        zIndex: near ? 1 : 0,
      };
    },
    defaultDrawNodeHover: (context, data, settings) =>
      drawMarked(context, data, settings, () => colours),
  });
  const mark = (next: typeof marked) => {
    marked = next;
    place.classList.toggle("over", next !== null);
    sigma.refresh({ skipIndexation: true });
    told.onHover(next);
  };
  sigma.getCamera().on("updated", ({ ratio }) => {
    if (ratio < nearRatio === isNearer) return;
    isNearer = !isNearer;
    sigma.refresh({ skipIndexation: true });
  });
  sigma.on("enterNode", ({ node }) => mark({ node: Number(node) }));
  sigma.on("leaveNode", () => mark(null));
  sigma.on("enterEdge", ({ edge }) => mark({ edge: Number(edge) }));
  sigma.on("leaveEdge", () => mark(null));
  sigma.on("clickNode", ({ node }) => told.onNode(Number(node)));
  sigma.on("clickEdge", ({ edge }) => told.onEdge(Number(edge)));
  const centres = centresOf(graph);
  const tellGroups = () =>
    told.onGroups(
      centres.map(({ group, x, y }) => ({ group, ...sigma.graphToViewport({ x, y }) })),
    );
  sigma.on("afterRender", tellGroups);
  tellGroups();
  const letPageScroll = scrolling(place);
  const isStill = matchMedia("(prefers-reduced-motion: reduce)");
  return {
    zoom: (by) => {
      const camera = sigma.getCamera();
      const animate = { duration: isStill.matches ? 0 : 180 };
      if (by === "fit") void camera.animatedReset(animate);
      else if (by === "in") void camera.animatedZoom(animate);
      else void camera.animatedUnzoom(animate);
    },
    mark: (node) => mark(node === null ? null : { node }),
    recolour: () => {
      colours = coloursOf(place);
      sigma.setSetting("labelColor", { color: colours.ink });
      sigma.refresh({ skipIndexation: true });
    },
    end: () => {
      letPageScroll();
      sigma.kill();
    },
  };
}

function graphOf({ nodes, edges }: Picture): Graph<NodeShown, EdgeShown> {
  const graph = new Graph<NodeShown, EdgeShown>({ type: "undirected" });
  const most = Math.max(1, ...nodes.map((node) => node.edges));
  const heaviest = edges[0]?.[2] ?? 1;
  const start = startOf(nodes);
  for (const [at, { account, group, edges: tied }] of nodes.entries())
    graph.addNode(at, {
      ...(start[at] ?? { x: 0, y: 0 }),
      size: radiusOf(tied, most),
      label: account,
      group,
    });
  for (const [at, [one, other, weight]] of edges.entries()) {
    const group = nodes[one]?.group ?? null;
    graph.addUndirectedEdgeWithKey(at, one, other, {
      size: widthOf(weight, heaviest),
      weight: 1 + Math.log(weight),
      group: group === nodes[other]?.group ? group : null,
    });
  }
  return graph;
}

/** Each component by itself, then all of them beside one another. */
async function layOut(
  graph: Graph<NodeShown, EdgeShown>,
  picture: Picture,
  isEnded: () => boolean,
): Promise<void> {
  const components = componentsOf(picture);
  const laid: ReturnType<typeof centred>[] = [];
  for (const component of components) {
    const own = graph.nullCopy();
    const isOwn = new Set(component);
    for (const node of component) own.addNode(node, graph.getNodeAttributes(node));
    for (const [at, [one, other]] of picture.edges.entries())
      if (isOwn.has(one)) own.addUndirectedEdgeWithKey(at, one, other, graph.getEdgeAttributes(at));
    if (component.length > 2) await pull(own, isEnded);
    if (isEnded()) return;
    laid.push(
      centred(
        component.map((node) => {
          const { x, y } = own.getNodeAttributes(node);
          return { x, y };
        }),
      ),
    );
  }
  const middles = packed(laid.map(({ radius }) => radius));
  for (const [at, component] of components.entries())
    for (const [within, node] of component.entries()) {
      const [middle, place] = [middles[at], laid[at]?.places[within]];
      if (middle && place)
        graph.mergeNodeAttributes(node, { x: middle.x + place.x, y: middle.y + place.y });
    }
}

async function pull(graph: Graph<NodeShown, EdgeShown>, isEnded: () => boolean): Promise<void> {
  const settings = {
    barnesHutOptimize: graph.order > 150,
    gravity: 0.5,
    slowDown: 4,
    scalingRatio: 8,
    edgeWeightInfluence: 1,
  };
  for (let done = 0; done < rounds.all && !isEnded(); done += rounds.atOnce) {
    forceAtlas2.assign(graph, { iterations: rounds.atOnce, settings, getEdgeWeight: "weight" });
    if (graph.order > fewAtOnce) await new Promise((resolve) => setTimeout(resolve));
  }
}

/** The middle of each group's accounts. */
function centresOf(graph: Graph<NodeShown, EdgeShown>): GroupPlace[] {
  const sums = new Map<number, { x: number; y: number; n: number }>();
  graph.forEachNode((_, { group, x, y }) => {
    if (group === null) return;
    const sum = sums.get(group) ?? { x: 0, y: 0, n: 0 };
    sums.set(group, { x: sum.x + x, y: sum.y + y, n: sum.n + 1 });
  });
  return [...sums].map(([group, { x, y, n }]) => ({ group, x: x / n, y: y / n }));
}

type Colours = ReturnType<typeof coloursOf>;

/** The page's colours as they are now, light or dark. */
function coloursOf(place: HTMLElement) {
  const probe = document.createElement("span");
  place.append(probe);
  const of = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    groups: Array.from({ length: groupColours }, (_, at) => of(`--side-${at}`)),
    none: of("--side-none"),
    ink: of("--ink"),
    paper: of("--paper"),
    line: of("--line"),
    faint: of("--wash-2"),
  };
  probe.remove();
  return colours;
}

/** A colour halfway to the paper: sigma draws lines above one another without transparency. */
function faded(colour: string, paper: string): string {
  const numbers = (one: string) => one.match(/[\d.]+/g)?.map(Number) ?? [];
  const [from, to] = [numbers(colour), numbers(paper)];
  const mixed = [0, 1, 2].map((at) => Math.round(((from[at] ?? 0) + (to[at] ?? 0)) / 2));
  return `rgb(${mixed.join(", ")})`;
}

/** A marked account: its name on paper, beside a ring. */
function drawMarked(
  context: CanvasRenderingContext2D,
  data: { x: number; y: number; size: number; label?: string | null; color: string },
  settings: Pick<Settings<NodeShown, EdgeShown>, "labelSize" | "labelFont">,
  colours: () => Colours,
): void {
  const { ink, paper, line } = colours();
  const { labelSize: size, labelFont: font } = settings;
  context.beginPath();
  context.arc(data.x, data.y, data.size + 2, 0, 2 * Math.PI);
  context.strokeStyle = ink;
  context.lineWidth = 2;
  context.stroke();
  if (!data.label) return;
  context.font = `600 ${size}px ${font}`;
  const width = context.measureText(data.label).width;
  const [left, top] = [data.x + data.size + 6, data.y - size / 2 - 4];
  context.fillStyle = paper;
  context.strokeStyle = line;
  context.lineWidth = 1;
  context.fillRect(left, top, width + 10, size + 8);
  context.strokeRect(left, top, width + 10, size + 8);
  context.fillStyle = ink;
  context.fillText(data.label, left + 5, data.y + size / 3);
}

/** The page scrolls over the picture: only with Ctrl, or two fingers, the picture is meant. */
function scrolling(place: HTMLElement): () => void {
  const wheel = (event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
  };
  const touch = (event: TouchEvent) => {
    if (event.touches.length < 2) event.stopPropagation();
  };
  const touches = ["touchstart", "touchmove", "touchend"] as const;
  place.addEventListener("wheel", wheel, { capture: true });
  for (const name of touches) place.addEventListener(name, touch, { capture: true });
  return () => {
    place.removeEventListener("wheel", wheel, { capture: true });
    for (const name of touches) place.removeEventListener(name, touch, { capture: true });
  };
}
