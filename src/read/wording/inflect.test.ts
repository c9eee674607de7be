import { expect, test } from "vitest";
import { inflections } from "./inflect.ts";

test.each([
  ["attack", ["attack", "attacks", "attacked", "attacking"]],
  ["massacre", ["massacre", "massacres", "massacred", "massacring"]],
  ["occupy", ["occupy", "occupies", "occupied", "occupying"]],
  ["deploy", ["deploy", "deploys", "deployed", "deploying"]],
  ["grab", ["grab", "grabs", "grabbed", "grabbing"]],
  ["clash", ["clash", "clashes", "clashed", "clashing"]],
  ["displaced", ["displaced"]],
  ["troops", ["troops"]],
  ["of", ["of"]],
])("%s", (word, forms) => {
  expect(inflections(word)).toEqual(forms);
});
