/** Makes the test whether a line in lower case begins with one of the phrases, as whole words. */
export function createStart(phrases: ReadonlySet<string>): (line: string) => boolean {
  const list = [...phrases];
  return (line) =>
    list.some(
      (phrase) => line.startsWith(phrase) && !/[\p{L}\p{N}]/u.test(line[phrase.length] ?? " "),
    );
}
