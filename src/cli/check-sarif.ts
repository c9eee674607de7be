import { draftRuleIds, draftRules } from "../compare/draft/rules.ts";
import type { CheckNote, CheckResult } from "./check-schema.ts";

/** Marks that keep nothing are results of a rule of their own. */
export const markRule = "keep";

const rules = [
  ...draftRuleIds.map((id) => ({ id, says: draftRules[id].says })),
  {
    id: markRule,
    says: "A mark in the draft keeps nothing: of no known rule, without a reason, or beside no note.",
  },
];
/** What paths of the case are relative to. */
const caseRoot = "CASE";

/**
 * The notes as SARIF 2.1.0 (OASIS Standard), as code hosts and editors read it: one result for each
 * note, its passages as related locations, kept notes as suppressed. All have the level "note".
 */
export function sarifOf(result: CheckResult, version: string): object {
  const uri = uriOf(result.draft.file);
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Parallax",
            version,
            informationUri: "https://www.npmjs.com/package/parallax-press",
            rules: rules.map(({ id, says }) => ({
              id,
              shortDescription: { text: says },
              defaultConfiguration: { level: "note" },
            })),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: {
          [caseRoot]: { description: { text: "The folder of the case" } },
        },
        artifacts: [{ location: { uri } }],
        results: [
          ...result.notes.map((note) => noted(note, uri)),
          ...result.kept.map(({ keptBecause, ...note }) => ({
            ...noted(note, uri),
            suppressions: [{ kind: "inSource", justification: keptBecause }],
          })),
          ...result.marks.flatMap(({ rule, problem, line, column }) =>
            problem === null
              ? []
              : [
                  {
                    ...ruled(markRule),
                    message: { text: `keep ${rule}: ${problem}` },
                    locations: [located(uri, { startLine: line, startColumn: column })],
                  },
                ],
          ),
        ],
      },
    ],
  };
}

type Region = Readonly<Record<string, unknown>>;

function noted({ id, rule, place, reason, subject, passages }: CheckNote, uri: string): object {
  const region = place && {
    startLine: place.line,
    startColumn: place.column,
    endLine: place.endLine,
    endColumn: place.endColumn,
    snippet: { text: place.text },
  };
  return {
    ...ruled(rule),
    message: { text: place ? reason : `${subject}: ${reason}` },
    locations: [located(uri, region)],
    relatedLocations: passages.map(({ file, line, column, text, source, role }, at) => ({
      id: at + 1,
      ...located(
        uriOf(file),
        { startLine: line, startColumn: column, snippet: { text } },
        caseRoot,
      ),
      message: { text: `${source} ${role}: “${text.replace(/\s+/g, " ")}”` },
    })),
    partialFingerprints: { "parallax/v1": id },
  };
}

function ruled(id: string): object {
  return { ruleId: id, ruleIndex: rules.findIndex((rule) => rule.id === id), level: "note" };
}

function located(uri: string, region: Region | null, uriBaseId?: string): object {
  const artifactLocation = { uri, ...(uriBaseId ? { uriBaseId } : {}) };
  return { physicalLocation: { artifactLocation, ...(region ? { region } : {}) } };
}

/** A path as a URI reference; each of its parts escaped. */
function uriOf(path: string): string {
  return path.replaceAll("\\", "/").split("/").map(encodeURIComponent).join("/");
}
