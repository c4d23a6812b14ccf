// The files of a sheet: the resolution stated in a PNG, and names that describe the picture.
import { crc32, deflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { playground } from '../../labs/descent/preset.ts'
import { nameOf, withResolution } from './files.ts'

const chunk = (type: string, data: Uint8Array): Uint8Array => {
  const bytes = Buffer.alloc(12 + data.length)
  bytes.writeUInt32BE(data.length)
  bytes.write(type, 4)
  bytes.set(data, 8)
  bytes.writeUInt32BE(crc32(bytes.subarray(4, 8 + data.length)), 8 + data.length)
  return bytes
}

test('a PNG declares its dots per inch with a correct checksum, and stays intact', () => {
  const header = chunk('IHDR', Uint8Array.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]))
  const signature = Uint8Array.from([137, 80, 78, 71, 13, 10, 26, 10])
  const rest = Buffer.concat([
    chunk('IDAT', deflateSync(Uint8Array.of(0, 7))),
    chunk('IEND', new Uint8Array(0)),
  ])
  const made = Buffer.from(withResolution(Buffer.concat([signature, header, rest]), 300))
  const density = chunk('pHYs', Uint8Array.from([0, 0, 46, 35, 0, 0, 46, 35, 1]))
  expect(made.equals(Buffer.concat([signature, header, density, rest]))).toBe(true)
})

test('files are named after what they show', () => {
  const { experiment } = playground
  expect(nameOf(experiment, experiment.runs[1])).toBe('ravine-momentum-a0.05-b0.9-k100')
  expect(
    nameOf(
      { ...experiment, objective: { kind: 'himmelblau', m: 1, noise: 0, scale: 1 } },
      experiment.runs[0],
    ),
  ).toBe('ravine-gd-a0.018-himmelblau')
})
