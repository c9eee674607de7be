import { expect, test } from "vitest";
import { binsIn } from "./strip.tsx";

const hour = 3600;
/** Three days in bins of twelve hours, from 3 May 2031 at noon. */
const overTime = {
  startSeconds: Date.UTC(2031, 4, 3, 12) / 1000,
  binSeconds: 12 * hour,
  all: [1, 1, 1, 1, 1, 1],
};

test.each([
  [{ from: "2031-05-04", to: "2031-05-04" }, [1, 3]],
  [{ from: "2031-05-03", to: "2031-05-03" }, [0, 1]],
  [{ from: null, to: "2031-05-04" }, [0, 3]],
  [{ from: "2031-05-05", to: null }, [3, 6]],
  [{ from: "2031-06-01", to: "2031-06-02" }, [6, 6]],
  [{ from: "2030-06-01", to: "2030-06-02" }, [0, 0]],
  [null, [0, 6]],
])("of the days %j are the bins %j", (stretch, bins) => {
  expect(binsIn(stretch, overTime)).toEqual(bins);
});
