import { draftRules } from "../compare/draft/rules.ts";
import type { Rules } from "../read/explanation.ts";
import { type Explained, rules } from "../read/rules.ts";

/** What the readings of each kind are called in the method, and where their room is. */
const rooms: { readonly [K in Explained]: readonly [name: string, room: string] } = {
  attributions: ["Attributions", "attribution"],
  figures: ["Figures", "figures"],
  dates: ["Dates", "dates"],
  mentions: ["Names", "names"],
  references: ["References", "references"],
  wording: ["Wording", "wording"],
  scareQuotes: ["Scare quotes", "quotes"],
  voices: ["Voices", "voices"],
  noise: ["Not part of the text", "noise"],
};

/** docs/rules.md: every rule that makes a reading, with its sentence and its example. */
export function rulesPaper(): string {
  const kinds = Object.keys(rooms) as Explained[];
  const sections = kinds.map((kind) => {
    const [name, room] = rooms[kind];
    return `## ${name}

The method: [reading ${room}](method.md#reading-${room}). The code: [\`src/read/${room}\`](../src/read/${room}).

| rule | makes a reading of this kind from | example |
| --- | --- | --- |
${rows(rules[kind])}`;
  });
  return `# Rules

Every reading names the rule that made it, and says why: in the workbench under each passage, with
\`parallax read FILE --why\`, and in \`parallax read FILE --json\`. This is the list of all rules. It is
written by \`npm run docs\` from \`src/read/*/rules.ts\` and \`src/compare/draft/rules.ts\`; a test reads every example with its rule, and
fails when a text is read by a rule that is not listed here.

${sections.join("\n\n")}

## Notes on a draft

The method: [a draft](method.md#draft). The code: [\`src/compare/draft\`](../src/compare/draft). The example is the
draft's sentence; that it is noted depends on the case.

| rule | makes a note from | example |
| --- | --- | --- |
${rows(draftRules)}
`;
}

function rows(list: Rules): string {
  return Object.entries(list)
    .map(([id, { says, example }]) => `| \`${id}\` | ${cell(says)} | ${shown(example)} |`)
    .join("\n");
}

/** Lines are parted by a sign, so that a text of several lines fits into a row. */
function shown(example: string): string {
  return example === "" ? "" : `\`${cell(example.trim().replace(/\n+/g, " ⏎ "))}\``;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
