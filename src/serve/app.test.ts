import { describe, expect, test } from "vitest";
import { weirDeps } from "../../tests/fixtures/deps.ts";
import { weirSpread } from "../../tests/fixtures/posts.ts";
import { documents, findings } from "../../tests/fixtures/weir.ts";
import { createApp } from "./app.ts";
import type { List } from "./lists/list.ts";
import { lists } from "./lists/lists.ts";
import { longestStatement } from "./routes/ask.ts";
import type {
  CarriedClaim,
  Cell,
  ClaimRow,
  ClaimView,
  DocumentView,
  Failure,
  KeptReport,
  Overview,
  Page,
} from "./types.ts";

const app = createApp(weirDeps);
const home = "http://127.0.0.1:4177";

/** `app.request` sends no Host header; a browser always does. */
function get(path: string, headers: Record<string, string> = {}) {
  return app.request(`${home}${path}`, { headers: { host: "127.0.0.1:4177", ...headers } });
}

function ask(body: string, headers: Record<string, string> = {}) {
  return app.request(`${home}/api/ask`, {
    method: "POST",
    body,
    headers: {
      host: "127.0.0.1:4177",
      origin: home,
      "content-type": "application/json",
      "x-parallax-token": weirDeps.token,
      ...headers,
    },
  });
}

describe("answers", () => {
  test("the case, sides by name", async () => {
    const overview = (await (await get("/api/case")).json()) as Overview;
    expect(overview.title).toBe("The Tessen Weir release");
    expect(overview.sides.map((side) => side.id)).toEqual(["delta", "upland"]);
    expect(overview.counts).toMatchObject({ documents: 7, sources: 6, conflictingFigures: 1 });
  });

  test("answers are packed for whoever takes them so", async () => {
    const answer = await get("/api/case", { "accept-encoding": "gzip" });
    expect(answer.headers.get("content-encoding")).toBe("gzip");
  });

  test.each([
    "claims",
    "figures",
    "wording",
    "silence",
    "sourcing",
    "origins",
    "timeline",
    "contrasts",
    "chains",
    "sides",
    "anonymous",
    "citations",
  ] as const)("the rows of %s come page by page, each by its id", async (list) => {
    const page = (await (await get(`/api/findings/${list}?count=1`)).json()) as Page<unknown>;
    expect(page).toMatchObject({ from: 0, rows: [expect.anything()] });
    const [first] = lists[list].items(findings);
    const id = encodeURIComponent((lists[list] as List<unknown, unknown>).idOf(first));
    const one = await get(`/api/findings/${list}/one?id=${id}`);
    expect(one.status).toBe(200);
    expect(Object.keys((await one.json()) as object)).not.toContain("evidence");
  });

  test("a list within a finding", async () => {
    const [group] = findings.figures;
    const answer = await get(`/api/findings/figures/part?id=${group?.id}&at=entries/0/evidence`);
    const { rows } = (await answer.json()) as Page<unknown>;
    expect(rows).toEqual(group?.entries[0]?.evidence);
  });

  test("the documents of the case, page by page", async () => {
    const page = (await (await get("/api/documents?from=2&count=3")).json()) as Page<unknown>;
    expect(page).toMatchObject({ found: 7, from: 2, next: 5 });
    expect(page.rows).toHaveLength(3);
  });

  test("a claim and what its documents do with it, and one that is asked", async () => {
    const view = (await (await get("/api/claim?id=siren")).json()) as ClaimView;
    expect(view).toMatchObject({ id: "siren", documents: 3 });
    const cells = (await (await get("/api/claim/cells?id=siren")).json()) as Page<Cell>;
    expect(cells.rows.every(({ stance }) => stance !== "silent")).toBe(true);
    const growers = await get("/api/claim/cells?id=siren&source=growers");
    expect(((await growers.json()) as Page<Cell>).rows[0]).toMatchObject({ stance: "silent" });
    const asked = await get("/api/claim?id=asked&ask=The%20siren%20sounded.");
    expect(await asked.json()).toMatchObject({ origin: "asked" });
  });

  test("a document by its id, with slashes", async () => {
    const view = (await (
      await get(`/api/document?id=${encodeURIComponent("delta-courier/flood.html")}`)
    ).json()) as DocumentView;
    expect(view.text).toBe(documents[0]?.text);
    expect(view.readings.attributions).toHaveLength(3);
  });

  test("a statement that is asked", async () => {
    const claim = (await (await ask('{"statement": "The siren sounded."}')).json()) as ClaimRow;
    expect(claim).toMatchObject({ origin: "asked", statement: "The siren sounded." });
    expect(claim.codes).toHaveLength(6);
  });

  test("the workbench at /", async () => {
    const page = await get("/");
    expect(page.headers.get("content-type")).toContain("text/html");
  });

  test("the page alone is told the token of this start", async () => {
    const bytes = new TextEncoder().encode('<meta name="parallax-token" content="" />');
    const whole = createApp({ ...weirDeps, asset: async () => ({ bytes, type: "text/html" }) });
    const local = { headers: { host: "localhost" } };
    expect(await (await whole.request("/", local)).text()).toContain(`"${weirDeps.token}"`);
    expect(await (await whole.request("/main.js", local)).text()).not.toContain(weirDeps.token);
  });
});

