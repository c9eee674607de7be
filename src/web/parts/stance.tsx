import type { Cell, Stance } from "../../serve/types.ts";
import { texts } from "../texts.ts";
import { stances } from "./stances.ts";

const words = texts.stances;

const shapes: Readonly<Record<Stance, React.ReactNode>> = {
  asserts: <circle cx="8" cy="8" r="6" fill="currentColor" />,
  attributes: (
    <>
      <circle cx="8" cy="8" r="5.25" />
      <path d="M8 2.75a5.25 5.25 0 0 0 0 10.5z" fill="currentColor" stroke="none" />
    </>
  ),
  denies: <path d="M3.25 3.25l9.5 9.5M12.75 3.25l-9.5 9.5" strokeWidth="2.5" />,
  silent: <circle cx="8" cy="8" r="5.25" />,
  unknown: (
    <path d="M5.2 5.4a2.9 2.9 0 1 1 4.1 2.7c-.9.4-1.3.9-1.3 2M8 12.9v.6" strokeWidth="1.9" />
  ),
};

/** The shape of a stance: full, half, crossed, empty, or a question mark. Never colour alone. */
export function StanceGlyph({ stance }: { stance: Stance }) {
  return (
    <svg className={`glyph ${stance}`} viewBox="0 0 16 16" aria-hidden="true">
      {shapes[stance]}
    </svg>
  );
}

/** A cell in words: "attributes, to the ministry, at a distance". */
export function stanceInWords(
  cell: Pick<Cell, "stance" | "attributedTo" | "distancing" | "reported">,
): string {
  const whose = cell.attributedTo;
  if (cell.stance === "denies" && cell.reported) return words.reportsDenial(whose);
  if (cell.stance === "attributes") return words.attributesIt(whose, cell.distancing);
  return words.inWords[cell.stance];
}

export function StanceLegend() {
  return (
    <ul className="legend" aria-label={words.legend}>
      {stances.map((stance) => (
        <li key={stance}>
          <StanceGlyph stance={stance} /> {words.meanings[stance]}
        </li>
      ))}
      <li>
        <span className="distant">“…”</span> {words.distance}
      </li>
    </ul>
  );
}
