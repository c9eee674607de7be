import { join } from "node:path";
import { indexPassages } from "../../src/compare/claims/passages.ts";
import { readTermsWith } from "../../src/compare/claims/statement.ts";
import { findEvents } from "../../src/compare/events/find-events.ts";
import { memoryInput } from "../../src/compare/input.ts";
import { documentOf } from "../../src/document/document-of.ts";
import { readSet } from "../compressed.ts";
import type { Evaluation, Miss } from "../measure.ts";
import { sharedReader } from "../reading.ts";
import { noCase, seedCard } from "../seed-case.ts";
import { bCubed, pairs } from "./score.ts";

type Incident = {
  readonly incident: string;
  readonly docs: readonly { id: string; title: string; dct: string; text: string }[];
};

const file = join("data", "figures", "gva-dev.jsonl.gz");

/** Only the head of a page is the report; long pages of the set hold whole archives. */
const longestText = 6000;

/** Reports of 1,706 incidents in one heap: which tell of the same one? */
export const evaluation: Evaluation = {
  name: "event-clusters",
  needs: [file],
  worst: "In the order of time.",
  kinds: {
    joined: "two incidents of the register stand in one event.",
    apart: "one incident stands in several events.",
  },
  async run(shared) {
    const reader = sharedReader();
    const gold = new Map<string, string>();
    const titles = new Map<string, string>();
    const documents = readSet<Incident>(shared, file).flatMap(({ incident, docs }) =>
      docs.map(({ id, title, dct, text }) => {
        gold.set(id, incident);
        titles.set(id, `${dct} ${title}`);
        const document = documentOf(`${title}\n${text.slice(0, longestText)}`, {
          id,
          published: dct,
        });
        const readings = reader(document);
        return { card: seedCard(document, readings), text: document.text, readings };
      }),
    );
    const input = memoryInput(noCase, documents);
    const events = await findEvents(input, await indexPassages(input, readTermsWith(reader)));
    const found = new Map(events.flatMap(({ id, documents: ids }) => ids.map((one) => [one, id])));
    const misses: Miss[] = [];
    for (const { documents: ids } of events) {
      const incidents = new Set(ids.map((id) => gold.get(id)));
      if (incidents.size > 1)
        misses.push({
          kind: "joined",
          place: ids[0] ?? "",
          detail: ids.map((id) => `${gold.get(id)}: ${titles.get(id)}`).join("\n"),
        });
    }
    const incidents = new Map<string, string[]>();
    for (const [id, incident] of gold)
      incidents.set(incident, [...(incidents.get(incident) ?? []), id]);
    for (const [incident, ids] of incidents) {
      if (new Set(ids.map((id) => found.get(id))).size > 1)
        misses.push({
          kind: "apart",
          place: incident,
          detail: ids.map((id) => `${found.get(id)}: ${titles.get(id)}`).join("\n"),
        });
    }
    return {
      metrics: [
        { name: "B3", ...bCubed(gold, found), target: 0.93 },
        { name: "pairs", ...pairs(gold, found), target: 0.8 },
      ],
      misses,
    };
  },
};
