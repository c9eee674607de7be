/** Makes the test whether a line in lower case begins with one of the phrases, as whole words. */
export function createStart(phrases: ReadonlySet<string>): (line: string) => boolean {
  const list = [...phrases];
  const firsts = new Set(list.map((phrase) => phrase.charCodeAt(0)));
  return (line) =>
    firsts.has(line.charCodeAt(0)) &&
    list.some(
      (phrase) => line.startsWith(phrase) && !/[\p{L}\p{N}]/u.test(line[phrase.length] ?? " "),
    );
}
