import { cellMark, type MarkName } from "../../../document/judgement.ts";
import type { ClaimBeside, DocumentView } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import { Drawer } from "../../parts/drawer.tsx";
import { link } from "../../parts/route.ts";
import { StanceGlyph, stanceInWords } from "../../parts/stance.tsx";
import { texts } from "../../texts.ts";
import { kinds, type Mark } from "./marks.ts";

/** The name by which a mark of the reader is judged. */
export function nameOf({ kind, start, end, claim }: Mark, documentId: string): MarkName {
  if (claim) return claimName(claim, documentId);
  return { question: "readings", about: kind, documentId, start, end };
}

function claimName({ statement, passages }: ClaimBeside, documentId: string): MarkName {
  return cellMark(statement, { documentId, passages });
}

/** The evidence of the chosen mark, as everywhere else. */
export function MarkEvidence({
  mark,
  view,
  closeTo,
}: {
  mark: Mark;
  view: DocumentView;
  closeTo: string;
}) {
  const { card } = useCase();
  const documentId = view.card.id;
  const { claim, kind, start, end } = mark;
  const passageAt = (span: { start: number; end: number }) => ({
    documentId,
    ...span,
    text: view.text.slice(span.start, span.end),
  });
  const shared = {
    id: `${documentId}/${kind}/${start}-${end}`,
    kicker: kinds[kind],
    title: mark.title,
    rule: mark.rule,
    mark: nameOf(mark, documentId),
    closeTo,
  };
  if (!claim)
    return (
      <Drawer {...shared} passages={[passageAt(mark)]} about={kind === "claims" ? [] : [kind]} />
    );
  const [best] = claim.passages;
  return (
    <Drawer
      {...shared}
      reason={claim.reason}
      about={["attributions"]}
      passages={[...(best ? [passageAt(best)] : []), ...claim.others]}
    >
      <p className="stance-line">
        <StanceGlyph stance={claim.stance} />{" "}
        <strong dir="auto">{card(documentId)?.sourceName ?? documentId}</strong>{" "}
        {stanceInWords(claim)}.{" "}
        <a href={link("claims", [claim.id, documentId])}>{texts.reader.all}</a>
      </p>
    </Drawer>
  );
}
