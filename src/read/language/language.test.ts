import { expect, test } from "vitest";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createLanguageReader } from "./language.ts";

const read = createLanguageReader(loadLexicon("lexicons"));

test.each([
  ["The ferry struck the pier at noon and nobody was hurt.", null, "en"],
  ["Le bac a heurté la jetée à midi et personne n'a été blessé.", null, "fr"],
  ["Паром ударился о причал в полдень, никто не пострадал.", null, "ru"],
  ["Feribot öğle saatlerinde iskeleye çarptı, yaralanan olmadı.", null, "tr"],
  ["Լաստանավը կեսօրին բախվել է նավամատույցին։", null, "hy"],
  ["Bərə günorta saatlarında körpüyə dəydi, heç kim xəsarət almadı.", null, "az"],
  ["The ferry struck the pier at noon.", "fr", "fr"],
  ["The ferry struck the pier at noon.", "en-GB", "en"],
  // Too short to tell, but of another script.
  ["Մայրաքաղաք", null, "und"],
  ["Нет", null, "und"],
  ["渡轮", null, "und"],
  ["اصطدمت العبارة بالرصيف عند الظهر ولم يصب أحد بأذى.", null, "ar"],
  ["渡轮中午撞上了码头，没有人受伤，市长说他正在等待工程师的报告。", null, "zh"],
  ["Ferry late", null, null],
  ["", null, null],
  ["1315 1234 5678 9012 3456", null, null],
])("%j, declared %j: %j", (text, declared, language) => {
  expect(read(text, declared)).toBe(language);
});

test.each([
  [
    "Op de avond van twee mei was de veerboot in het donker op weg van het eiland naar de stad, en niemand van ons had er een idee van wat er was gebeurd, tot we het water over de kade zagen komen en de mannen van de boot een voor een hoorden roepen in de mist.",
    "nl",
  ],
  [
    "On the evening of 2 May the ferry was on its way from the island to the town in the dark, and none of us had any idea of what had happened until we saw the water come over the quay and heard the men of the boat call out, one after another, in the mist.",
    "en",
  ],
  [
    "Am Abend des zweiten Mai war die Fähre in der Dunkelheit auf dem Weg von der Insel in die Stadt, und niemand von uns hatte eine Ahnung, was geschehen war, bis wir das Wasser über den Kai kommen sahen und die Männer im Boot einen nach dem anderen rufen hörten.",
    "de",
  ],
])("longer texts: %s", (text, language) => {
  expect(read(text, null)).toBe(language);
});
