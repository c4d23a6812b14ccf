// Actions on the map: pinned paths, the relief.

export const picture = {
  pin: 'Pin',
  before: 'before',
  unpin: 'Remove “{values}”',
  loop: 'Play in a loop',
  tilt: 'Tilt',
  tiltDial: 'Tilt of the map',
  tiltValue: '{tilt}° tilted, {turn}° turned',
  tiltHelp: 'Drag to tilt and turn the map, or press T.',
  dragMe: 'drag me',
  wheel: 'Ctrl + wheel to zoom',
  wheelMac: '⌘ + wheel to zoom',
  heights: 'Height',
  heightLog: 'log J',
  heightLinear: 'J',
  landmarks: { least: 'least J {value}', minimum: 'minimum', saddle: 'saddle' },
  keys: {
    tilt: 'tilt the map into a relief, and back',
    pin: 'pin the present paths as “before”; again: remove them',
  },
}
