import type { Findings, Question } from "../../compare/findings.ts";
import { type AnalyzedCase, findingsOf } from "../../pipeline/analyze.ts";
import { jsonLines } from "../../report/json.ts";
import { carriedOf, withPosts } from "../carried.ts";
import { askedCase, withCase } from "../case.ts";
import { exitCodes, type Io, type Run } from "../command.ts";
import { carriedLines } from "../format/carried.ts";
import { claimText } from "../format/claims.ts";
import { figureText } from "../format/figures.ts";
import { originText } from "../format/origins.ts";
import { silenceText } from "../format/silence.ts";
import { sourcingText } from "../format/sourcing.ts";
import { eventText } from "../format/timeline.ts";
import { wordingTexts } from "../format/wording.ts";

/** `parallax claims PATH [--json]`, and so for every question. */
export function questionCommand(question: Question): Run {
  return (input, io) =>
    withCase(askedCase(input), io, async (analyzed) => {
      if (input.values.json) {
        const found = await findingsOf(analyzed.store, question);
        const carried = question === "claims" ? await carriedOf(analyzed, io) : null;
        const answer = {
          [question]: carried ? withPosts(found as Findings["claims"], carried) : found,
        };
        const findings = answer as Pick<Findings, typeof question>;
        for (const line of jsonLines(findings, question, analyzed.documents)) io.out(`${line}\n`);
      } else {
        const texts = await paragraphs[question](analyzed, io);
        if (texts.length === 0) io.err(`nothing was found for ${question}\n`);
        else io.out(`${texts.join("\n\n")}\n`);
      }
      return exitCodes.ok;
    });
}

type Paragraphs = (analyzed: AnalyzedCase, io: Io) => Promise<string[]>;

const paragraphs: Readonly<Record<Question, Paragraphs>> = {
  claims: async (analyzed, io) => {
    const { store, documents } = analyzed;
    const carried = await carriedOf(analyzed, io);
    return (await findingsOf(store, "claims")).map((claim) =>
      [claimText(claim, documents), ...carriedLines(carried?.get(claim.id))].join("\n"),
    );
  },
  figures: async ({ store, documents }) =>
    (await findingsOf(store, "figures")).map((group) => figureText(group, documents)),
  wording: async (analyzed) =>
    wordingTexts(await findingsOf(analyzed.store, "wording"), analyzed.case),
  silence: async (analyzed) =>
    (await findingsOf(analyzed.store, "silence")).map((row) => silenceText(row, analyzed.case)),
  sourcing: async (analyzed) =>
    sourcingText(await findingsOf(analyzed.store, "sourcing"), analyzed.case),
  origins: async ({ store, documents }) =>
    (await findingsOf(store, "origins")).map((text) => originText(text, documents)),
  timeline: async ({ store, documents }) =>
    (await findingsOf(store, "timeline")).map((event) => eventText(event, documents)),
};
