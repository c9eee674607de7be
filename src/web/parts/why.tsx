import type { Explanation } from "../../serve/types.ts";
import { texts } from "../texts.ts";
import { Sentence } from "./sentence.tsx";
import { surenessInWords } from "./why.ts";

const words = texts.why;

/** Why a reading was made: in words, with the words it saw, and its rule for whoever opens it. */
export function Why({ why, text }: { why: Explanation; text: string }) {
  const { because, cues, rule, says, model, score01, parameters } = why;
  return (
    <section className="reading-why" aria-label={words.label(rule)}>
      <p>
        <b>{words.why}</b> <Sentence>{because}</Sentence>
      </p>
      {model && (
        <p className="soft">
          {words.model} {model}
          {score01 !== undefined && <>, {surenessInWords(score01)}</>}.
        </p>
      )}
      {cues.length > 0 && (
        <ul className="cue-list" aria-label={words.cues}>
          {cues.map(({ start, end, role }) => (
            <li key={`${start}-${end}-${role}`}>
              <bdi className="cue">{shortened(text.slice(start, end))}</bdi> <small>{role}</small>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>
          {texts.shared.rule} <span className="code">{rule}</span>
        </summary>
        {says !== "" && <p>{says}</p>}
        {parameters && (
          <dl className="origin">
            {Object.entries(parameters).map(([name, value]) => (
              <Parameter key={name} name={name} value={value} />
            ))}
          </dl>
        )}
      </details>
    </section>
  );
}

function Parameter({ name, value }: { name: string; value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** Longer cues are cut in the middle: the passage above shows them whole. */
const longestCue = 48;

function shortened(cue: string): string {
  const plain = cue.replace(/\s+/g, " ").trim();
  return plain.length <= longestCue
    ? plain
    : `${plain.slice(0, longestCue / 2).trimEnd()} … ${plain.slice(-longestCue / 3).trimStart()}`;
}
