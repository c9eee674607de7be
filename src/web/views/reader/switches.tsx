import { count } from "../../parts/numbers.ts";
import { go } from "../../parts/route.ts";
import { texts } from "../../texts.ts";
import { type Kind, kinds, type Mark } from "./marks.ts";
import type { LinkTo } from "./reading.ts";

const words = texts.reader;

/** Switches the kinds of marks on and off; what is off stands in the address. */
export function Switches(props: {
  marks: readonly Mark[];
  hidden: ReadonlySet<string>;
  linkTo: LinkTo;
}) {
  const { marks, hidden, linkTo } = props;
  const toggle = (kind: Kind) => {
    const next = new Set([...hidden].filter((value) => value !== ""));
    if (!next.delete(kind)) next.add(kind);
    go(linkTo({ hide: [...next].join(",") }));
  };
  return (
    <fieldset className="switches">
      <legend>{words.marks}</legend>
      {(Object.entries(kinds) as [Kind, string][]).map(([kind, name]) => {
        const n = marks.filter((mark) => mark.kind === kind).length;
        return (
          <label key={kind} className={n === 0 ? "soft" : undefined}>
            <input type="checkbox" checked={!hidden.has(kind)} onChange={() => toggle(kind)} />
            <span className={kind === "attributions" ? "content-mark" : `${kind}-mark`}>
              {name}
            </span>
            <small>{n}</small>
          </label>
        );
      })}
      <p className="key">
        <span className="source-mark">{words.key.who}</span>{" "}
        <span className="cue-mark">{words.key.says}</span>{" "}
        <span className="content-mark">{words.key.what}</span>
      </p>
    </fieldset>
  );
}

/** Marks in the jump list before the rest is behind a button. */
const jumpsShown = 300;

/** All marks that are shown, in the order of the text. */
export function JumpList(props: {
  marks: readonly Mark[];
  text: string;
  at: { readonly start: number; readonly end: number } | null;
  linkTo: LinkTo;
}) {
  const { marks, text, at, linkTo } = props;
  const atKey = at ? `${at.start}-${at.end}` : "";
  return (
    <details className="jumps">
      <summary>{count(marks.length, "mark")}</summary>
      <ol>
        {marks.slice(0, jumpsShown).map((mark) => {
          const key = `${mark.start}-${mark.end}`;
          return (
            <li key={`${mark.kind}${key}${mark.rule}`}>
              <a href={linkTo({ at: key })} aria-current={key === atKey || undefined}>
                {text.slice(mark.start, Math.min(mark.end, mark.start + 70))}
                <small> {kinds[mark.kind]}</small>
              </a>
            </li>
          );
        })}
      </ol>
      {marks.length > jumpsShown && (
        <p className="soft small">{words.firstMarks(jumpsShown, marks.length)}</p>
      )}
    </details>
  );
}
