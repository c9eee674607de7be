import { expect, test } from "vitest";
import { createPlaces } from "./place.ts";

const { ofFile, ofUrl } = createPlaces({
  sources: {
    "marl-times": { name: "The Marl Times", hosts: ["marltimes.example"] },
    "marl-times-sunday": { name: "Marl Times on Sunday" },
    board: { name: "The Canal Board", hosts: ["canal.example", "board.canal.example"] },
    letters: { files: ["post/*"], hosts: ["letters.canal.example"] },
  },
});

test.each([
  ["marl-times/gate.html", "marl-times"],
  ["The Marl Times/gate.html", "marl-times"],
  ["Marl_Times/2031/06/gate.html", "marl-times"],
  ["www.marltimes.example/2031/gate.html", "marl-times"],
  ["board/marl-times.txt", "board"],
  ["all/marl-times/board-meets.txt", "marl-times"],
  ["marl-times_2031-06-03.html", "marl-times"],
  ["marl-times.txt", "marl-times"],
  ["marl-times-sunday-1.txt", "marl-times-sunday"],
  ["canal.example.html", "board"],
  ["boarding-house.txt", undefined],
  ["on-the-board.txt", undefined],
  ["letters/1.txt", undefined],
  ["constructor/1.txt", undefined],
])("a file %s is of %s", (file, source) => {
  expect(ofFile(file)).toBe(source);
});

test.each([
  ["https://marltimes.example/gate", "marl-times"],
  ["https://www.marltimes.example/gate", "marl-times"],
  ["https://canal.example/", "board"],
  ["https://letters.canal.example/7", "letters"],
  ["https://notmarltimes.example/", undefined],
  ["https://marltimes.example.com/", undefined],
  ["no address", undefined],
  [null, undefined],
])("a page at %s is of %s", (url, source) => {
  expect(ofUrl(url)).toBe(source);
});
