/** A stretch of a text: as in the other text, only in this one, or only in the other. */
export type Stretch = { readonly text: string; readonly of: "both" | "this" | "other" };

/** Longer texts are shown without marks: comparing costs the product of their lengths. */
const mostWords = 300;

/**
 * What of a text is not in another one before it, word by word (longest common subsequence; case and
 * marks of punctuation make no difference). Both texts' words stand in the order of this text.
 */
export function differences(before: string, text: string): Stretch[] {
  const [a, b] = [wordsOf(before), wordsOf(text)];
  if (a.length > mostWords || b.length > mostWords) return [{ text, of: "both" }];
  const [plainA, plainB] = [a.map(plain), b.map(plain)];
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        plainA[i] === plainB[j]
          ? at(common, (i + 1) * width + j + 1) + 1
          : Math.max(at(common, (i + 1) * width + j), at(common, i * width + j + 1));
  const stretches: { text: string; of: Stretch["of"] }[] = [];
  const put = (word: string, of: Stretch["of"]) => {
    const last = stretches.at(-1);
    if (last?.of === of) last.text += word;
    else stretches.push({ text: word, of });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && plainA[i] === plainB[j]) {
      put(b[j] ?? "", "both");
      i++;
      j++;
    } else if (
      j >= b.length ||
      (i < a.length && at(common, (i + 1) * width + j) >= at(common, i * width + j + 1))
    )
      put(a[i++] ?? "", "other");
    else put(b[j++] ?? "", "this");
  }
  return stretches;
}

function at(of: Uint16Array, place: number): number {
  return of[place] ?? 0;
}

/** Words, each with what stands before it. */
function wordsOf(text: string): readonly string[] {
  return text.match(/\s*\S+/g) ?? [];
}

/** A word as it is compared; a word of marks only is compared as it stands. */
function plain(word: string): string {
  const bare = word.toLowerCase().replace(/[^\p{L}\p{N}\p{M}@#]+/gu, "");
  return bare === "" ? word.trim() : bare;
}
