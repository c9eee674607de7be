import type { Cell, Claim } from "../../src/compare/claims/claims.ts";
import type { FigureEntry } from "../../src/compare/figures/figures.ts";
import { dateMark } from "../../src/compare/judgements/review-timeline.ts";
import type { Copy, ReusedText } from "../../src/compare/origins/origins.ts";
import type { SilenceRow } from "../../src/compare/silence/silence.ts";
import type { EventEntry } from "../../src/compare/timeline/timeline.ts";
import {
  cellMark,
  copyMark,
  figureMark,
  type MarkName,
  readingMark,
  type Verdict,
} from "../../src/document/judgement.ts";
import type { Attribution } from "../../src/read/attribution/attribution.ts";
import type { DocumentView, KeptReport, MostCarried, Page } from "../../src/serve/types.ts";

type Row = { readonly id: string };

/**
 * Puts a report together on a served case with something of every view in it, and judges some of what
 * it shows: in each way, of each kind of mark.
 */
export async function putFullReport(address: string): Promise<void> {
  const page = await (await fetch(address)).text();
  const token = /name="parallax-token" content="([^"]+)"/.exec(page)?.[1] ?? "";
  const get = async <T>(path: string, query: Record<string, string> = {}): Promise<T> =>
    (await (await fetch(`${address}/api/${path}?${new URLSearchParams(query)}`)).json()) as T;
  const send = async (method: "POST" | "PUT", path: string, body: unknown) => {
    const headers = { "content-type": "application/json", "x-parallax-token": token };
    const init = { method, headers, body: JSON.stringify(body) };
    const answer = await fetch(`${address}/api/${path}`, init);
    if (!answer.ok) throw new Error(`${path} ${init.body}: ${await answer.text()}`);
    return answer.json();
  };
  const rows = async <T extends Row>(list: string, query: Record<string, string> = {}) =>
    (await get<Page<T>>(`findings/${list}`, { count: "200", ...query })).rows;
  const part = async <T>(list: string, id: string, at: string) =>
    (await get<Page<T>>(`findings/${list}/part`, { id, at, count: "200" })).rows;
  const judge = (act: Verdict, mark: MarkName, note: string | null = null) =>
    send("POST", "judgements", { act, author: "Ada Quill", note, mark });

  const claims = await rows<Row & Pick<Claim, "statement" | "contested">>("claims", {
    sort: "contested",
  });
  const claim = first(claims.filter(({ contested }) => contested));
  const cells = (await part<Cell>("claims", claim.id, "cells")).filter(
    ({ stance }) => stance !== "silent" && stance !== "unknown",
  );
  await judge(
    "reject",
    cellMark(claim.statement, first(cells)),
    "It is the ministry that says so.",
  );
  await judge("confirm", cellMark(claim.statement, first(cells.slice(1))));

  const figure = first(await rows<Row & { what: string }>("figures", { only: "conflict" }));
  const numbers = await part<FigureEntry>("figures", figure.id, "entries");
  await judge("reject", figureMark(figure.what, first(numbers)), "Passengers, not all aboard.");

  const text = first(await rows<ReusedText>("origins"));
  const copies = await part<Copy>("origins", text.id, "copies");
  await judge("reject", copyMark(text.documentId, first(copies)), "Both quote one statement.");

  const silences = await rows<Row & Pick<SilenceRow, "statement">>("silence");
  const silence = first(silences);
  const [absence] = await part<SilenceRow["absences"][number]>("silence", silence.id, "absences");
  await judge(
    "reject",
    cellMark(silence.statement, { documentId: absence?.documentIds[0] ?? "", passages: [] }),
    "Its second page has it.",
  );

  const event = first(
    (await rows<Row & { entries: readonly EventEntry[] }>("timeline")).filter(
      ({ entries }) => entries.length > 1,
    ),
  );
  const tellings = await part<EventEntry>("timeline", event.id, "entries");
  await judge("note", dateMark(first(tellings)), "Local time.");

  const view = await get<DocumentView>("document", { id: text.documentId });
  const attribution = first<Attribution>(view.readings.attributions);
  await judge("reject", readingMark("attributions", text.documentId, attribution));

  const spans = readingMark("attributions", text.documentId, attribution);
  const wording = first(await rows("wording"));
  const tags = await get<MostCarried>("reach/most", { on: "hashtag", q: "" });
  const at = `${spans.start}-${spans.end}`;
  const addresses = [
    `#/claims/${claim.id}`,
    `#/figures/${figure.id}`,
    `#/wording/${wording.id}`,
    `#/silence/${silence.id}`,
    "#/sourcing",
    `#/origins/${text.id}`,
    `#/timeline/${event.id}`,
    "#/spread/1",
    `#/reach/hashtag/${tags.objects[0]?.object ?? ""}`,
    "#/pile-ons/1",
    `#/reader/${encodeURIComponent(text.documentId)}?at=${at}`,
  ];
  for (const item of addresses) await send("POST", "report/items", { address: item });
  const { chosen, revision } = await get<KeptReport>("report");
  await send("PUT", "report", {
    revision,
    chosen: {
      ...chosen,
      title: "What the two shores say of the collision",
      introduction:
        "For our lawyers: what each side published in the first two weeks, and on whose word.\n\nChecked passage by passage.",
      items: chosen.items.map((item, nth) => ({
        ...item,
        note: nth === 0 ? "The only claim that both ministries contest in their own voice." : "",
      })),
    },
  });
}

function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error("the case has none such");
  return one;
}
