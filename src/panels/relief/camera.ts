// The view of the map's ground from a tilt: orthographic, so a unit has the same length in w and b, and at 0° every
// point is where the map has it. Ground coordinates are pixels of the map, y downwards. Heights are in the same pixels.

export interface Pose {
  /** Degrees from above, 0 to 60, and around the vertical, −60 to 60. */
  readonly tilt: number
  readonly turn: number
}

export const most = 60

/** A block of ground: its rectangle, its depth below height 0, and the heights along its rim. */
export interface Block {
  readonly width: number
  readonly height: number
  readonly depth: number
  /** x, y, height in turn. */
  readonly rim: ArrayLike<number>
}

export interface Camera {
  readonly pose: Pose
  /** Pixels of the picture per pixel of the map. */
  readonly zoom: number
  readonly cos: number
  readonly sin: number
  /** Foreshortening of the ground and of heights. */
  readonly flat: number
  readonly tall: number
  readonly originX: number
  readonly originY: number
  readonly centerX: number
  readonly centerY: number
}

const radians = Math.PI / 180

/**
 * Returns the view of a block from a pose, as large as fits, with `room` for labels around it and `top` for the buttons
 * above.
 */
export function cameraFor(
  pose: Pose,
  block: Block,
  width: number,
  height: number,
  room = 0,
  top = 0,
): Camera {
  const [cos, sin] = [Math.cos(pose.turn * radians), Math.sin(pose.turn * radians)]
  const [flat, tall] = [Math.cos(pose.tilt * radians), Math.sin(pose.tilt * radians)]
  const [centerX, centerY] = [block.width / 2, block.height / 2]
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity]
  const include = (x: number, y: number, h: number): void => {
    const [gx, gy] = [x - centerX, centerY - y]
    const u = gx * cos - gy * sin
    const v = (gx * sin + gy * cos) * flat + h * tall
    left = Math.min(left, u)
    right = Math.max(right, u)
    low = Math.min(low, v)
    high = Math.max(high, v)
  }
  for (let i = 0; i < block.rim.length; i += 3) include(block.rim[i], block.rim[i + 1], block.rim[i + 2])
  for (const x of [0, block.width]) for (const y of [0, block.height]) include(x, y, -block.depth)
  // From above the map fills the picture. The more it is tilted, the more margin it leaves.
  const free = room * tall
  const above = top * tall
  const zoom = Math.min(
    1,
    (width - 2 * free) / (right - left),
    Math.max(0.1, (height - 2 * free - above) / (high - low)),
  )
  return {
    pose,
    zoom,
    cos,
    sin,
    flat,
    tall,
    originX: width / 2 - (zoom * (left + right)) / 2,
    originY: (height + above) / 2 + (zoom * (low + high)) / 2,
    centerX,
    centerY,
  }
}

/** Returns a ground place's distance along the line of sight, in pixels of the map. Larger is farther away. */
export const awayness = (camera: Camera, x: number, y: number): number =>
  (x - camera.centerX) * camera.sin + (camera.centerY - y) * camera.cos

export const projectX = (camera: Camera, x: number, y: number): number =>
  camera.originX + camera.zoom * ((x - camera.centerX) * camera.cos - (camera.centerY - y) * camera.sin)

export const projectY = (camera: Camera, x: number, y: number, h: number): number =>
  camera.originY - camera.zoom * (awayness(camera, x, y) * camera.flat + h * camera.tall)

/** Returns the ground place at a pixel: the nearest along the line of sight. None outside the block. */
export function placeAt(
  camera: Camera,
  block: Block,
  heightAt: (x: number, y: number) => number,
  px: number,
  py: number,
): readonly [x: number, y: number] | undefined {
  const u = (px - camera.originX) / camera.zoom
  const reach = Math.hypot(block.width, block.height) / 2
  for (let v = -reach; v <= reach; v += 0.5) {
    const x = camera.centerX + u * camera.cos + v * camera.sin
    const y = camera.centerY + u * camera.sin - v * camera.cos
    if (!(x >= 0 && y >= 0 && x <= block.width && y <= block.height)) continue
    if (projectY(camera, x, y, heightAt(x, y)) <= py) return [x, y]
  }
  return undefined
}
