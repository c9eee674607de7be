import { withoutMarks } from "../../../document/in-words.ts";
import type { ClaimBeside, Counterpart } from "../../../serve/types.ts";
import { written } from "../../parts/bidi.ts";
import { useCase } from "../../parts/case.tsx";
import { useNarrow } from "../../parts/narrow.ts";
import { link } from "../../parts/route.ts";
import { SideLabel, SourceName } from "../../parts/source.tsx";
import { StanceGlyph, stanceInWords } from "../../parts/stance.tsx";
import { Words } from "../../parts/words.tsx";
import { texts } from "../../texts.ts";

const words = texts.reader;

/** A claim stands open beside each so many UTF-16 code units of a paragraph, else the text has gaps. */
const unitsPerClaim = 280;
/** Of each so many other sources. */
const othersShown = 1;
const quoteUnits = 110;

/** What other sources say of the claims of one paragraph; folded under it where there is no room. */
export function Beside({
  claims,
  chosen,
  units,
}: {
  claims: readonly ClaimBeside[];
  chosen: string | undefined;
  /** Length of the paragraph. */
  units: number;
}) {
  const narrow = useNarrow();
  const told = claims.filter(({ others }) => others.length > 0);
  if (told.length === 0) return null;
  const ordered = [...told].sort(
    (a, b) =>
      Number(b.id === chosen) - Number(a.id === chosen) ||
      Number(b.contested) - Number(a.contested) ||
      b.otherDocuments - a.otherDocuments,
  );
  const list = (some: readonly ClaimBeside[]) =>
    some.map((claim) => <Note key={claim.id} claim={claim} isChosen={claim.id === chosen} />);
  const claimsShown = Math.max(1, Math.floor(units / unitsPerClaim));
  const rest = ordered.slice(claimsShown);
  return (
    <div className="beside" role="note" aria-label={words.besideLabel}>
      {narrow ? (
        <details open={ordered.some(({ id }) => id === chosen)}>
          <summary>{words.beside(told.length)}</summary>
          {list(ordered)}
        </details>
      ) : (
        <>
          {list(ordered.slice(0, claimsShown))}
          {rest.length > 0 && (
            <details>
              <summary>{words.moreClaims(rest.length)}</summary>
              {list(rest)}
            </details>
          )}
        </>
      )}
    </div>
  );
}

function Note({ claim, isChosen }: { claim: ClaimBeside; isChosen: boolean }) {
  const rest = claim.others.slice(othersShown);
  const left = claim.otherDocuments - claim.others.length;
  return (
    <div className={isChosen ? "note chosen" : "note"}>
      <p className="note-claim" {...written(claim.statement)}>
        <Words text={withoutMarks(claim.statement)} />
      </p>
      {claim.others.slice(0, othersShown).map((other) => (
        <Other key={other.documentId} claim={claim} other={other} />
      ))}
      {rest.length > 0 && (
        <details>
          <summary>{words.more(rest.length)}</summary>
          {rest.map((other) => (
            <Other key={other.documentId} claim={claim} other={other} />
          ))}
          {left > 0 && <a href={link("claims", [claim.id])}>{words.all}</a>}
        </details>
      )}
    </div>
  );
}

function Other({ claim, other }: { claim: ClaimBeside; other: Counterpart }) {
  const { card } = useCase();
  const { documentId, start, end, text } = other;
  const own = card(documentId);
  const quote = withoutMarks(text);
  return (
    <p className="other">
      <StanceGlyph stance={other.stance} /> {own ? <SourceName id={own.sourceId} /> : documentId}{" "}
      <SideLabel side={own?.side ?? null} /> <span className="soft">{stanceInWords(other)}</span>
      <a
        {...written(quote, own?.language)}
        href={link("reader", [documentId], { at: `${start}-${end}`, claim: claim.id })}
      >
        “{quote.length > quoteUnits ? `${quote.slice(0, quoteUnits).trimEnd()} …` : quote}”
      </a>
    </p>
  );
}
