import { useCallback, useMemo, useState } from "react";
import { figureMark } from "../../../document/judgement.ts";
import { stretchAround } from "../../../document/stretch.ts";
import type { FigureEntry, FigureRow, FigureRowEntry } from "../../../serve/types.ts";
import { type Pages, usePages, useParts } from "../../api/queries.ts";
import { written } from "../../parts/bidi.ts";
import { useCase } from "../../parts/case.tsx";
import { formatDate } from "../../parts/dates.ts";
import { Find } from "../../parts/find.tsx";
import { FoundDrawer, useChosen, useWithChosen } from "../../parts/found.tsx";
import { JudgedSigns, ReviewSwitch, useJudgedAt } from "../../parts/judgements.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { More, usePaged } from "../../parts/paging.tsx";
import { Picture } from "../../parts/plot.tsx";
import { useReveal } from "../../parts/reveal.ts";
import { link, type Route, refilter } from "../../parts/route.ts";
import { sideColour } from "../../parts/sides.ts";
import { SourceName } from "../../parts/source.tsx";
import { Answer, Empty, Heading } from "../../parts/states.tsx";
import { Words } from "../../parts/words.tsx";
import { texts } from "../../texts.ts";
import {
  conflictingNumbers,
  entryKey,
  figureInWords,
  pairKey,
  sharedKey,
  sharedNumbers,
} from "./entries.ts";
import { PartsBar } from "./parts-bar.tsx";
import { type DrawnEntry, drawFigures } from "./picture.ts";
import "./figures.css";

const words = texts.figures;

const drawnFrom = [{ question: "figures" }] as const;

const groupsShown = 20;
/** More numbers than this are not drawn one by one: each line is a number that several give. */
const mostRows = 40;
const rowsListed = 60;
const pairsListed = 60;

/** More sums of one quantity are told in words alone. */
const barsShown = 6;

type PartsRow = FigureRow["parts"][number];

export function FiguresView({ route }: { route: Route }) {
  const pages = usePages(
    "figures",
    { q: route.query.q, only: route.query.only, as: route.query.as },
    groupsShown,
  );
  return (
    <>
      <Heading question={words.question}>{words.about}</Heading>
      <Answer query={pages}>{(groups) => <Groups pages={groups} route={route} />}</Answer>
    </>
  );
}

