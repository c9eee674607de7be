import { describe, expect, test } from "vitest";
import { weirDeps, weirJudgements } from "../../tests/fixtures/deps.ts";
import { findings } from "../../tests/fixtures/weir.ts";
import { cellMark } from "../document/judgement.ts";
import { createApp } from "./app.ts";
import type { ClaimRow, ClaimsBeside, JudgementsPage, Page } from "./types.ts";

const courier = "delta-courier/flood.html";
const claim = findings.claims.find(({ cells }) =>
  cells.some((one) => one.documentId === courier && one.stance === "asserts"),
);
const cell = claim?.cells.find(({ documentId }) => documentId === courier);
if (!claim || !cell) throw new Error("the fixture lacks the claim");
const mark = cellMark(claim.statement, cell);

function served() {
  const app = createApp({ ...weirDeps, judgements: weirJudgements() });
  const headers = { host: "127.0.0.1:4177" };
  return {
    get: async <T>(path: string) =>
      (await (await app.request(`/api/${path}`, { headers })).json()) as T,
    post: (path: string, body: unknown, token = weirDeps.token) =>
      app.request(`/api/${path}`, {
        method: "POST",
        headers: { ...headers, "content-type": "application/json", "x-parallax-token": token },
        body: JSON.stringify(body),
      }),
  };
}

const rejecting = { act: "reject", author: "Ada", note: null, mark };

describe("judging over HTTP", () => {
  test("a judgement is listed with its anchor, and undone", async () => {
    const { get, post } = served();
    const answer = await post("judgements", rejecting);
    expect(answer.status).toBe(201);
    const { id } = (await answer.json()) as { id: string };
    const page = await get<JudgementsPage>("judgements");
    expect(page).toMatchObject({
      total: 1,
      author: "Ada",
      next: null,
    });
    expect(page.judgements[0]).toMatchObject({ act: "reject", state: "placed", says: "asserts" });
    expect(page.judgements[0]?.anchor?.exact).toBe(cell.passages[0]?.text);
    expect((await post("judgements/undo", { id, author: "Ada" })).status).toBe(201);
    expect((await get<JudgementsPage>("judgements")).total).toBe(0);
    expect((await post("judgements/undo", { id, author: "Ada" })).status).toBe(404);
  });

  test("as found nothing changes; as reviewed the cell is left out", async () => {
    const { get, post } = served();
    await post("judgements", rejecting);
    const documentsIn = async (as: string) => {
      const { rows } = await get<Page<ClaimRow>>(`findings/claims?as=${as}`);
      return rows.find(({ id }) => id === claim.id)?.documents;
    };
    expect(await documentsIn("found")).toBe(claim.documents);
    expect(await documentsIn("reviewed")).toBe(claim.documents - 1);
    for (const list of ["figures", "wording", "silence"])
      expect(await get(`findings/${list}?as=reviewed`)).toEqual(await get(`findings/${list}`));
  });

  test("where people differ nothing is left out", async () => {
    const { get, post } = served();
    await post("judgements", rejecting);
    await post("judgements", { ...rejecting, act: "confirm", author: "Ben" });
    expect(await get("findings/claims?as=reviewed")).toEqual(await get("findings/claims"));
  });

  test.each([
    ["no such mark", { ...rejecting, mark: { ...mark, start: 1 } }, 404],
    ["no name", { ...rejecting, author: " " }, 400],
    ["an empty note", { ...rejecting, act: "note", note: " " }, 400],
    ["an unknown act", { ...rejecting, act: "approve" }, 400],
  ])("%s is refused", async (_name, body, status) => {
    const { post } = served();
    expect((await post("judgements", body)).status).toBe(status);
  });

  test("nothing is judged without the token", async () => {
    const { post } = served();
    expect((await post("judgements", rejecting, "other")).status).toBe(403);
  });
});

test("a document's claims come with what others say, and the way to the next", async () => {
  const { get } = served();
  const { claims, total, next } = await get<ClaimsBeside>(
    `document/claims?id=${encodeURIComponent(courier)}`,
  );
  expect([claims.length, next]).toEqual([total, null]);
  const own = claims.find(({ id }) => id === claim.id);
  expect(own?.passages[0]).toEqual({ start: cell.passages[0]?.start, end: cell.passages[0]?.end });
  expect(own?.others.length).toBeGreaterThan(0);
  expect(own?.others.every(({ documentId }) => documentId !== courier)).toBe(true);
  expect(own?.next?.documentId).not.toBe(courier);
});
