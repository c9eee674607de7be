/** The heads of a table whose first column names the rows, and whose others are numbers. */
export function NumberHeads({ names }: { names: readonly string[] }) {
  return (
    <thead>
      <tr>
        {names.map((name, at) => (
          <th key={name} scope="col" className={at > 0 ? "number" : undefined}>
            {name}
          </th>
        ))}
      </tr>
    </thead>
  );
}
