import fc from "fast-check";
import { expect, test } from "vitest";
import { coAct } from "../coaction/co-act.ts";
import { memoryActions } from "../memory-actions.ts";
import { type Meeting, mostEdges } from "./evidence.ts";
import { findMeetings } from "./find-meetings.ts";

const window = { windowSeconds: 60, minParticipation: 1, minWeight: 1 } as const;
const act = (object: string, account: string, seconds: number) => ({
  object,
  account,
  post: `${account}-${seconds}`,
  seconds,
});

async function meetingsOf(actions: readonly ReturnType<typeof act>[], most?: number) {
  const stream = memoryActions(actions);
  const { edges } = await coAct(stream, window);
  const meetings: Meeting[] = [];
  const evidence = await findMeetings(
    stream,
    edges,
    window.windowSeconds,
    (meeting) => meetings.push(meeting),
    most,
  );
  return { edges, meetings, evidence };
}

test("an edge's meetings tell the object, both posts and both times, each side its own", async () => {
  const { meetings, evidence } = await meetingsOf([
    act("#quay", "ada", 100),
    act("#quay", "ben", 130),
    act("#quay", "ada", 7300),
    act("#quay", "ben", 7290),
    act("#mole", "ada", 130),
  ]);
  expect(
    meetings.map(({ secondsA, secondsB }) => [secondsA, secondsB]),
    "ada comes before ben",
  ).toEqual([
    [100, 130],
    [7300, 7290],
  ]);
  expect(evidence).toMatchObject({ meetings: 2, told: 2, mostPerEdge: null });
  expect(evidence.spells).toEqual([
    [
      { startSeconds: 100, endSeconds: 130, meetings: 1 },
      { startSeconds: 7290, endSeconds: 7300, meetings: 1 },
    ],
  ]);
});

test.each([
  // ada and ben meet five times, ada and cy twice: with room for 4, each pair has its first two.
  [7, 7, null],
  [6, 6, 4],
  [4, 4, 2],
  [1, 0, 0],
])(
  "of 7 meetings, with room for %d, %d are told, %j of each pair at most",
  async (most, told, mostPerEdge) => {
    const { evidence } = await meetingsOf(
      [
        ...[0, 1000, 2000, 3000, 4000].flatMap((at) => [
          act("#quay", "ada", at),
          act("#quay", "ben", at + 5),
        ]),
        ...[0, 1000].flatMap((at) => [act("#mole", "ada", at), act("#mole", "cy", at + 5)]),
      ],
      most,
    );
    expect(evidence).toMatchObject({ meetings: 7, told, mostPerEdge });
    expect(evidence.spells.flat().reduce((sum, { meetings }) => sum + meetings, 0)).toBe(7);
  },
);

test("the meetings of an edge are as many as its weight, and as far apart as its mean", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          object: fc.constantFrom("#quay", "#mole"),
          account: fc.constantFrom("ada", "ben", "cy"),
          seconds: fc.nat(400),
        }),
      ),
      async (rows) => {
        const actions = rows.map((row, at) => ({ ...row, post: `p${at}` }));
        const { edges, meetings } = await meetingsOf(actions);
        edges.forEach(({ weight, meanDeltaSeconds }, edge) => {
          const own = meetings.filter((one) => one.edge === edge);
          const apart = own.reduce((sum, one) => sum + Math.abs(one.secondsA - one.secondsB), 0);
          expect(own).toHaveLength(weight);
          expect(apart / weight).toBeCloseTo(meanDeltaSeconds, 6);
        });
      },
    ),
    { numRuns: 50 },
  );
});

test("more edges than memory holds are refused with the mend", async () => {
  const edge = { a: 0, b: 1, weight: 1, meanDeltaSeconds: 0, postsA: 1, postsB: 1 };
  const edges = Array.from({ length: mostEdges + 1 }, () => edge);
  await expect(findMeetings(memoryActions([]), edges, 60, () => {})).rejects.toThrow(
    "give a higher --min-weight",
  );
});