function Groups({ pages, route }: { pages: Pages<FigureRow>; route: Route }) {
  const [groupId, key] = route.path;
  const { chosen, among } = useChosen("figures", groupId, route.query.as);
  const listed = useWithChosen(pages.rows, among, idOf);
  return (
    <>
      <search className="filters">
        <Find route={route} />
        <label>
          {texts.shared.show}{" "}
          <select
            value={pages.chosen.only}
            onChange={(e) => refilter(route, { only: e.target.value })}
          >
            {Object.entries(words.filters).map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <output className="soft">
          {texts.shared.ofAll(count(pages.found, "quantity"), formatNumber(pages.all))}
        </output>
      </search>
      <ReviewSwitch of={drawnFrom} route={route} />
      {listed.length === 0 && <Empty>{words.none}</Empty>}
      {listed.map((group) => (
        <Group key={group.id} group={group} route={route} />
      ))}
      <More pages={pages} />
      {chosen && key && <Evidence group={chosen} mark={key} route={route} />}
    </>
  );
}

const idOf = ({ id }: FigureRow) => id;

function describe(group: FigureRow): string {
  return [group.what, ...particulars(group)].join(" · ");
}

/** Unit, place and date, where they say more than what is counted. */
function particulars({ what, unit, place, edtf }: FigureRow): string[] {
  return [unit === what ? null : unit, place, edtf && formatDate(edtf)].flatMap(
    (part) => part || [],
  );
}

/** Of a sentence, so many characters tell what is counted. */
const sentenceShown = 130;

function Group({ group, route }: { group: FigureRow; route: Route }) {
  const { card, column, columns, group: sideOf } = useCase();
  const element = useReveal<HTMLElement>(route.path[0] === group.id);
  const [, key] = route.path[0] === group.id ? route.path : [];
  const judgedAt = useJudgedAt({ question: "figures", about: group.what });
  const entries = useMemo<DrawnEntry[]>(() => {
    const conflicting = new Set(conflictingNumbers(group).flat().map(figureInWords));
    const order = new Map(columns.map((source, index) => [source.id, index]));
    return group.entries
      .map((entry) => {
        const sourceId = card(entry.documentId)?.sourceId ?? "";
        const source = column(sourceId);
        return {
          entry,
          source: source?.name ?? entry.documentId,
          colour: sideColour(sideOf(source?.side ?? null)?.position ?? null),
          href: link("figures", [group.id, entryKey(entry)], route.query),
          inConflict: conflicting.has(figureInWords(entry)),
          isChosen: entryKey(entry) === key,
          judged: judgedAt(entry.documentId, entry.start),
          order: order.get(sourceId) ?? order.size,
        };
      })
      .sort(
        (a, b) => a.order - b.order || compare(a.entry.published ?? "9", b.entry.published ?? "9"),
      )
      .map((row, _index, rows) => {
        const isAlone = rows.filter((other) => other.order === row.order).length === 1;
        return isAlone
          ? row
          : { ...row, source: `${row.source}, ${formatDate(row.entry.published)}` };
      });
  }, [group, key, route.query, card, column, columns, sideOf, judgedAt]);
  const numbers = useMemo(() => sharedNumbers(group.entries), [group]);
  const isMany = group.entries.length > mostRows;
  const drawn = useMemo<readonly DrawnEntry[]>(() => {
    if (!isMany) return entries;
    const inConflict = new Set(group.conflicts.flat().map((index) => group.entries[index]));
    return numbers.slice(0, mostRows).flatMap(({ said, entries: same }) => {
      const [first] = same;
      if (!first) return [];
      const positions = new Set(
        same.map(({ documentId }) => sideOf(card(documentId)?.side ?? null)?.position ?? null),
      );
      const [position = null] = positions;
      return {
        entry: first,
        source: count(same.length, "time"),
        said,
        colour: sideColour(positions.size === 1 ? position : null),
        href: link("figures", [group.id, sharedKey(said)], route.query),
        inConflict: same.some((entry) => inConflict.has(entry)),
        isChosen: sharedKey(said) === key,
      };
    });
  }, [isMany, entries, numbers, group, key, route.query, card, sideOf]);
  const only = drawn.length === 1 ? drawn[0] : undefined;
  const draw = useCallback((width: number) => drawFigures(group, drawn, width), [group, drawn]);
  return (
    <section className="figure-group" ref={element}>
      <h2>
        <a href={link("figures", [group.id], route.query)} dir="auto">
          {group.what}
        </a>{" "}
        <small>{particulars(group).join(" · ")}</small>{" "}
        <span className="badge">{words.relations[group.relation]}</span>
        <JudgedSigns
          question="figures"
          about={group.what}
          documentIds={[...new Set(group.entries.map(({ documentId }) => documentId))]}
        />
      </h2>
      {group.sentence !== null && group.entries[0] && (
        <p className="in-words">
          “
          <bdi {...written(group.sentence)}>
            <Words text={group.sentence} />
          </bdi>
          ” (
          <small>
            <bdi>{column(card(group.entries[0].documentId)?.sourceId ?? "")?.name}</bdi>
          </small>
          )
        </p>
      )}
      {only ? (
        <p className="only">
          <a href={only.href}>{figureInWords(only.entry)}</a>
          {only.entry.attributedTo && words.tip.says(only.entry.attributedTo)}
          {words.inSource}{" "}
          <SourceName id={card(only.entry.documentId)?.sourceId ?? only.entry.documentId} />
        </p>
      ) : (
        <Picture draw={draw} label={words.picture(describe(group))} />
      )}
      {group.parts.map((check, at) => {
        const sourceId = card(check.documentId)?.sourceId ?? check.documentId;
        const side = sideOf(card(check.documentId)?.side ?? null);
        return (
          <div key={partsKey(check)} className="parts">
            {at < barsShown && (
              <PartsBar
                check={check}
                label={`${describe(group)}: ${sumInWords(check)} ${partsInWords(check)} ${column(sourceId)?.name ?? sourceId}`}
                colour={sideColour(side?.position ?? null)}
              />
            )}
            <p>
              <a href={link("figures", [group.id, partsKey(check)], route.query)}>
                {sumInWords(check)}
              </a>{" "}
              {partsInWords(check)} <SourceName id={sourceId} />
            </p>
          </div>
        );
      })}
      {isMany && (
        <p className="soft small">
          {words.many(
            formatNumber(group.entries.length),
            count(group.documents, "document"),
            numbers.length > mostRows ? formatNumber(mostRows) : null,
          )}
        </p>
      )}
      <Conflicts group={group} route={route} />
      {!only && <Table group={group} rows={entries} />}
    </section>
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** "9 + 5 + 3 = 17"; a single part is no sum: "3 of 13". */
function sumInWords({ parts, sum, whole }: PartsRow): string {
  if (parts.length === 1) return texts.shared.ofAll(formatNumber(sum), formatNumber(whole));
  return `${parts.map(formatNumber).join(" + ")} = ${formatNumber(sum)}`;
}

function partsInWords(check: PartsRow): string {
  if (check.outcome === "equal") return words.parts.equal;
  const gap = formatNumber(Math.abs(check.whole - check.sum));
  const whole = formatNumber(check.whole);
  return check.outcome === "less"
    ? words.parts.less(gap, check.parts.length > 1 ? whole : null)
    : words.parts.tooMany(whole, gap);
}

/** Every number on its own, drawn when it is opened. */
function Table({ group, rows }: { group: FigureRow; rows: readonly DrawnEntry[] }) {
  const [isOpen, setOpen] = useState(false);
  const { shown, more } = usePaged(rows, rowsListed);
  const sentences = useSentences(group, isOpen ? shown : []);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.shared.asTable}</summary>
      {isOpen && (
        <>
          <div className="scroll">
            <table className="plain">
              <thead>
                <tr>
                  <th scope="col">{texts.shared.source}</th>
                  <th scope="col">{words.columns.number}</th>
                  <th scope="col">{words.columns.whose}</th>
                  <th scope="col">{texts.shared.published}</th>
                  <th scope="col">{words.columns.inItsWords}</th>
                </tr>
              </thead>
              <tbody>
                {shown.map(({ entry, href, source }) => (
                  <tr key={href}>
                    <th scope="row">
                      <a href={href}>{source}</a>
                    </th>
                    <td>
                      {figureInWords(entry)}
                      <JudgedSigns
                        question="figures"
                        about={group.what}
                        documentIds={[entry.documentId]}
                        start={entry.start}
                      />
                    </td>
                    <td>{entry.attributedTo ?? words.ownVoice}</td>
                    <td className="published">{formatDate(entry.published)}</td>
                    <td className="in-words">{sentences(entry)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {more}
        </>
      )}
    </details>
  );
}

/** The words around each number, which come when they are shown. */
function useSentences(
  group: FigureRow,
  rows: readonly DrawnEntry[],
): (entry: FigureRowEntry) => string {
  const places = rows.map(({ entry }) => `entries/${group.entries.indexOf(entry)}`);
  const { data } = useParts<FigureEntry>("figures", group.id, places);
  const byKey = useMemo(
    () =>
      new Map(
        data?.map((entry) => [
          entryKey({ documentId: entry.documentId, start: entry.evidence[0].start }),
          `“${stretchAround(entry.sentence, entry.evidence[0], sentenceShown)}”`,
        ]),
      ),
    [data],
  );
  return (entry) => byKey.get(entryKey(entry)) ?? "";
}

/** Pairs told in a line before the rest is folded away. */
const pairsShown = 3;

/** "15 and 8, 15 and 14 cannot both hold": each pair of numbers once, whoever gives them. */
function Conflicts({ group, route }: { group: FigureRow; route: Route }) {
  const pairs = useMemo(() => conflictingNumbers(group), [group]);
  if (pairs.length === 0) return null;
  const linkTo = (entry: FigureRowEntry) => (
    <a href={link("figures", [group.id, entryKey(entry)], route.query)}>{figureInWords(entry)}</a>
  );
  const pair = ([a, b]: readonly [FigureRowEntry, FigureRowEntry]) => (
    <>
      {linkTo(a)} {texts.shared.and} {linkTo(b)}
    </>
  );
  return (
    <div className="conflicts">
      ≠{" "}
      {pairs.slice(0, pairsShown).map((one, index) => (
        <span key={pairKey(one)}>
          {index > 0 && ", "}
          {pair(one)}
        </span>
      ))}{" "}
      {words.conflict}{" "}
      {pairs.length > pairsShown && (
        <details>
          <summary>{count(pairs.length - pairsShown, "more pair")}</summary>
          <ul>
            {pairs.slice(pairsShown, pairsShown + pairsListed).map((one) => (
              <li key={pairKey(one)}>{pair(one)}</li>
            ))}
            {pairs.length > pairsShown + pairsListed && (
              <li>{words.inFile(count(pairs.length - pairsShown - pairsListed, "more pair"))}</li>
            )}
          </ul>
        </details>
      )}
    </div>
  );
}

function partsKey(check: PartsRow): string {
  return `parts:${check.documentId}@${check.start}`;
}

/** What the marks are made from, for the reasons in the drawer. */
const about = ["figures"] as const;

function Evidence({ group, mark, route }: { group: FigureRow; mark: string; route: Route }) {
  const closeTo = link("figures", [], route.query);
  const shared = {
    list: "figures",
    of: group.id,
    id: `${group.id}/${mark}`,
    reason: group.reason,
    rule: group.rule,
    about,
    closeTo,
  } as const;
  const parts = group.parts.findIndex((check) => partsKey(check) === mark);
  const check = group.parts[parts];
  if (check)
    return (
      <FoundDrawer
        {...shared}
        kicker={words.parts.kicker}
        title={words.parts.title(sumInWords(check), formatNumber(check.whole))}
        places={[`parts/${parts}/evidence`]}
      />
    );
  const placeOf = (entry: FigureRowEntry) => `entries/${group.entries.indexOf(entry)}/evidence`;
  const number = sharedNumbers(group.entries).find(({ said }) => sharedKey(said) === mark);
  if (number)
    return (
      <FoundDrawer
        {...shared}
        kicker={describe(group)}
        title={number.said}
        markOf={(passage) => figureMark(group.what, { ...passage, evidence: [passage] })}
        places={number.entries.map(placeOf)}
      >
        <p className="stance-line">{words.given(count(number.entries.length, "time"))}</p>
      </FoundDrawer>
    );
  const entry = group.entries.find((candidate) => entryKey(candidate) === mark);
  if (!entry) return null;
  return (
    <FoundDrawer
      {...shared}
      kicker={describe(group)}
      title={figureInWords(entry)}
      markOf={(passage) => figureMark(group.what, { ...passage, evidence: [passage] })}
      places={[placeOf(entry)]}
    >
      <p className="stance-line">
        {entry.attributedTo ? (
          <>
            {words.givenAs.before} <strong>{entry.attributedTo}</strong>
            {words.givenAs.after}
          </>
        ) : (
          words.givenOwn
        )}
      </p>
    </FoundDrawer>
  );
}
