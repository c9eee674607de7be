import { useMemo } from "react";
import type { ShownPileOn } from "../../../serve/types.ts";
import { NumberHeads } from "../../parts/heads.tsx";
import { languageName } from "../../parts/languages.ts";
import { count, fixed, formatNumber, percent } from "../../parts/numbers.ts";
import { usePaged } from "../../parts/paging.tsx";
import { Picture } from "../../parts/plot.tsx";
import { useReveal } from "../../parts/reveal.ts";
import { apart, instant } from "../../parts/times.ts";
import { texts } from "../../texts.ts";
import { drawHours, kindColours } from "./picture.ts";

const words = texts.pileOns;
const kinds = ["reply", "quote", "mention"] as const;
const daySeconds = 86_400;

/** One pile-on: hour by hour, who took part as a whole, what they wrote, and the post it is about. */
export function PileOnSection({ pileOn, isChosen }: { pileOn: ShownPileOn; isChosen: boolean }) {
  const element = useReveal<HTMLElement>(isChosen && pileOn.target);
  const { target, onsetSeconds, endSeconds } = pileOn;
  return (
    <article className="pile-on" ref={element} aria-label={target}>
      <h2>{target}</h2>
      <p className="soft">
        {words.span(instant(onsetSeconds), instant(endSeconds), apart(endSeconds - onsetSeconds))}
      </p>
      <Hours pileOn={pileOn} />
      <div className="told">
        <Senders pileOn={pileOn} />
        <Answered pileOn={pileOn} />
      </div>
      <Texts pileOn={pileOn} />
    </article>
  );
}

function Hours({ pileOn }: { pileOn: ShownPileOn }) {
  const draw = useMemo(() => drawHours(pileOn), [pileOn]);
  const { shown, more } = usePaged(pileOn.hourly, 48);
  const { usualPosts, baselineHours, p } = pileOn;
  return (
    <section>
      <h3>{words.overTime}</h3>
      <ul className="legend">
        {kinds
          .filter((kind) => pileOn.kinds[kind] > 0)
          .map((kind) => (
            <li key={kind}>
              <svg className="swatch" viewBox="0 0 10 10" aria-hidden="true">
                <rect width="10" height="10" fill={kindColours[kind]} />
              </svg>
              {words.kinds[kind]}: {formatNumber(pileOn.kinds[kind])}
            </li>
          ))}
      </ul>
      <Picture draw={draw} label={words.overTimeOf} />
      <p className="soft small">
        {words.usual(
          fixed(usualPosts, usualPosts < 10 ? 1 : 0),
          formatNumber(Math.max(1, Math.round((baselineHours * 3600) / daySeconds))),
        )}{" "}
        {words.chance(p < 1e-12 ? words.hardlyAny : p.toExponential(0))}
      </p>
      <details>
        <summary>{words.asTable}</summary>
        <div className="scroll">
          <table className="plain hours">
            <thead>
              <tr>
                <th scope="col">{words.hour}</th>
                {kinds.map((kind) => (
                  <th key={kind} scope="col" className="number">
                    {words.kinds[kind]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.map((hour) => (
                <tr key={hour.startSeconds}>
                  <th scope="row">{instant(hour.startSeconds)}</th>
                  {kinds.map((kind) => (
                    <td key={kind} className="number">
                      {formatNumber(hour[kind])}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {more}
      </details>
    </section>
  );
}

function Senders({ pileOn }: { pileOn: ShownPileOn }) {
  const { senders, firstTimers, lately, languages, years } = pileOn;
  return (
    <section>
      <h3>{words.whoSent}</h3>
      <ul className="facts-list">
        <li>{count(senders, "account")}</li>
        <li>{words.first(formatNumber(firstTimers), share(firstTimers, senders))}</li>
        <li>
          {lately.told === 0
            ? words.latelyUnknown
            : words.lately(formatNumber(lately.senders), formatNumber(lately.told), lately.days)}
        </li>
      </ul>
      <Counts name={words.language} counts={languages} of={senders} word={languageName} />
      {years.some(({ of }) => of !== null) && (
        <Counts name={words.year} counts={years} of={senders} word={(year) => year} />
      )}
    </section>
  );
}

/** How many senders of each, most first, as a bar and a number. */
function Counts({
  name,
  counts,
  of,
  word,
}: {
  name: string;
  counts: ShownPileOn["languages"];
  of: number;
  word: (told: string) => string;
}) {
  const sorted = useMemo(() => [...counts].sort((a, b) => b.senders - a.senders), [counts]);
  const { shown, more } = usePaged(sorted, 8);
  return (
    <>
      <table className="plain shares">
        <thead>
          <tr>
            <th scope="col">{name}</th>
            <th scope="col" className="number">
              {words.textsHead[1]}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.of ?? ""}>
              <th scope="row">{one.of === null ? words.unknown : word(one.of)}</th>
              <td className="number">{formatNumber(one.senders)}</td>
              <td className="bar">
                <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(100 * one.senders) / Math.max(1, of)} height="8" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </>
  );
}

/** `de` → German; a code that is no language's stays as it is. */
function Texts({ pileOn: { texts: common, textCount } }: { pileOn: ShownPileOn }) {
  return (
    <section>
      <h3>{words.commonTexts}</h3>
      {common.length === 0 ? (
        <p className="soft">{words.noTexts}</p>
      ) : (
        <div className="scroll">
          <table className="plain common">
            <NumberHeads names={words.textsHead} />
            <tbody>
              {common.map((text) => (
                <tr key={text.words}>
                  <th scope="row" className="words" dir="auto">
                    {text.words}
                  </th>
                  <td className="number">{formatNumber(text.senders)}</td>
                  <td className="number">{formatNumber(text.sendersOfSame)}</td>
                  <td className="number">{formatNumber(text.posts)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {textCount > common.length && (
        <p className="soft">
          {words.textsMore(formatNumber(common.length), formatNumber(textCount))}
        </p>
      )}
    </section>
  );
}

/** Still there, gone, or unknown; and whether it was taken back, which no export tells. */
function Answered({ pileOn }: { pileOn: ShownPileOn }) {
  const { answered, interactions, onsetSeconds } = pileOn;
  const fromOnset = (seconds: number) =>
    `${apart(seconds - onsetSeconds)} ${seconds <= onsetSeconds ? words.before : words.after}`;
  return (
    <section>
      <h3>{words.post}</h3>
      {answered === null ? (
        <p>{words.noAnswered}</p>
      ) : (
        <>
          <p>
            {words.answers(count(answered.by, "post"), share(answered.by, interactions))}{" "}
            {answered.seconds !== null && words.written(fromOnset(answered.seconds))}
            {answered.url !== null && (
              <>
                {" "}
                <a href={answered.url} rel="noreferrer">
                  {words.whereItIs}
                </a>
              </>
            )}
          </p>
          <p className="state">
            {answered.gone === null
              ? answered.inExport
                ? words.there
                : words.notThere
              : answered.gone.seconds === null
                ? words.gone[answered.gone.how]
                : words.gone.deletedAt(fromOnset(answered.gone.seconds))}
          </p>
          <p className="soft">{words.takenBack(count(answered.followUps, "post"))}</p>
        </>
      )}
    </section>
  );
}

function share(part: number, whole: number): string {
  return percent(part / Math.max(1, whole));
}
