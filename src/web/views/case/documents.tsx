import { formatDate } from "../../../document/in-words.ts";
import { useCase } from "../../parts/case.tsx";
import { formatNumber } from "../../parts/numbers.ts";
import { usePaged } from "../../parts/paging.tsx";
import { sideColour } from "../../parts/sides.ts";
import { readerLink } from "../../parts/source.tsx";

const documentsShown = 100;

/** Every document of the case, by side and source; each opens in the reader. */
export function DocumentList() {
  const { groups, card } = useCase();
  const rows = groups.flatMap((group) =>
    group.columns.flatMap((column) =>
      column.documentIds.flatMap((id, index) => {
        const document = card(id);
        return document ? [{ group, column, document, isFirst: index === 0 }] : [];
      }),
    ),
  );
  const { shown, more } = usePaged(rows, documentsShown);
  return (
    <>
      <div className="scroll">
        <table className="plain documents">
          <thead>
            <tr>
              <th scope="col">Source</th>
              <th scope="col">Document</th>
              <th scope="col">Published</th>
              <th scope="col" className="number">
                Words
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ group, column, document, isFirst }) => (
              <tr key={document.id}>
                <th scope="row">
                  <span className="source" style={{ "--side": sideColour(group.position) }}>
                    <span className={isFirst ? undefined : "unseen"}>{column.name}</span>
                  </span>
                </th>
                <td>
                  <a href={readerLink(document.id)}>{document.title ?? document.file}</a>
                  {document.completeness === "excerpt" && <span className="badge">excerpt</span>}
                </td>
                <td>{formatDate(document.published)}</td>
                <td className="number">{formatNumber(document.words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </>
  );
}
