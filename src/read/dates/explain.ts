import { formatDate } from "../../document/in-words.ts";
import { type Because, type Cue, type Setting, sentences, words } from "../explanation.ts";
import type { DateMention } from "./dates.ts";

/** Why words are a date, and from what a relative one was reckoned. */
export function explainDate(date: DateMention, { text }: Setting): Because {
  const { start, end, edtf, kind, anchor } = date;
  const cues: Cue[] = [{ start, end, role: "date" }];
  if (anchor?.at) cues.push({ ...anchor.at, role: "reckoned from" });
  const written = words(text, date);
  return {
    because: sentences(
      anchor
        ? `${written} is ${formatDate(edtf)}, reckoned from ${
            anchor.at
              ? `${words(text, anchor.at)}, told elsewhere in the text`
              : "the day of publication"
          }: ${formatDate(anchor.edtf)}.`
        : kind === "absolute"
          ? `${written} says the date itself: ${formatDate(edtf)}.`
          : `${written} is ${formatDate(edtf)}.`,
      edtf.startsWith("XXXX") && "Nothing tells its year.",
    ),
    cues,
    parameters: { EDTF: edtf },
  };
}
