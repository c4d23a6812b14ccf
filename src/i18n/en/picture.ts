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
  read: {
    lines: 'A line joins places with the same J. Where lines are close, the ground is steep.',
    downhill: '−∇J crosses the lines at right angles and points downhill.',
    steps: 'A path begins at the ring. Each dot is one step.',
    more: 'Click for the lesson that reads a map step by step.',
  },
  keys: {
    tilt: 'tilt the map into a relief, and back',
    pin: 'pin the present paths as “before”; again: remove them',
  },
  settings: '{run}: {settings}; B = {batch}, seed {seed}, step {step}.',
}