test.each([
  ["/api/document", 400, "no document named"],
  ["/api/document?id=gone.txt", 404, "no such document: gone.txt"],
  ["/api/documents", 400, "invalid stretch of documents"],
  ["/api/findings/claims?from=-1", 400, "invalid question about findings"],
  ["/api/findings/claims?since=2031-02-30", 400, "invalid question about findings"],
  ["/api/findings/nothing", 404, "no such list of findings"],
  ["/api/findings/constructor", 404, "no such list of findings"],
  ["/api/findings/claims/one", 400, "invalid question about findings"],
  ["/api/findings/claims/one?id=gone", 404, "no such finding: gone"],
  ["/api/findings/claims/part?id=siren&at=gone", 404, "no such finding: siren, gone"],
  ["/api/claim?id=gone", 404, "no such finding: gone"],
  ["/api/claim/cells?id=gone", 404, "no such finding: gone"],
  ["/api/other", 404, "no such address: /api/other"],
  ["/gone.js", 404, "no such page: /gone.js"],
  ["/..%2fpackage.json", 404, "no such page"],
])("%s fails with %i and says why", async (path, status, message) => {
  const answer = await get(path);
  expect(answer.status).toBe(status);
  const failure = (await answer.json()) as Failure;
  expect(failure.message).toContain(message);
  expect(failure.mend).not.toBe("");
});

test.each([
  ["not JSON", "{", 400],
  ["no statement", "{}", 400],
  ["an empty statement", '{"statement": "  "}', 400],
  ["too long", JSON.stringify({ statement: "a".repeat(longestStatement + 1) }), 400],
  ["far too long", JSON.stringify({ statement: "a".repeat(100_000) }), 413],
])("ask refuses %s", async (_name, body, status) => {
  const answer = await ask(body);
  expect(answer.status).toBe(status);
  expect(await answer.json()).toHaveProperty("mend");
});

describe("only this machine, only this page", () => {
  test.each([
    ["127.0.0.1:4177", 200],
    ["localhost:9", 200],
    ["[::1]:4177", 200],
    ["evil.example", 403],
    ["127.0.0.1.evil.example", 403],
    ["localhost.evil.example:4177", 403],
    ["", 403],
  ])("host %s gives %i", async (host, status) => {
    expect((await get("/api/case", { host })).status).toBe(status);
  });

  test.each([
    [{ origin: "http://127.0.0.1:4177" }, 200],
    [{ origin: "http://evil.example" }, 403],
    [{ origin: "http://127.0.0.1:9999" }, 403],
    [{ origin: "null" }, 403],
    [{ "sec-fetch-site": "cross-site" }, 403],
    [{ "x-parallax-token": "" }, 403],
    [{ "x-parallax-token": "of the start before" }, 403],
    [{ "content-type": "text/plain" }, 400],
  ])("asking with %j gives %i", async (headers, status) => {
    expect((await ask('{"statement": "x"}', headers as Record<string, string>)).status).toBe(
      status,
    );
  });

  test("nothing may be loaded from elsewhere", async () => {
    const policy = (await get("/")).headers.get("content-security-policy") ?? "";
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(policy).not.toMatch(/https?:|\*/);
    expect(policy).toMatch(/script-src 'self';/);
  });
});

describe("being analysed again", () => {
  test("how far it is, and of which run the answers are", async () => {
    const answer = await get("/api/run");
    expect(await answer.json()).toEqual({ run: 1, running: null, failure: null, done: null });
    expect((await get("/api/case")).headers.get("x-parallax-run")).toBe("1");
  });

  test("is asked for with the token of this start", async () => {
    let asked = 0;
    const live = { ...weirDeps.live, again: () => asked++ };
    const asking = createApp({ ...weirDeps, live });
    const post = (token: string) =>
      asking.request(`${home}/api/run`, {
        method: "POST",
        headers: { host: "127.0.0.1:4177", "x-parallax-token": token },
      });
    expect((await post("of the start before")).status).toBe(403);
    expect(asked).toBe(0);
    expect((await post(weirDeps.token)).status).toBe(202);
    expect(asked).toBe(1);
  });
});

test("a failing dependency is a message, not a stack", async () => {
  const broken = createApp({
    ...weirDeps,
    overview: () => Promise.reject(new Error("the case is closed")),
  });
  const answer = await broken.request(`${home}/api/case`, { headers: { host: "localhost" } });
  expect(answer.status).toBe(500);
  expect(await answer.json()).toMatchObject({ message: "the case is closed" });
});

