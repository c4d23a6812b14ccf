// Reads an experiment from a file or standard input; whatever is wrong with the file is a fault with the path `file`.

import { createReadStream } from 'node:fs'
import { mostBytes } from '../engine/fileSize.ts'
import { fileFault, notText, parseExperiment, tooLarge, type Validation } from '../engine/validate.ts'

export async function readExperiment(file: string): Promise<Validation> {
  const pieces: Buffer[] = []
  let bytes = 0
  try {
    // Piece by piece, because a device or a pipe need not end.
    for await (const piece of file === '-' ? process.stdin : createReadStream(file)) {
      pieces.push(piece)
      bytes += piece.length
      if (bytes > mostBytes) return tooLarge()
    }
  } catch (error) {
    return unreadable((error as NodeJS.ErrnoException).code)
  }
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Buffer.concat(pieces))
  } catch {
    return notText()
  }
  return parseExperiment(text)
}

function unreadable(code = 'unknown'): Validation {
  if (code === 'ENOENT' || code === 'ENOTDIR') return fileFault('no such file', '没有这个文件')
  if (code === 'EISDIR') return fileFault('is a directory, not a file', '是目录，不是文件')
  return fileFault(`cannot be read (${code})`, `无法读取（${code}）`)
}
