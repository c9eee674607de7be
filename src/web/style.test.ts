import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

const style = readFileSync(new URL("style.css", import.meta.url), "utf8");
const pairs = [...style.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)];
const colours = new Map(
  pairs.map(([, name = "", light = "", dark = ""]) => [name, { light, dark }]),
);

/** WCAG 2.2, 1.4.3 for text and 1.4.11 for signs. */
test.each([
  ["ink", "paper", 4.5],
  ["ink", "mark", 4.5],
  ["soft", "paper", 4.5],
  ["soft", "wash", 4.5],
  ["soft", "mark", 4.5],
  ["link", "paper", 4.5],
  ["link", "mark", 4.5],
  ["focus", "paper", 3],
  ["side-0", "paper", 3],
  ["side-1", "paper", 3],
  ["side-2", "paper", 3],
  ["side-3", "paper", 3],
  ["side-4", "paper", 3],
  ["side-5", "paper", 3],
  ["side-none", "paper", 3],
] as const)("%s on %s stands out at least %f times, light and dark", (front, back, least) => {
  for (const mode of ["light", "dark"] as const) {
    const both = [front, back].map((name) => luminance(colours.get(name)?.[mode] ?? ""));
    const contrast = (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05);
    expect(contrast, mode).toBeGreaterThanOrEqual(least);
  }
});

/** Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
