import "./marked.css";

/** A stretch of text: plain, or marked as what one of two texts has and the other does not. */
export type MarkedPiece = {
  readonly key: string | number;
  readonly words: string;
  readonly mark: "gone" | "put" | "number" | null;
  /** What the mark means, for those who do not see it. */
  readonly said?: string;
};

/** A text with what differs from another marked: by line and background, and in words for the ear. */
export function Marked({ pieces }: { pieces: readonly MarkedPiece[] }) {
  return pieces.map(({ key, words, mark, said }) => {
    if (mark === null) return <span key={key}>{words}</span>;
    const Mark = mark === "gone" ? "del" : "ins";
    return (
      <Mark key={key} className={mark === "number" ? "number" : undefined}>
        {said !== undefined && <span className="unseen"> {said}</span>}
        {words}
      </Mark>
    );
  });
}
