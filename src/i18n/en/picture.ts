// What is done to the map: pinned paths.

export const picture = {
  pin: 'Pin',
  before: 'before',
  unpin: 'Remove “{values}”',
  keys: {
    pin: 'pin the present paths as “before”; again: remove them',
  },
}
