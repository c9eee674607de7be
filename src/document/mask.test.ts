import { expect, test } from "vitest";
import { asGiven, maskPostsWith, maskWith, objectsWith, postsAsGiven } from "./mask.ts";

test.each([
  ["few followers", 4999],
  ["none known", null],
])("an account is shown by a pseudonym: %s", (_, followers) => {
  const shown = maskWith("key")("harbour_fan", followers);
  expect(shown).toMatch(/^account-[0-9a-f]{12}$/);
  expect(maskWith("key")("harbour_fan", followers)).toBe(shown);
  expect(maskWith("other key")("harbour_fan", followers)).not.toBe(shown);
  expect(maskWith("key")("harbour_fans", followers)).not.toBe(shown);
});

test("an account that many follow is shown by its name, and any where the user asks", () => {
  expect(maskWith("key")("harbour_post", 5000)).toBe("harbour_post");
  expect(asGiven("harbour_fan", null)).toBe("harbour_fan");
});

test.each([
  ["repost", false],
  ["reply-target", false],
  ["hashtag", true],
  ["url", true],
])("objects of %s that are posts are masked, others are not", (on, isShown) => {
  const show = objectsWith(on, maskPostsWith("key"));
  expect(show("x:1790000000000000001") === "x:1790000000000000001").toBe(isShown);
  expect(objectsWith(on, postsAsGiven)("x:17")).toBe("x:17");
});
