import { useCallback, useMemo, useState } from "react";
import { expectedByChance } from "../../../document/odds-in-words.ts";
import type { RowOf } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import { FoundDrawer } from "../../parts/found.tsx";
import { NotJudged } from "../../parts/judgements.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { Picture } from "../../parts/plot.tsx";
import { useReveal } from "../../parts/reveal.ts";
import { link, type Route } from "../../parts/route.ts";
import { type Group, sideColour } from "../../parts/sides.ts";
import { texts } from "../../texts.ts";
import { linesOfWord } from "./concordance.tsx";
import { oddsInWords } from "./odds.ts";
import { type DrawnWord, drawWords } from "./picture.ts";

const told = texts.wording.contrasts;

type Contrast = RowOf<"contrasts">;
type ContrastWord = Contrast["words"][number];

/** Words of each side that are drawn before it is asked for all. */
const wordsDrawn = 8;

/** For each pair of sides the words that one of them uses more, drawn and as a table. */
export function Contrasts({ contrasts, route }: { contrasts: readonly Contrast[]; route: Route }) {
  const standing = contrasts.filter(({ words }) => words.length > 0);
  const chosen = contrasts.find(({ id }) => id === route.path[0]);
  const word = chosen?.words.find((one) => one.word === route.path[1]);
  if (contrasts.length === 0) return null;
  return (
    <section className="contrasts" aria-label={told.heading}>
      <h2>{told.heading}</h2>
      <p className="soft">{told.about}</p>
      <NotJudged>{texts.evidence.judging.notJudged.contrasts}</NotJudged>
      {standing.map((contrast) => (
        <Words key={contrast.id} contrast={contrast} route={route} />
      ))}
      {standing.length < contrasts.length && <Nothing contrasts={contrasts} />}
      {chosen && word && <WordEvidence contrast={chosen} word={word} route={route} />}
    </section>
  );
}

/** The side's group; a side's colour is that of its place among the sides. */
function useSides(contrast: Contrast): {
  readonly groupOf: (side: string) => Pick<Group, "shortName" | "position">;
  readonly isTurned: boolean;
} {
  const { groups } = useCase();
  const groupOf = (side: string) =>
    groups.find(({ id }) => id === side) ?? { shortName: side, position: null };
  const [a, b] = contrast.sides.map((side) => groupOf(side).position ?? 0);
  return { groupOf, isTurned: (a ?? 0) > (b ?? 0) };
}

function Words({ contrast, route }: { contrast: Contrast; route: Route }) {
  const [isAll, setAll] = useState(false);
  const { groupOf, isTurned } = useSides(contrast);
  const element = useReveal<HTMLElement>(route.path[0] === contrast.id);
  const [, chosen] = route.path;
  const order = isTurned ? [1, 0] : [0, 1];
  const shown = useMemo(() => {
    const of = (sign: 1 | -1) => contrast.words.filter((word) => word.logOdds * sign > 0);
    const sides = isTurned ? [of(-1), of(1)] : [of(1), of(-1)];
    return sides.flatMap((words) =>
      isAll ? words : words.filter((word, at) => at < wordsDrawn || word.word === chosen),
    );
  }, [contrast, isTurned, isAll, chosen]);
  const sideOf = (word: ContrastWord) => groupOf(contrast.sides[word.logOdds > 0 ? 0 : 1]);
  const drawn: DrawnWord[] = shown.map((word) => ({
    word,
    side: sideOf(word).shortName,
    colour: sideColour(sideOf(word).position),
    href: link("wording", [contrast.id, word.word], route.query),
    isChosen: route.path[0] === contrast.id && word.word === chosen,
  }));
  const key = JSON.stringify(drawn);
  const draw = useCallback((width: number) => drawWords(drawn, isTurned, width), [key, isTurned]);
  return (
    <section className="contrast" ref={element} aria-label={told.voices[contrast.voice]}>
      <h3>{told.voices[contrast.voice]}</h3>
      <p className="ends">
        {order.map((at) => {
          const total = contrast.totals[at] as Contrast["totals"][number];
          const { shortName, position } = groupOf(total.side);
          return (
            <span key={total.side} style={{ "--side": sideColour(position) }}>
              <b dir="auto">{shortName}</b>
              <small>
                {count(total.words, "word")}, {count(total.documents, "document")},{" "}
                {count(total.sources, "source")}
              </small>
            </span>
          );
        })}
      </p>
      <Picture draw={draw} label={told.picture(told.voices[contrast.voice])} />
      {drawn.length < contrast.words.length && (
        <p className="paging">
          <span>
            {told.drawn(formatNumber(drawn.length), count(contrast.words.length, "word"))}
          </span>
          <button type="button" onClick={() => setAll(true)}>
            {texts.shared.showAll}
          </button>
        </p>
      )}
      <p className="soft small">
        {told.tested(
          contrast.tested,
          count(contrast.tested, "word"),
          formatNumber(expectedByChance(contrast.tested)),
        )}
      </p>
      <Table contrast={contrast} order={order} drawn={drawn} groupOf={groupOf} />
    </section>
  );
}

