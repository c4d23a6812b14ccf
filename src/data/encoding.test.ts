import { describe, expect, test } from 'vitest'
import { textOf } from './encoding.ts'
import { readSeries } from './series.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const utf16 = (text: string, littleEndian: boolean, mark: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(2 * text.length + (mark ? 2 : 0)))
  let at = 0
  if (mark) view.setUint16((at++, 0), 0xfeff, littleEndian)
  for (let i = 0; i < text.length; i++) view.setUint16(2 * (i + at), text.charCodeAt(i), littleEndian)
  return new Uint8Array(view.buffer)
}
const text = 'θ\n1\n2.5\n-3\n'
const values = (data: Uint8Array): unknown => {
  const reading = readSeries(data)
  return 'fault' in reading ? reading : [...reading.values, reading.encoding]
}

describe('encodings', () => {
  test('UTF-8, with and without its mark', () => {
    expect(values(bytes(text))).toEqual([1, 2.5, -3, 'utf-8'])
    expect(values(bytes('\ufeff' + text))).toEqual([1, 2.5, -3, 'utf-8'])
  })
  test.each([
    ['utf-16le', true],
    ['utf-16be', false],
  ])('%s', (encoding, littleEndian) => {
    expect(values(utf16(text, littleEndian, true))).toEqual([1, 2.5, -3, encoding])
    expect(values(utf16('temp\n1\n2.5\n-3\n', littleEndian, false))).toEqual([1, 2.5, -3, encoding])
  })
  test('GBK against windows-1252', () => {
    const gbk = Uint8Array.from([0xc6, 0xf8, 0xce, 0xc2, 10, ...bytes('1\n2.5\n-3\n')]) // 气温
    const western = Uint8Array.from([...bytes('temp'), 0xe9, ...bytes('rature\n1\n2.5\n-3\n')]) // é
    expect(values(gbk)).toEqual([1, 2.5, -3, 'gbk'])
    expect(values(western)).toEqual([1, 2.5, -3, 'windows-1252'])
  })
  test('GB 18030 has characters of four bytes', () => {
    const euro = Uint8Array.from([0xc6, 0xf8, 0xce, 0xc2, 0x81, 0x30, 0x86, 0x30, 10, 49, 10, 50]) // 气温 and ¸
    expect(textOf(euro, 'gbk')).toMatchObject({ text: '气温¸\n1\n2' })
  })
  test('windows-1252 has € and quotation marks where Latin-1 has controls', () => {
    expect(textOf(Uint8Array.from([0x31, 0x20, 0x80, 0x93, 0x94]), 'windows-1252')).toMatchObject({
      text: '1 €“”',
    })
  })
})
