import { lazy, type ReactNode, Suspense, useEffect } from "react";
import { useOverview } from "./api/queries.ts";
import { AddToReport } from "./parts/add-to-report.tsx";
import { CaseProvider } from "./parts/case.tsx";
import { JudgementsProvider } from "./parts/judgements.tsx";
import { useReveal } from "./parts/reveal.ts";
import { link, type Route, useRoute } from "./parts/route.ts";
import { RunNote } from "./parts/run.tsx";
import { Answer, Empty } from "./parts/states.tsx";
import { ThemeButton } from "./parts/theme.tsx";
import { CaseView } from "./views/case/case.tsx";
import { ReportView } from "./views/chosen/chosen.tsx";
import { ClaimsView } from "./views/claims/claims.tsx";
import { DraftView } from "./views/draft/draft.tsx";
import { FiguresView } from "./views/figures/figures.tsx";
import { JudgementsView } from "./views/judgements/judgements.tsx";
import { OriginsView } from "./views/origins/origins.tsx";
import { PileOnsView } from "./views/pile-ons/pile-ons.tsx";
import { ReachView } from "./views/reach/reach.tsx";
import { ReaderView } from "./views/reader/reader.tsx";
import { SilenceView } from "./views/silence/silence.tsx";
import { SourcingView } from "./views/sourcing/sourcing.tsx";
import { SpreadView } from "./views/spread/spread.tsx";
import { TimelineView } from "./views/timeline/timeline.tsx";
import { WordingView } from "./views/wording/wording.tsx";

/** Views that are opened now and then are loaded when they are. */
const Add = lazy(async () => ({ default: (await import("./views/add/add.tsx")).AddView }));
const SetUp = lazy(async () => ({
  default: (await import("./views/set-up/set-up.tsx")).SetUpView,
}));
const loading = (
  <p className="waiting" role="status">
    …
  </p>
);

type View = { readonly name: string; readonly show: (props: { route: Route }) => ReactNode };

const views: Readonly<Record<string, View>> = {
  "": { name: "Case", show: CaseView },
  claims: { name: "Claims", show: ClaimsView },
  figures: { name: "Figures", show: FiguresView },
  wording: { name: "Wording", show: WordingView },
  silence: { name: "Silence", show: SilenceView },
  sourcing: { name: "Sourcing", show: SourcingView },
  origins: { name: "Origins", show: OriginsView },
  timeline: { name: "Timeline", show: TimelineView },
  spread: { name: "Spread", show: SpreadView },
  reach: { name: "Reach", show: ReachView },
  "pile-ons": { name: "Pile-ons", show: PileOnsView },
  draft: { name: "Draft", show: DraftView },
  reader: { name: "Reader", show: ReaderView },
  judgements: { name: "Judgements", show: JudgementsView },
  report: { name: "Report", show: ReportView },
  add: {
    name: "Add",
    show: () => (
      <Suspense fallback={loading}>
        <Add />
      </Suspense>
    ),
  },
  "set-up": {
    name: "Set up",
    show: () => (
      <Suspense fallback={loading}>
        <SetUp />
      </Suspense>
    ),
  },
};

/** The report has its link beside the button that fills it. */
const inNavigation = Object.entries(views).filter(([key]) => key !== "report");

export function App() {
  const route = useRoute();
  const overview = useOverview();
  const view = Object.hasOwn(views, route.view) ? views[route.view] : undefined;
  useEffect(() => {
    const title = overview.data?.title;
    document.title = [view?.name, title, "Parallax"].filter(Boolean).join(" · ");
  }, [view, overview.data]);
  const current = useReveal<HTMLAnchorElement>(route.view);
  const Show = view?.show;
  return (
    <>
      <button type="button" className="skip" onClick={skip}>
        Skip to the answer
      </button>
      <header className="masthead">
        <a className="name" href={link("")}>
          Parallax
        </a>
        <nav aria-label="Views">
          {inNavigation.map(([key, { name }]) => (
            <a
              key={key}
              ref={key === route.view ? current : undefined}
              href={link(key)}
              aria-current={key === route.view ? "page" : undefined}
            >
              {name}
            </a>
          ))}
        </nav>
        <AddToReport route={route} />
        <ThemeButton />
      </header>
      <RunNote />
      <main id="main" tabIndex={-1}>
        <Answer query={overview}>
          {(data) => (
            <CaseProvider overview={data}>
              <JudgementsProvider>
                {Show ? (
                  <Show key={route.view} route={route} />
                ) : (
                  <Empty>There is no such view.</Empty>
                )}
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
