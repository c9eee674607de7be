import { isolated } from "../../parts/bidi.ts";
import { useCase } from "../../parts/case.tsx";
import { go, link, type Route } from "../../parts/route.ts";
import { texts } from "../../texts.ts";

const words = texts.reader;

/** So many documents stand side by side. */
export const mostPanes = 3;

/** Chooses what is read, and what is read beside it. */
export function Picker({ ids, route }: { ids: readonly string[]; route: Route }) {
  const hide = { hide: route.query.hide };
  const open = (next: readonly string[]) => go(link("reader", next.slice(0, mostPanes), hide));
  const replaced = (at: number, id: string) => ids.map((one, index) => (index === at ? id : one));
  return (
    <div className="picker">
      {ids.length === 0 && <Choice value="" label={words.document} choose={(id) => open([id])} />}
      {ids.map((id, index) => (
        <Choice
          key={id}
          value={id}
          label={index === 0 ? words.document : words.addBeside}
          choose={(next) =>
            open(
              next === "" ? ids.filter((one) => one !== id) : [...new Set(replaced(index, next))],
            )
          }
          isOptional={index > 0}
        />
      ))}
      {ids.length > 0 && ids.length < mostPanes && (
        <Choice
          value=""
          label={words.addBeside}
          choose={(id) => open([...new Set([...ids, id])])}
          without={ids}
        />
      )}
    </div>
  );
}

function Choice({
  value,
  label,
  choose,
  isOptional = false,
  without = [],
}: {
  value: string;
  label: string;
  choose: (id: string) => void;
  isOptional?: boolean;
  without?: readonly string[];
}) {
  const { groups, card } = useCase();
  return (
    <label>
      {label}{" "}
      <select value={value} onChange={(event) => choose(event.target.value)}>
        {(value === "" || isOptional) && (
          <option value="">{isOptional ? words.nothing : words.choose}</option>
        )}
        {groups.map((group) => (
          <optgroup key={group.id ?? "unaligned"} label={group.name}>
            {group.columns.flatMap((column) =>
              column.documentIds
                .filter((id) => !without.includes(id))
                .map((id) => (
                  <option key={id} value={id}>
                    {isolated(column.name)}: {isolated(card(id)?.title ?? id)}
                  </option>
                )),
            )}
          </optgroup>
        ))}
      </select>
    </label>
  );
}
