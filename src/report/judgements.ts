import type { DocumentCard } from "../document/case.ts";
import { type AnnotationBody, webAnnotation } from "../document/citation.ts";
import type { PlacedJudgement } from "../document/judgement.ts";
import { csvRow } from "./csv.ts";

const columns = [
  "at",
  "author",
  "act",
  "note",
  "question",
  "about",
  "says",
  "rule",
  "document",
  "quote",
  "state",
  "start",
  "end",
  "id",
] as const;

/** One row per judgement, with what was judged and where it stands now. */
export function judgementsCsv(judgements: readonly PlacedJudgement[]): string {
  const rows = judgements.map((one) =>
    csvRow([
      one.at,
      one.author,
      one.act,
      one.note,
      one.question,
      one.about,
      one.says,
      one.rule,
      one.place?.documentId ?? one.documentId,
      one.anchor?.exact ?? null,
      one.state,
      one.place?.start ?? null,
      one.place?.end ?? null,
      one.id,
    ]),
  );
  return [csvRow([...columns]), ...rows].join("");
}

/** The judgements as Web Annotations, in a collection of one page (JSON-LD). */
export function judgementsAnnotations(
  judgements: readonly PlacedJudgement[],
  documents: readonly DocumentCard[],
  stored: ReadonlyMap<string, { readonly url: string | null; readonly sha256: string }>,
): string {
  const cards = new Map(documents.map((card) => [card.id, card]));
  const items = judgements.map((one) => {
    const documentId = one.place?.documentId ?? one.documentId;
    const card = cards.get(documentId);
    const start = one.place?.start ?? one.anchor?.start ?? 0;
    const end = one.place?.end;
    return webAnnotation(
      {
        url: stored.get(documentId)?.url ?? null,
        file: card?.file ?? documentId,
        title: card?.title ?? null,
        language: card?.language ?? null,
        // A position is one in the text that the hash names.
        sha256: (one.place && stored.get(documentId)?.sha256) ?? one.sha256,
        anchor:
          one.anchor === null
            ? null
            : { ...one.anchor, start, ...(end === undefined ? {} : { end }) },
      },
      { id: one.id, created: one.at, creator: one.author, bodies: bodiesOf(one) },
    );
  });
  const collection = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "AnnotationCollection",
    total: items.length,
    first: { type: "AnnotationPage", startIndex: 0, items },
  };
  return `${JSON.stringify(collection, null, 2)}\n`;
}

function bodiesOf({ act, note, question, about, says }: PlacedJudgement): AnnotationBody[] {
  const mark = `${question}: ${about}${says === "" ? "" : ` (${says})`}`;
  const noted: AnnotationBody[] = note === null ? [] : [{ value: note, purpose: "commenting" }];
  return act === "note"
    ? [...noted, { value: mark, purpose: "describing" }]
    : [{ value: `${act}: ${mark}`, purpose: "assessing" }, ...noted];
}
