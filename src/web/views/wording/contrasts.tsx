import { useCallback, useMemo, useState } from "react";
import { expectedByChance, oddsInWords } from "../../../document/odds-in-words.ts";
import type { RowOf } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import { FoundDrawer } from "../../parts/found.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { Picture } from "../../parts/plot.tsx";
import { useReveal } from "../../parts/reveal.ts";
import { link, type Route } from "../../parts/route.ts";
import { type Group, sideColour } from "../../parts/sides.ts";
import { type DrawnWord, drawWords } from "./picture.ts";

type Contrast = RowOf<"contrasts">;
type ContrastWord = Contrast["words"][number];

/** Words of each side that are drawn before it is asked for all. */
const wordsDrawn = 8;

/** For each pair of sides the words that one of them uses more, drawn and as a table. */
export function Contrasts({ contrasts, route }: { contrasts: readonly Contrast[]; route: Route }) {
  const told = contrasts.filter(({ words }) => words.length > 0);
  const chosen = contrasts.find(({ id }) => id === route.path[0]);
  const word = chosen?.words.find((one) => one.word === route.path[1]);
  if (contrasts.length === 0) return null;
  return (
    <section className="contrasts" aria-label="Words that one side uses more">
      <h2>Words that one side uses more</h2>
      <p className="soft">
        Names, numbers and small words are left out. A word can stand here for its topic: who writes
        more of a thing uses its words more. The larger the dot, the more uses; the longer the bar,
        the less is known.
      </p>
      {told.map((contrast) => (
        <Words key={contrast.id} contrast={contrast} route={route} />
      ))}
      {told.length < contrasts.length && <Nothing contrasts={contrasts} />}
      {chosen && word && <WordEvidence contrast={chosen} word={word} route={route} />}
    </section>
  );
}

const voices: Readonly<Record<Contrast["voice"], string>> = {
  own: "In their own voice",
  others: "In what they quote or report",
};

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
    <section className="contrast" ref={element} aria-label={voices[contrast.voice]}>
      <h3>{voices[contrast.voice]}</h3>
      <p className="ends">
        {order.map((at) => {
          const total = contrast.totals[at] as Contrast["totals"][number];
          const { shortName, position } = groupOf(total.side);
          return (
            <span key={total.side} style={{ "--side": sideColour(position) }}>
              <b>{shortName}</b>
              <small>
                {count(total.words, "word")}, {count(total.documents, "document")},{" "}
                {count(total.sources, "source")}
              </small>
            </span>
          );
        })}
      </p>
      <Picture draw={draw} label={`${voices[contrast.voice]}: words that one side uses more`} />
      {drawn.length < contrast.words.length && (
        <p className="paging">
          <span>
            {formatNumber(drawn.length)} of {count(contrast.words.length, "word")} drawn
          </span>
          <button type="button" onClick={() => setAll(true)}>
            Show all
          </button>
        </p>
      )}
      <p className="soft small">
        {count(contrast.tested, "word")} {contrast.tested === 1 ? "was" : "were"} used often and
        widely enough to be looked at; about {formatNumber(expectedByChance(contrast.tested))} of so
        many would stand here by chance alone.
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
      <summary>As a table</summary>
      {isOpen && (
        <div className="scroll">
          <table className="words">
            <thead>
              <tr>
                <th scope="col">Word</th>
                {order.map((at) => (
                  <th key={at} scope="col">
                    {groupOf(contrast.sides[at] ?? "").shortName}
                  </th>
                ))}
                <th scope="col">More in</th>
                <th scope="col">By how much</th>
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
                            {formatNumber(use.count)}{" "}
                            <small>
                              in {count(use.documents, "document")} of{" "}
                              {count(use.sources, "source")}
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
            {sides.map(nameOf).join(" and ")}, {voices[voice].toLowerCase()}: of{" "}
            {count(tested, "word")} looked at, none stands apart from chance.
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
      kicker={voices[contrast.voice]}
      title={`“${word.word}”`}
      rule={contrast.rule}
      reason={`${oddsInWords(word)}: log-odds ratio with a prior from the whole case, 95 % interval widened where few documents hold most uses.`}
      closeTo={link("wording", [], route.query)}
    >
      {contrast.sides.map((side, at) => {
        const use = word.uses[at];
        const total = contrast.totals[at];
        return (
          use &&
          total && (
            <p key={side} className="stance-line">
              <strong>{groupOf(side).shortName}</strong> {count(use.count, "time")} in{" "}
              {count(total.words, "word")}, in {formatNumber(use.documents)} of{" "}
              {count(total.documents, "document")} and {formatNumber(use.sources)} of{" "}
              {count(total.sources, "source")}.
            </p>
          )
        );
      })}
      {word.forms.length > 1 && <p className="soft small">As {word.forms.join(", ")}.</p>}
    </FoundDrawer>
  );
}
