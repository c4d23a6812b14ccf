// The data of a plot as a table, written without React. It follows a run while it is open.

import type { TableSource } from './plotProps.ts'

/** The most rows to write. */
const MOST = 400

export function createTable(table: HTMLTableElement, { columns, rows }: TableSource): void {
  const head = document.createElement('thead')
  const headRow = document.createElement('tr')
  for (const column of columns) {
    const cell = document.createElement('th')
    cell.scope = 'col'
    cell.textContent = column
    headRow.append(cell)
  }
  head.append(headRow)
  const body = document.createElement('tbody')
  for (const row of rows().slice(0, MOST)) {
    const line = document.createElement('tr')
    row.forEach((value, i) => {
      const cell = document.createElement(i === 0 ? 'th' : 'td')
      if (i === 0) cell.setAttribute('scope', 'row')
      cell.textContent = typeof value === 'number' ? String(value).replace('-', '−') : value
      line.append(cell)
    })
    body.append(line)
  }
  table.replaceChildren(head, body)
}
