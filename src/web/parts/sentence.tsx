/** A sentence of the program; words of the case that it quotes keep their own direction. */
export function Sentence({ children }: { children: string }) {
  return children
    .split(/(?<=“)([^“”]+)(?=”)/)
    .map((part, at) => (at % 2 === 0 ? part : <bdi key={at}>{part}</bdi>));
}
