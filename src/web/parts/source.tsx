import { texts } from "../texts.ts";
import { useCase } from "./case.tsx";
import { link } from "./route.ts";
import { sideColour } from "./sides.ts";

/** A side's name with its colour bar: the colour repeats the name and says nothing more. */
export function SideLabel({ side, long = false }: { side: string | null; long?: boolean }) {
  const { group: groupOf, overview } = useCase();
  const group = groupOf(side);
  if (!group || overview.sides.length === 0) return null;
  return (
    <span className="side" style={{ "--side": sideColour(group.position) }} title={group.name}>
      <bdi>{long ? group.name : group.shortName}</bdi>
    </span>
  );
}

/** A source's name with the colour bar of its side and, for screen readers, the side's name. */
export function SourceName({ id }: { id: string }) {
  const { column, group } = useCase();
  const source = column(id);
  const side = group(source?.side ?? null);
  return (
    <span
      className="source"
      style={{ "--side": sideColour(side?.position ?? null) }}
      title={side?.name}
    >
      <bdi>{source?.name ?? id}</bdi>
      <span className="unseen">
        , <bdi>{side?.shortName ?? texts.shared.unalignedOne}</bdi>
      </span>
    </span>
  );
}

/** What a document is called where there is little room: its title, else its file. */
export function useDocumentName(): (documentId: string) => string {
  const { card } = useCase();
  return (documentId) => card(documentId)?.title ?? card(documentId)?.file ?? documentId;
}

/** A link to the document in the reader, at the passage when one is given. */
export function readerLink(documentId: string, span?: { start: number; end: number }): string {
  return link("reader", [documentId], { at: span && `${span.start}-${span.end}` });
}