describe("posts", () => {
  const tooShort = new RangeError(
    "invalid window: 5 seconds, where all times are whole minutes (give 60 or more)",
  );
  const withPosts = createApp({
    ...weirDeps,
    spread: {
      ...weirSpread,
      answer: async ({ windowSeconds }) => {
        if (windowSeconds < 60) throw tooShort;
        throw new Error("the test asks for no answer");
      },
      edge: async () => null,
    },
  });
  const local = { headers: { host: "127.0.0.1:4177" } };

  test.each([
    ["/api/spread?on=hashtag&window=5", 400, "give 60 or more"],
    ["/api/spread?on=hashtags&window=60", 400, "give on=hashtag|url|"],
    ["/api/spread?on=hashtag&window=0", 400, "from 1 to 86400"],
    ["/api/spread?on=hashtag&window=1e3", 400, "from 1 to 86400"],
    ["/api/spread?on=hashtag", 400, "window=SECONDS"],
    ["/api/spread/edge?on=hashtag&window=60&a=ann", 400, "window=SECONDS"],
    ["/api/spread/edge?on=hashtag&window=60&a=ann&b=bo", 404, "from the list of a group"],
    ["/api/spread/edge?on=hashtag&window=60&a=ann&b=bo&from=-1", 400, "window=SECONDS"],
    ["/api/spread/group?on=hashtag&window=60&number=9", 404, "from the list of groups"],
    ["/api/spread/group?on=hashtag&window=60&number=one", 400, "window=SECONDS"],
    ["/api/spread/account?on=hashtag&window=60&account=nobody", 404, "from the picture"],
  ])("%s: %i", async (path, status, mend) => {
    const response = await withPosts.request(path, local);
    expect(response.status).toBe(status);
    expect(((await response.json()) as { mend: string }).mend).toContain(mend);
  });

  test.each([
    ["/api/spread/group?on=hashtag&window=60&number=1", { memberCount: 6 }],
    ["/api/spread/account?on=hashtag&window=60&account=tessen_rowers", { edgeCount: 5 }],
    ["/api/spread/picture?on=hashtag&window=60", { nodeCount: 8 }],
    ["/api/spread/sweep?on=hashtag&window=60", { windows: [10, 30, 60, 300, 900, 3600] }],
    ["/api/spread/against?on=hashtag&window=60", { counter: null }],
    ["/api/spread/against?on=hashtag&window=60&a=open&b=shut", { counter: { both: 3 } }],
  ])("%s", async (path, expected) => {
    const response = await withPosts.request(path, local);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject(expected);
  });

  test("a case without posts says so", async () => {
    const without = createApp({ ...weirDeps, spread: null });
    const response = await without.request("/api/spread?on=hashtag&window=60", local);
    expect(response.status).toBe(404);
  });
});

describe("the user's report", () => {
  const call = (path: string, method: string, body: unknown) =>
    app.request(`${home}/api/report${path}`, {
      method,
      body: JSON.stringify(body),
      headers: {
        ...{ host: "127.0.0.1:4177", origin: home, "content-type": "application/json" },
        "x-parallax-token": weirDeps.token,
      },
    });

  test("takes what stands at an address, is reordered and kept, and refuses an old state", async () => {
    expect((await call("/items", "POST", { address: "#/" })).status).toBe(404);
    const added = (await (
      await call("/items", "POST", { address: "#/claims/c1" })
    ).json()) as KeptReport;
    expect(added.chosen.items).toHaveLength(1);
    const chosen = { ...added.chosen, title: "The weir" };
    expect((await call("", "PUT", { chosen, revision: "old" })).status).toBe(409);
    expect((await call("", "PUT", { chosen, revision: added.revision })).status).toBe(200);
    const kept = (await (await get("/api/report")).json()) as KeptReport;
    expect(kept.chosen.title).toBe("The weir");
  });

  test("what is too long is named", async () => {
    const chosen = { title: "a".repeat(301), introduction: "", as: "found", items: [] };
    const answer = await call("", "PUT", { chosen, revision: "0" });
    expect(answer.status).toBe(400);
    expect(((await answer.json()) as Failure).message).toContain("chosen.title");
  });

  test("comes as a file", async () => {
    const file = await get("/api/report/file");
    expect(file.headers.get("content-disposition")).toContain("report.html");
    expect(await file.text()).toContain("<h1>");
  });
});

describe("who carried a claim", () => {
  test("its counts, and its posts page by page", async () => {
    const first = (await (await get("/api/claims/posts?id=no-warning")).json()) as CarriedClaim;
    expect(first).toMatchObject({ claimId: "no-warning", from: 0, totals: { posts: 120 } });
    expect(first.posts).toHaveLength(50);
    const last = await get("/api/claims/posts?id=no-warning&from=100");
    expect(((await last.json()) as CarriedClaim).posts).toHaveLength(20);
  });

  test.each([
    ["/api/claims/posts?id=nothing", 404],
    ["/api/claims/posts", 400],
    ["/api/claims/posts?id=no-warning&from=-1", 400],
  ])("%s is answered with %d", async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});