/** The same in words and numbers, drawn when it is opened. */
function Table({
  contrast,
  order,
  drawn,
  groupOf,
}: {
  contrast: Contrast;
  order: readonly number[];
  drawn: readonly DrawnWord[];
  groupOf: (side: string) => Pick<Group, "shortName">;
}) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{texts.shared.asTable}</summary>
      {isOpen && (
        <div className="scroll">
          <table className="words">
            <thead>
              <tr>
                <th scope="col">{told.word}</th>
                {order.map((at) => (
                  <th key={at} scope="col">
                    <bdi>{groupOf(contrast.sides[at] ?? "").shortName}</bdi>
                  </th>
                ))}
                <th scope="col">{told.moreIn}</th>
                <th scope="col">{told.byHowMuch}</th>
              </tr>
            </thead>
            <tbody>
              {drawn.map(({ word, side, href }) => (
                <tr key={word.word}>
                  <th scope="row">
                    <a href={href}>{word.word}</a>
                    {word.forms.length > 1 && <small> {word.forms.slice(1).join(", ")}</small>}
                  </th>
                  {order.map((at) => {
                    const use = word.uses[at];
                    return (
                      <td key={at}>
                        {use && (
                          <>
                            <a
                              href={link("wording", [contrast.id, word.word, linesOfWord], {
                                side: contrast.sides[at],
                              })}
                            >
                              {formatNumber(use.count)}
                            </a>{" "}
                            <small>
                              {told.inDocuments(
                                count(use.documents, "document"),
                                count(use.sources, "source"),
                              )}
                            </small>
                          </>
                        )}
                      </td>
                    );
                  })}
                  <td>{side}</td>
                  <td>{oddsInWords(word)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}

/** Where nothing stands apart, that is said: it is an answer too. */
function Nothing({ contrasts }: { contrasts: readonly Contrast[] }) {
  const { groups } = useCase();
  const nameOf = (side: string) => groups.find(({ id }) => id === side)?.shortName ?? side;
  return (
    <ul className="soft small nothing">
      {contrasts
        .filter(({ words }) => words.length === 0)
        .map(({ id, sides, voice, tested }) => (
          <li key={id}>
            {sides.map(nameOf).join(told.and)}, {told.voices[voice].toLowerCase()}:{" "}
            {told.nothing(count(tested, "word"))}
          </li>
        ))}
    </ul>
  );
}

function WordEvidence({
  contrast,
  word,
  route,
}: {
  contrast: Contrast;
  word: ContrastWord;
  route: Route;
}) {
  const { groupOf } = useSides(contrast);
  return (
    <FoundDrawer
      list="contrasts"
      of={contrast.id}
      places={word.uses.map((_, at) => `words/${contrast.words.indexOf(word)}/uses/${at}/evidence`)}
      id={`${contrast.id}/${word.word}`}
      kicker={told.voices[contrast.voice]}
      title={`“${word.word}”`}
      rule={contrast.rule}
      reason={told.reason(oddsInWords(word))}
      closeTo={link("wording", [], route.query)}
    >
      {contrast.sides.map((side, at) => {
        const use = word.uses[at];
        const total = contrast.totals[at];
        return (
          use &&
          total && (
            <p key={side} className="stance-line">
              <strong dir="auto">{groupOf(side).shortName}</strong>{" "}
              {told.uses({
                times: count(use.count, "time"),
                words: count(total.words, "word"),
                documents: formatNumber(use.documents),
                allDocuments: count(total.documents, "document"),
                sources: formatNumber(use.sources),
                allSources: count(total.sources, "source"),
              })}
            </p>
          )
        );
      })}
      <p>
        <a href={link("wording", [contrast.id, word.word, linesOfWord], { q: route.query.q })}>
          {texts.wording.concordance.linesOf(count(word.uses[0].count + word.uses[1].count, "use"))}
        </a>
      </p>
      {word.forms.length > 1 && <p className="soft small">{told.forms(word.forms.join(", "))}</p>}
    </FoundDrawer>
  );
}
