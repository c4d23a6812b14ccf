// What other labs show of a race, next to its controls.

export { MapBeside as Beside } from './map/MapBeside.tsx'
