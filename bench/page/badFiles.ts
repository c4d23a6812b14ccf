// Files that are not a column of numbers, or are in disguise, each large enough to block a page that reads it on the
// main thread. `path` is what the user chooses or drops.
import { mkdir, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface BadFile {
  readonly name: string
  readonly path: string
  /** A folder can only be dropped. */
  readonly folder?: boolean
}

const lines = (line: string, count: number): string => `${line}\n`.repeat(count)
const numbers = lines('12.5', 200_000)

const contents: Readonly<Record<string, string | Buffer>> = {
  'an empty file': '',
  'only NaN, 60 MB': lines('NaN', 15_000_000),
  'a column of words': lines('red', 1_000_000),
  '200,000 columns': lines('1,'.repeat(200_000), 50),
  'NUL bytes': Buffer.concat([Buffer.from('1\n2\n'), Buffer.alloc(5_000_000), Buffer.from('3\n')]),
  'UTF-16': Buffer.from(`\ufeff${numbers}`, 'utf16le'),
  GBK: Buffer.concat([Buffer.from([0xc6, 0xf8, 0xce, 0xc2, 10]), Buffer.from(numbers)]),
  'only 1e400': lines('1e400', 1_000_000),
  'a quotation mark left open': `1\n"2\n${lines('3', 10_000_000)}`,
  'a picture': Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    Buffer.alloc(6_000_000, 7),
  ]),
  'a line of 30 MB': `${'y'.repeat(30_000_000)},b\n${lines('1,2', 1000)}`,
}

export async function badFiles(folder: string): Promise<BadFile[]> {
  const files: BadFile[] = []
  for (const [name, content] of Object.entries(contents)) {
    const path = join(folder, `${files.length}.csv`)
    await writeFile(path, content)
    files.push({ name, path })
  }
  const large = join(folder, 'large.csv')
  const handle = await open(large, 'w')
  await handle.truncate(300_000_000)
  await handle.close()
  const directory = join(folder, 'folder.csv')
  await mkdir(directory)
  return [...files, { name: '300 MB', path: large }, { name: 'a folder', path: directory, folder: true }]
}
