import { undeterminedLanguage } from "../../document/absence.ts";
import { texts } from "../texts.ts";

const names = new Intl.DisplayNames(texts.language, { type: "language", fallback: "code" });

/** `en` as `English`; what is no code as it is. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** Null where it is not known. */
export function languageInWords(code: string | null): string | null {
  return code === null || code === undeterminedLanguage ? null : languageName(code);
}
