import { notRead } from "../../../document/absence.ts";
import type { Overview } from "../../../serve/types.ts";
import { written } from "../../parts/bidi.ts";
import { useCase } from "../../parts/case.tsx";
import { formatDate } from "../../parts/dates.ts";
import { languageInWords } from "../../parts/languages.ts";
import { count, formatNumber } from "../../parts/numbers.ts";
import { usePaged } from "../../parts/paging.tsx";
import { link } from "../../parts/route.ts";
import { sideColour } from "../../parts/sides.ts";
import { readerLink } from "../../parts/source.tsx";
import { Words } from "../../parts/words.tsx";
import { texts } from "../../texts.ts";

const documentsShown = 100;

type Card = Overview["documents"][number];

/** What of the documents can be looked at alone. */
const seen: Readonly<Record<string, (card: Card) => boolean>> = {
  excerpts: ({ completeness }) => completeness === "excerpt",
  foreign: ({ language }) => notRead(language) !== null,
  undated: ({ published }) => published === null,
};

function isSeen(card: Card, see: string | undefined): boolean {
  return see === undefined || !Object.hasOwn(seen, see) || seen[see]?.(card) === true;
}

/** Every document of the case, by side and source; each opens in the reader. */
export function DocumentList({ see }: { see?: string | undefined }) {
  const { groups, card } = useCase();
  const rows = groups.flatMap((group) =>
    group.columns.flatMap((column) =>
      column.documentIds.flatMap((id, index) => {
        const document = card(id);
        return document && isSeen(document, see)
          ? [{ group, column, document, isFirst: index === 0 }]
          : [];
      }),
    ),
  );
  const { shown, more } = usePaged(rows, documentsShown);
  const isNarrowed = see !== undefined && Object.hasOwn(seen, see);
  return (
    <>
      {isNarrowed && (
        <p>
          {count(rows.length, "document")} · <a href={link("")}>{texts.home.allDocuments}</a>
        </p>
      )}
      <div className="scroll">
        <table className="plain documents">
          <thead>
            <tr>
              <th scope="col">{texts.shared.source}</th>
              <th scope="col">{texts.shared.document}</th>
              <th scope="col">{texts.shared.published}</th>
              <th scope="col" className="number">
                {texts.shared.words}
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ group, column, document, isFirst }) => (
              <tr key={document.id}>
                <th scope="row">
                  <span className="source" style={{ "--side": sideColour(group.position) }}>
                    <bdi className={isFirst ? undefined : "unseen"}>{column.name}</bdi>
                  </span>
                </th>
                <td>
                  <a
                    href={readerLink(document.id)}
                    {...written(document.title ?? document.file, document.language)}
                  >
                    <Words text={document.title ?? document.file} language={document.language} />
                  </a>
                  {notRead(document.language) !== null && (
                    <span className="badge">
                      {texts.shared.notRead(
                        languageInWords(document.language) ?? texts.shared.languageUnknown,
                      )}
                    </span>
                  )}
                  {document.completeness === "excerpt" && (
                    <span className="badge">{texts.shared.excerpt}</span>
                  )}
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
