import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from "react";
import { useOverview } from "./api/queries.ts";
import { AddToReport } from "./parts/add-to-report.tsx";
import { CaseProvider } from "./parts/case.tsx";
import { JudgementsProvider } from "./parts/judgements.tsx";
import { Beneath, type Entry, Navigation } from "./parts/navigation.tsx";
import { link, type Route, useRoute } from "./parts/route.ts";
import { RunNote } from "./parts/run.tsx";
import { Answer, Empty } from "./parts/states.tsx";
import { StretchChip } from "./parts/stretch-chip.tsx";
import { ThemeButton } from "./parts/theme.tsx";
import { texts } from "./texts.ts";
import { CaseView } from "./views/case/case.tsx";

type Shown = (props: { route: Route }) => ReactNode;
const words = texts.navigation;
const names = words.names;

type View = {
  readonly name: string;
  readonly show: ComponentType<{ route: Route }>;
  readonly load?: () => Promise<Shown>;
};

/** A view that is loaded when it is opened: the first page of a case waits for its own only. */
function later(load: () => Promise<Shown>): Pick<View, "show" | "load"> {
  return { show: lazy(async () => ({ default: await load() })), load };
}

const views: Readonly<Record<string, View>> = {
  "": { name: names.case, show: CaseView },
  claims: {
    name: names.claims,
    ...later(async () => (await import("./views/claims/claims.tsx")).ClaimsView),
  },
  figures: {
    name: names.figures,
    ...later(async () => (await import("./views/figures/figures.tsx")).FiguresView),
  },
  wording: {
    name: names.wording,
    ...later(async () => (await import("./views/wording/wording.tsx")).WordingView),
  },
  silence: {
    name: names.silence,
    ...later(async () => (await import("./views/silence/silence.tsx")).SilenceView),
  },
  sourcing: {
    name: names.sourcing,
    ...later(async () => (await import("./views/sourcing/sourcing.tsx")).SourcingView),
  },
  origins: {
    name: names.origins,
    ...later(async () => (await import("./views/origins/origins.tsx")).OriginsView),
  },
  timeline: {
    name: names.timeline,
    ...later(async () => (await import("./views/timeline/timeline.tsx")).TimelineView),
  },
  spread: {
    name: names.spread,
    ...later(async () => (await import("./views/spread/spread.tsx")).SpreadView),
  },
  reach: {
    name: names.reach,
    ...later(async () => (await import("./views/reach/reach.tsx")).ReachView),
  },
  "pile-ons": {
    name: names.pileOns,
    ...later(async () => (await import("./views/pile-ons/pile-ons.tsx")).PileOnsView),
  },
  draft: {
    name: names.draft,
    ...later(async () => (await import("./views/draft/draft.tsx")).DraftView),
  },
  reader: {
    name: names.reader,
    ...later(async () => (await import("./views/reader/reader.tsx")).ReaderView),
  },
  judgements: {
    name: names.judgements,
    ...later(async () => (await import("./views/judgements/judgements.tsx")).JudgementsView),
  },
  report: {
    name: names.report,
    ...later(async () => (await import("./views/chosen/chosen.tsx")).ReportView),
  },
  add: {
    name: names.add,
    ...later(async () => (await import("./views/add/add.tsx")).AddView),
  },
  "set-up": {
    name: names.setUp,
    ...later(async () => (await import("./views/set-up/set-up.tsx")).SetUpView),
  },
};

const loading = (
  <p className="waiting" role="status">
    {texts.loading}
  </p>
);

const alone = (key: string): Entry => {
  const name = views[key]?.name ?? key;
  return { name, places: [{ key, name }] };
};

/** The report has its link beside the button that fills it. */
const navigation: readonly Entry[] = [
  {
    name: names.case,
    places: [
      { key: "", name: words.glance },
      { key: "add", name: texts.home.add },
      { key: "set-up", name: names.setUp },
      { key: "judgements", name: names.judgements },
    ],
  },
  ...["claims", "figures", "wording", "silence", "sourcing", "origins", "timeline"].map(alone),
  {
    name: words.posts,
    places: [
      { key: "spread", name: words.acting },
      { key: "reach", name: names.reach },
      { key: "pile-ons", name: names.pileOns },
    ],
  },
  ...["draft", "reader"].map(alone),
];

export function App() {
  const route = useRoute();
  const overview = useOverview();
  const view = Object.hasOwn(views, route.view) ? views[route.view] : undefined;
  useEffect(() => {
    const title = overview.data?.title;
    document.title = [view?.name, title, texts.shared.product].filter(Boolean).join(" · ");
  }, [view, overview.data]);
  // Its script comes while the case does; where it fails, showing it says so.
  useEffect(() => void view?.load?.().catch(() => {}), [view]);
  const Show = view?.show;
  return (
    <>
      <button type="button" className="skip" onClick={skip}>
        {words.skip}
      </button>
      <header className="masthead">
        <a className="name" href={link("")}>
          {texts.shared.product}
        </a>
        <Navigation entries={navigation} view={route.view} />
        <AddToReport route={route} />
        <ThemeButton />
      </header>
      <Beneath entries={navigation} view={route.view} />
      <RunNote />
      <main id="main" tabIndex={-1} data-view={route.view}>
        <Answer query={overview}>
          {(data) => (
            <CaseProvider overview={data}>
              <JudgementsProvider>
                <StretchChip route={route} />
                <Suspense fallback={loading}>
                  {Show ? <Show key={route.view} route={route} /> : <Empty>{words.noView}</Empty>}
                </Suspense>
              </JudgementsProvider>
            </CaseProvider>
          )}
        </Answer>
      </main>
    </>
  );
}

/** The hash is the address of the view, so this moves the focus itself. */
function skip() {
  document.getElementById("main")?.focus();
}
