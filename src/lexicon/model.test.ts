import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { type Chain, readChains, writeChains } from "./chain.ts";
import { loadAttributionModel } from "./model.ts";

const folder = mkdtempSync(join(tmpdir(), "parallax-models-"));
afterAll(() => rmSync(folder, { recursive: true }));

const chain: Chain = {
  labels: 2,
  unit: 0.5,
  weights: Int8Array.from([1, -2, 127, -127]),
  transitions: Int32Array.from([0, 1, 2, 3, 4, 5]),
};

test("chains come back from bytes as they were", () => {
  const read = readChains(writeChains({ cues: chain, roles: chain }));
  expect([...(read?.keys() ?? [])]).toEqual(["cues", "roles"]);
  expect([...(read?.get("roles")?.weights ?? [])]).toEqual([...chain.weights]);
  expect(read?.get("cues")).toMatchObject({ labels: 2, unit: 0.5, transitions: chain.transitions });
});

test.each([
  ["cut short", (bytes: Uint8Array) => bytes.slice(0, -1)],
  ["too long", (bytes: Uint8Array) => Uint8Array.from([...bytes, 0])],
  ["something else", () => new TextEncoder().encode("not weights\n")],
  ["empty", () => new Uint8Array()],
])("bytes that are %s are no chains", (_, spoil) => {
  expect(readChains(spoil(writeChains({ cues: chain })))).toBeNull();
});

test("where no weights are, there is no model", () => {
  expect(loadAttributionModel(folder, "xx")).toBeNull();
});

test("a file without weights is named, with the mend", () => {
  writeFileSync(join(folder, "attribution-en.bin"), "[]\n");
  expect(() => loadAttributionModel(folder, "en")).toThrow(/npm run train -- attribution/);
});
