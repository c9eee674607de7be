import { describe, expect, test } from "vitest";
import { weirUnmasking } from "../../tests/fixtures/carried.ts";
import { weirDeps } from "../../tests/fixtures/deps.ts";
import { createApp } from "./app.ts";

const home = "http://127.0.0.1:4177";
const host = { host: "127.0.0.1:4177" };
const appWith = (more: Partial<typeof weirDeps> = {}) =>
  createApp({ ...weirDeps, unmasking: weirUnmasking(), ...more });
const get = (path: string, app = appWith()) => app.request(`${home}${path}`, { headers: host });

describe("reach", () => {
  test.each([
    ["#OpenTheGates", "openthegates"],
    ["openthegates", "openthegates"],
  ])("of %s", async (written, object) => {
    const query = new URLSearchParams({
      on: "hashtag",
      object: written,
      least: "5000",
      within: "60",
    });
    const answer = await get(`/api/reach?${query}`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      question: { on: "hashtag", object, leastFollowers: 5000, withinSeconds: 60 },
      reach: { object },
    });
  });

  test.each([
    ["/api/reach?on=hashtag&object=nothing&least=5000&within=60", 404],
    ["/api/reach?on=url&object=no%20address&least=5000&within=60", 404],
    ["/api/reach?on=colour&object=red&least=5000&within=60", 400],
    ["/api/reach?on=hashtag&object=a&least=-1&within=60", 400],
    ["/api/reach?on=hashtag&object=a&least=5000", 400],
    [`/api/reach?on=text&object=${"a".repeat(5000)}&least=1&within=1`, 400],
    ["/api/reach/most?on=hashtag", 400],
  ])("%s is answered with %i", async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  test("what most accounts carried, of what holds the words", async () => {
    const answer = await get("/api/reach/most?on=hashtag&q=%23weir");
    expect(await answer.json()).toMatchObject({ objects: [{ object: "tessenweir" }], count: 1 });
  });
});

describe("pile-ons", () => {
  test("the list, and one of it, masked or with consent", async () => {
    const all = await (await get("/api/pile-ons?least=10&consent=")).json();
    expect(all).toMatchObject({ pileOns: [{ target: "account-111111111111" }], pileOnCount: 1 });
    const one = await get("/api/pile-ons/one?least=10&consent=,gate_keeper&number=1");
    expect(await one.json()).toMatchObject({ target: "gate_keeper", consent: true });
  });

  test("times that are whole days are refused with what to do", async () => {
    const app = appWith({
      pileOns: {
        answer: async () => {
          throw new RangeError("all times are whole days (give times of day)");
        },
        one: async () => null,
      },
    });
    const answer = await get("/api/pile-ons?least=10&consent=", app);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toEqual({
      message: "all times are whole days",
      mend: "give times of day",
    });
  });

  test.each([
    ["/api/pile-ons?least=1&consent=", 400],
    ["/api/pile-ons?least=10", 400],
    ["/api/pile-ons/one?least=10&consent=&number=2", 404],
    ["/api/pile-ons/one?least=10&consent=&number=x", 400],
  ])("%s is answered with %i", async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });
});

describe("un-masking", () => {
  const post = (app: ReturnType<typeof appWith>, body: unknown, token = weirDeps.token) =>
    app.request(`${home}/api/unmask`, {
      method: "POST",
      headers: { ...host, "content-type": "application/json", "x-parallax-token": token },
      body: JSON.stringify(body),
    });
  const account = "account-000000000000";
  const reason = "to ask her what she saw";

  test("needs a reason, and is logged", async () => {
    const app = appWith();
    expect((await post(app, { account })).status).toBe(400);
    expect((await post(app, { account, reason: "because  " })).status).toBe(400);
    expect(await (await get("/api/unmask", app)).json()).toEqual([]);
    const done = await post(app, { account, reason });
    expect(await done.json()).toMatchObject({
      outcome: "unmasked",
      unmasking: { account: "marl_walker" },
    });
    expect(await (await get("/api/unmask", app)).json()).toMatchObject([{ reason }]);
  });

  test("of nobody known, or without the token of this start, does nothing", async () => {
    const app = appWith();
    expect((await post(app, { account: "account-999999999999", reason })).status).toBe(404);
    expect((await post(app, { account, reason }, "another")).status).toBe(403);
    expect(await (await get("/api/unmask", app)).json()).toEqual([]);
  });
});

test.each([
  "/api/reach?on=hashtag&object=a&least=5000&within=60",
  "/api/reach/most?on=hashtag&q=",
  "/api/pile-ons?least=10&consent=",
  "/api/pile-ons/one?least=10&consent=&number=1",
])("a case without posts says so: %s", async (path) => {
  const app = appWith({ reach: null, pileOns: null, unmasking: null });
  const answer = await get(path, app);
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ message: "this case holds no posts" });
});
