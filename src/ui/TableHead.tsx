// The head of a table: a name for each column.

/** Names that are false or absent are left out. */
export const TableHead = ({ names }: { readonly names: readonly (string | false | undefined)[] }) => (
  <thead>
    <tr>
      {names.filter(Boolean).map((name) => (
        <th key={String(name)} scope="col">
          {name}
        </th>
      ))}
    </tr>
  </thead>
)
