import { expect, test } from "vitest";
import { createLanguageReader } from "./language.ts";

const read = createLanguageReader();

test.each([
  ["The ferry struck the pier at noon and nobody was hurt.", null, "en"],
  ["Le bac a heurté la jetée à midi et personne n'a été blessé.", null, "fr"],
  ["Паром ударился о причал в полдень, никто не пострадал.", null, "ru"],
  ["Feribot öğle saatlerinde iskeleye çarptı, yaralanan olmadı.", null, "tr"],
  ["Լաստանավը կեսօրին բախվել է նավամատույցին։", null, "hy"],
  ["Bərə günorta saatlarında körpüyə dəydi, heç kim xəsarət almadı.", null, "az"],
  ["The ferry struck the pier at noon.", "fr", "fr"],
  ["The ferry struck the pier at noon.", "en-GB", "en"],
  ["Ferry late", null, null],
  ["", null, null],
  ["1315 1234 5678 9012 3456", null, null],
])("%j, declared %j: %j", (text, declared, language) => {
  expect(read(text, declared)).toBe(language);
});
