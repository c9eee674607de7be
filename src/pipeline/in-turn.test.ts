import { expect, test } from "vitest";
import { inTurn, lastOf } from "./in-turn.ts";

test("works are done one after the other, also after one that fails", async () => {
  const turn = inTurn();
  const told: string[] = [];
  const work = (name: string) => async () => {
    told.push(`${name} begins`);
    await Promise.resolve();
    told.push(`${name} ends`);
    if (name === "a") throw new Error("a fails");
  };
  await Promise.allSettled([turn(work("a")), turn(work("b"))]);
  expect(told).toEqual(["a begins", "a ends", "b begins", "b ends"]);
});

test("the last values are kept; the oldest is let go before another takes its place", async () => {
  const told: string[] = [];
  const keep = lastOf<string>(2, async (value) => void told.push(`${value} goes`));
  const make = (name: string) => async () => {
    told.push(`${name} comes`);
    return name;
  };
  for (const name of ["a", "b", "a", "c"]) await keep(name, make(name));
  expect(told).toEqual(["a comes", "b comes", "b goes", "c comes"]);
});

test("what failed is not kept, and stops no other", async () => {
  const keep = lastOf<string>(1);
  const failing = keep("a", () => Promise.reject(new Error("a fails")));
  const next = keep("b", async () => "b");
  await expect(failing).rejects.toThrow("a fails");
  expect(await next).toBe("b");
  expect(await keep("a", async () => "a again")).toBe("a again");
});

test("two who ask for one value at once get one", async () => {
  const keep = lastOf<object>(1);
  const make = async () => ({});
  expect(await keep("a", make)).toBe(await keep("a", make));
});
