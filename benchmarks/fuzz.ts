import { documentOf } from "../src/document/document-of.ts";
import { lexiconsFolder } from "../src/pipeline/root.ts";
import { built } from "./built.ts";
import { type Hostile, hostile, mixed } from "./hostile.ts";
import { cpuSeconds } from "./measure.ts";

/** Time may grow with this power of the length at most: 1 is in step, 2 is with the square. */
const powerLimit = 1.5;
/** From this length on the growth is measured, up to so many doublings, in characters. */
const from = 50_000;
const doublings = 3;
/** Shorter times are noise. */
const leastSeconds = 0.05;
/** No text may cost more than so many times what prose of its length costs. */
const costLimit = 25;
const repeats = 2;

const lexiconModule = (): Promise<typeof import("../src/lexicon/lexicon.ts")> =>
  import(built("lexicon/lexicon.js"));
const readModule = (): Promise<typeof import("../src/read/read.ts")> =>
  import(built("read/read.js"));

/** Reads hostile texts of growing length; true when none takes more than in step with its length. */
export async function benchmarkFuzz(): Promise<boolean> {
  const { loadLexicon } = await lexiconModule();
  const { createReader } = await readModule();
  const read = createReader(loadLexicon(lexiconsFolder()));
  const seconds = (text: string) => {
    const document = documentOf(text, { language: null });
    let least = Number.POSITIVE_INFINITY;
    for (let round = 0; round < repeats; round++)
      least = Math.min(
        least,
        cpuSeconds(() => void read(document)),
      );
    return least;
  };
  const longest = from * 2 ** doublings;
  const prose = fillProse(longest);
  seconds(prose);
  const plain = seconds(prose);
  const makers: Record<string, Hostile> = { ...hostile };
  for (let seed = 1; seed <= 4; seed++) makers[`mixed ${seed}`] = (length) => mixed(length, seed);
  const rows = Object.entries(makers).map(([name, make]) => {
    const times = Array.from({ length: doublings + 1 }, (_, at) => seconds(make(from * 2 ** at)));
    const last = times.at(-1) ?? 0;
    const first = times.find((time) => time >= leastSeconds) ?? last;
    const steps = times.length - 1 - times.indexOf(first);
    const power = steps > 0 ? Math.log2(last / first) / steps : 0;
    const row = { name, last, power, cost: last / plain };
    if (power > powerLimit || row.cost > costLimit) console.log(`SLOW ${told(row)}`);
    return row;
  });
  const worst = [...rows].sort((a, b) => b.cost - a.cost).slice(0, 8);
  console.log(
    `prose of ${longest.toLocaleString("en")} characters: ${plain.toFixed(2)} s CPU; ${rows.length} hostile texts of the same length, the slowest:`,
  );
  for (const row of worst) console.log(told(row));
  const slow = rows.filter(({ power, cost }) => power > powerLimit || cost > costLimit);
  console.log(
    `${slow.length} grow faster than the power ${powerLimit} of their length, or cost more than ${costLimit} times prose`,
  );
  return slow.length === 0;
}

function told(row: { name: string; last: number; power: number; cost: number }): string {
  return `${row.name.padEnd(28)} ${row.last.toFixed(2).padStart(7)} s, ${row.cost.toFixed(1).padStart(5)} times prose, grows with the power ${row.power.toFixed(2)}`;
}

function fillProse(length: number): string {
  const text =
    "The mayor of Ulm Hollow said on 4 May 2031 that 12 houses had burned, and that nobody knew why.\n" +
    "“We are waiting for the engineers,” she added. A spokesman for the board denied the claim.\n\n";
  return text.repeat(Math.ceil(length / text.length)).slice(0, length);
}
