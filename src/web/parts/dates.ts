import { datesIn } from "../../document/in-words.ts";
import { texts } from "../texts.ts";
import { dateLocale } from "./locale.ts";

/** Dates as the page writes them: in the order of the reader's region, the words from the texts. */
export const { formatDate, formatInstant, datesInWords, daysInWords } = datesIn(
  dateLocale(texts.language),
  texts.dates,
);
