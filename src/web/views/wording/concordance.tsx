import type { ConcordanceLine } from "../../../serve/types.ts";
import type { Pages } from "../../api/queries.ts";
import { isolated, written } from "../../parts/bidi.ts";
import { useCase } from "../../parts/case.tsx";
import { formatDate } from "../../parts/dates.ts";
import { count, formatNumber } from "../../parts/numbers.ts";
import { More } from "../../parts/paging.tsx";
import { link, type Route, refilter } from "../../parts/route.ts";
import { readerLink, SourceName } from "../../parts/source.tsx";
import { Answer, Empty } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import { useConcordance } from "./queries.ts";
import "./concordance.css";

const words = texts.wording.concordance;

/** The address of a label's uses, of one side where it is named. */
export function concordanceAddress(
  route: Route,
  id: string,
  label: string,
  side?: string | null,
): string {
  const { q } = route.query;
  return link("wording", [id, label], { q, side: side === null ? "unaligned" : side });
}

/** What ends the address of the uses of a word that one side uses more. */
export const linesOfWord = "lines";

/** Every use of a label on a line of its own, the labels under each other. */
export function ConcordanceView({ id, label, route }: { id: string; label: string; route: Route }) {
  const { side, source, voice: asked, sort: order, q } = route.query;
  const voice = asked === "own" || asked === "others" ? asked : undefined;
  const sort = sorts.find((one) => one === order);
  const query = useConcordance({ id, label, side, source, voice, sort });
  return (
    <>
      <p className="back">
        <a href={link("wording", route.path.slice(0, -1), { q })}>
          <span aria-hidden="true">← </span>
          {words.back}
        </a>
      </p>
      <header className="heading">
        <h1>{words.title(label)}</h1>
        {query.data && (
          <p>{query.data.concept === null ? words.aboutWord : words.about(query.data.concept)}</p>
        )}
      </header>
      <Answer query={query}>
        {({ pages, uses }) => <Lines pages={pages} uses={uses} label={label} route={route} />}
      </Answer>
    </>
  );
}

const sorts = Object.keys(words.sorts) as readonly (keyof typeof words.sorts)[];

function Lines(props: {
  pages: Pages<ConcordanceLine>;
  uses: number;
  label: string;
  route: Route;
}) {
  const { pages, uses, label, route } = props;
  const { groups, columns } = useCase();
  const { side, source, voice, sort } = route.query;
  const sides = groups.map(({ id, shortName }) => ({ id: id ?? "unaligned", name: shortName }));
  const counts = pages.facets.source ?? {};
  const sources = columns.filter(({ id }) => id === source || (counts[id] ?? 0) > 0);
  const isByVoice = sort === undefined || sort === "" || sort === "voice";
  const own = pages.rows.filter(({ voice }) => voice === "own");
  const others = pages.rows.filter(({ voice }) => voice !== "own");
  return (
    <>
      <search className="filters">
        {sides.length > 1 && (
          <Choose
            name={words.side}
            value={side ?? ""}
            any={words.anySide}
            choices={sides}
            counts={pages.facets.side ?? {}}
            choose={(id) => refilter(route, { side: id })}
          />
        )}
        <Choose
          name={words.source}
          value={source ?? ""}
          any={words.anySource}
          choices={sources}
          counts={counts}
          choose={(id) => refilter(route, { source: id })}
        />
        <Choose
          name={words.voice}
          value={voice ?? ""}
          any={words.anyVoice}
          choices={(["own", "others"] as const).map((one) => ({
            id: one,
            name: words.voices[one],
          }))}
          counts={pages.facets.voice ?? {}}
          choose={(id) => refilter(route, { voice: id })}
        />
        <label>
          {words.order}{" "}
          <select
            value={isByVoice ? "voice" : sort}
            onChange={(event) => refilter(route, { sort: event.target.value })}
          >
            {sorts.map((one) => (
              <option key={one} value={one}>
                {words.sorts[one]}
              </option>
            ))}
          </select>
        </label>
        <output className="soft">{toldOf(pages, uses)}</output>
      </search>
      {pages.rows.length === 0 && <Empty>{words.none}</Empty>}
      {isByVoice ? (
        <>
          {own.length > 0 && <Table name={words.ownHead} lines={own} label={label} />}
          {others.length > 0 && <Table name={words.othersHead} lines={others} label={label} />}
        </>
      ) : (
        pages.rows.length > 0 && (
          <Table
            name={words.sortedHead(words.sorts[sort as "date"])}
            lines={pages.rows}
            label={label}
          />
        )
      )}
      <More pages={pages} />
    </>
  );
}

/** How many uses the choices leave, of how many; and how many lie outside of the marked time. */
function toldOf({ found, all }: Pages<unknown>, uses: number): string {
  const told =
    found < all ? texts.shared.ofAll(formatNumber(found), count(all, "use")) : count(all, "use");
  return all < uses ? `${told} ${words.inTime(formatNumber(uses))}` : told;
}

function Choose(props: {
  name: string;
  value: string;
  any: string;
  choices: readonly { readonly id: string; readonly name: string }[];
  counts: Readonly<Record<string, number>>;
  choose: (id: string) => void;
}) {
  const { name, value, any, choices, counts, choose } = props;
  return (
    <label>
      {name}{" "}
      <select value={value} onChange={(event) => choose(event.target.value)}>
        <option value="">{any}</option>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {isolated(choice.name)} ({formatNumber(counts[choice.id] ?? 0)})
          </option>
        ))}
      </select>
    </label>
  );
}

function Table(props: { name: string; lines: readonly ConcordanceLine[]; label: string }) {
  const { name, lines, label } = props;
  const { card } = useCase();
  return (
    <table className="concordance">
      <caption>{name}</caption>
      <colgroup>
        <col className="who" />
        <col />
      </colgroup>
      <thead className="unseen">
        <tr>
          <th scope="col">{words.columns.source}</th>
          <th scope="col">{words.columns.line}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.documentId} ${line.start}`}>
            <th scope="row">
              <SourceName id={line.sourceId} />{" "}
              <small>
                {line.published === null ? words.undated : formatDate(line.published)}
                {line.voice !== "own" && ` · ${words.inVoice[line.voice]}`}
              </small>
            </th>
            <td
              {...written(
                `${line.before}${line.text}${line.after}`,
                card(line.documentId)?.language,
              )}
            >
              <span className="before">
                <bdi {...written(line.before, card(line.documentId)?.language)}>
                  {withLastSpace(line.before)}
                </bdi>
              </span>
              <span className="on">
                <a href={readerLink(line.documentId, line)} title={label}>
                  {line.text}
                </a>
                {line.after}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A space at the end is kept where the words are set from the right. */
function withLastSpace(words: string): string {
  return words.replace(/ $/, "\u00a0");
}
