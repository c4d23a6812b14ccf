// The pictures of each exported sheet, from top to bottom: plots by their names on the page, each with its share of the
// height. The keys are the sheets' names among the words.

export const sheets = {
  map: [{ picture: 'map', share: 1 }],
  mapCost: [
    { picture: 'map', share: 2 },
    { picture: 'cost', share: 1 },
  ],
  all: [
    { picture: 'map', share: 2 },
    { picture: 'cost', share: 1 },
    { picture: 'memory 0', share: 0.7 },
    { picture: 'memory 1', share: 0.7 },
  ],
  cost: [{ picture: 'cost', share: 1 }],
  memory: [
    { picture: 'memory 0', share: 1 },
    { picture: 'memory 1', share: 1 },
  ],
  averages: [{ picture: 'averages', share: 1 }],
  hypermap: [{ picture: 'hypermap', share: 1 }],
} as const satisfies Readonly<Record<string, readonly { readonly picture: string; readonly share: number }[]>>
