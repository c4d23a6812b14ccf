// Reads files and standard input. Every fault of the experiment's file has the path `file`.

import { createReadStream } from 'node:fs'
import { mostBytes } from '../engine/fileSize.ts'
import { fileFault, notText, parseExperiment, tooLarge, type Validation } from '../engine/validate.ts'
import type { Words } from '../engine/words.ts'

/** Returns the bytes, or why there are none. */
export async function readBytes(file: string): Promise<Uint8Array | 'tooLarge' | Words> {
  const pieces: Buffer[] = []
  let bytes = 0
  try {
    // Read piece by piece, because a device or a pipe may never end.
    for await (const piece of file === '-' ? process.stdin : createReadStream(file)) {
      pieces.push(piece)
      bytes += piece.length
      if (bytes > mostBytes) return 'tooLarge'
    }
  } catch (error) {
    return unreadable((error as NodeJS.ErrnoException).code)
  }
  return Buffer.concat(pieces)
}

/** `adapt` may insert own data into the experiment before validation. */
export async function readExperiment(file: string, adapt?: (json: unknown) => unknown): Promise<Validation> {
  const bytes = await readBytes(file)
  if (bytes === 'tooLarge') return tooLarge()
  if (!(bytes instanceof Uint8Array)) return fileFault(bytes.en, bytes.zh)
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return notText()
  }
  return parseExperiment(text, adapt)
}

function unreadable(code = 'unknown'): Words {
  if (code === 'ENOENT' || code === 'ENOTDIR') return { en: 'no such file', zh: '没有这个文件' }
  if (code === 'EISDIR') return { en: 'is a directory, not a file', zh: '是目录，不是文件' }
  return { en: `cannot be read (${code})`, zh: `无法读取（${code}）` }
}
