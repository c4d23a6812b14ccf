// Checks the house rules of doc/architecture.md that neither compiler nor linter can: which folder may import which,
// arithmetic in the engine with the same bits everywhere, a head comment in every file, honest names, files of a
// readable length.
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'
import { describe, expect, test } from 'vitest'
import { optimizers } from './engine/optimizers/index.ts'

const project = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFileSync(join(project, file), 'utf8')

/** Returns the project's own files below the folders, as paths from the root with forward slashes. */
function filesOf(...folders: string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(project, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .filter((file) => !file.includes('node_modules/')),
  )
}

const isCode = (file: string) => /\.(ts|tsx|mts|mjs)$/.test(file)
const isTest = (file: string) => /\.(test|spec)\.(tsx?|mjs)$/.test(file)

const sources = filesOf('src')
const shipped = sources.filter((file) => isCode(file) && !isTest(file))
const engine = shipped.filter((file) => file.startsWith('src/engine/'))
const written = [...sources, ...filesOf('e2e', 'bench', 'scripts')]

// ── Arrows ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What each folder may import: the table in doc/architecture.md. `shared` stands for a list below the table. */
const mayImport: Record<string, readonly string[]> = (() => {
  const text = read('doc/architecture.md')
  const names = (list: string) =>
    [...list.replaceAll(/\([^)]*\)/g, '').matchAll(/\w+/g)].map(([name]) => name)
  const shared = names(/_shared_ are ([\w, ]+)\./.exec(text)![1]!)
  const rows = [...text.matchAll(/^\| `src\/([\w.]+)`.*\| ([^|]+) \|$/gm)]
  return Object.fromEntries(
    rows.map(([, folder, list]) => [
      folder!.replace('.tsx', ''),
      names(list!)
        .flatMap((name) => (name === 'shared' ? shared : name))
        .filter((name) => name !== 'nothing'),
    ]),
  )
})()

const folderOf = (file: string) => (dirname(file) === 'src' ? 'main' : file.split('/')[1]!)

function importsOf(file: string): string[] {
  const { module } = parseSync(file, read(file))
  const text = read(file)
  const requests = [
    ...module.staticImports.map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
    ),
    ...module.dynamicImports.map((one) =>
      text.slice(one.moduleRequest.start, one.moduleRequest.end).replaceAll(/^['"`]|['"`]$/g, ''),
    ),
    ...[...text.matchAll(/new URL\(\s*['"](\.[^'"]+)['"],\s*import\.meta\.url/g)].map(
      ([, address]) => address!,
    ),
  ]
  return requests
    .filter((request) => request.startsWith('.'))
    .map((request) => join(dirname(file), request.replace(/\?.*$/, '')).replaceAll('\\', '/'))
}

/** Returns what is loaded together with a file. Types, dynamic imports and workers are not. */
function staticImportsOf(file: string): string[] {
  const { module } = parseSync(file, read(file))
  return [
    ...module.staticImports
      .filter(({ entries }) => entries.length === 0 || entries.some((entry) => !entry.isType))
      .map((one) => one.moduleRequest.value),
    ...module.staticExports.flatMap((one) =>
      one.entries.flatMap((entry) => (entry.isType ? [] : (entry.moduleRequest?.value ?? []))),
    ),
  ]
    .filter((request) => request.startsWith('.') && !request.includes('?'))
    .map((request) => join(dirname(file), request).replaceAll('\\', '/'))
}

interface Node {
  readonly type: string
  readonly start: number
  readonly [key: string]: unknown
}

/** Visits every node of a file's syntax tree with its parents, the nearest last. */
function visitAll(file: string, text: string, visit: (node: Node, parents: readonly Node[]) => void): void {
  const go = (node: Node, parents: readonly Node[]): void => {
    visit(node, parents)
    for (const child of Object.values(node).flat())
      if (child && typeof child === 'object' && typeof (child as Node).type === 'string')
        go(child as Node, [...parents, node])
  }
  go(parseSync(file, text).program as unknown as Node, [])
}

/** Returns where a file names a lab, as `file:line: name`: by its id, its route, or an import from its folder. */
function labsNamedIn(file: string, text: string): string[] {
  const found: string[] = []
  const isLab = (node: unknown): boolean =>
    JSON.stringify(node, (key, value: unknown) => (key === 'parent' ? undefined : value)).includes(
      '"name":"lab"',
    )
  visitAll(file, text, (node, parents) => {
    const say = (what: string) =>
      found.push(`${file}:${text.slice(0, node.start).split('\n').length}: ${what}`)
    if (node.type === 'Literal' && typeof node.value === 'string') {
      const { value } = node
      const importing = /^\.{1,2}\/.*labs\/(descent|averages|map)\//.test(value)
      // A picture is called map, too: then only a comparison with a lab, or a lab's field, is the lab's name.
      const near = parents.at(-1)!
      const ofLab =
        (near.type === 'BinaryExpression' && isLab([near.left, near.right])) ||
        (near.type === 'Property' && near.value === node && isLab(near.key)) ||
        (near.type === 'TSLiteralType' && isLab(parents.slice(-3, -1).map(({ key }) => key))) ||
        (near.type === 'MemberExpression' && near.property === node)
      if (importing) say(join(dirname(file), value).replaceAll('\\', '/'))
      else if (['descent', 'averages', 'averages-lab'].includes(value) || (value === 'map' && ofLab))
        say(value)
    }
    const { object, property } = node as { readonly object?: Node; readonly property?: Node }
    if (
      node.type === 'MemberExpression' &&
      object?.name === 'labs' &&
      property?.type === 'Identifier' &&
      !node.computed
    )
      say(property.name as string)
  })
  return found
}

// Functions called through a subscription or a message, with the file that wires them.
const wires: Record<string, string> = {
  follow: 'src/state/createConductor.ts',
  work: 'src/worker/runner.worker.ts',
  receive: 'src/state/createConductor.ts',
  requestDraw: 'src/state/createConductor.ts',
  createLoop: 'src/state/descentModel.ts',
  pathLayer: 'src/panels/map/MapPanel.tsx',
}

test('α passes from slider to pixel through the functions that the architecture names', () => {
  const section = read('doc/architecture.md').split('## From the slider to the pixel')[1]!.split('\n## ')[0]!
  const rooms = [...section.matchAll(/`(\w+)`\s+\((src\/[\w./]+)\)/g)].map(([, name, file]) => [name!, file!])
  expect(rooms.length).toBeGreaterThan(9)
  rooms.forEach(([name, file], i) => {
    const defined = new RegExp(`(function|class|const) ${name}\\b|^  ${name}\\(`, 'm')
    expect(read(file!), `${name} is in ${file}`).toMatch(defined)
    if (i === 0) return
    const caller = wires[name!] ?? rooms[i - 1]![1]!
    expect(read(caller), `${name} is called in ${caller}`).toMatch(new RegExp(`\\b${name}\\(|: ${name}\\b`))
  })
})

describe('arrows', () => {
  test('every folder of src is known', () => {
    expect([...new Set(shipped.map(folderOf))].filter((folder) => !(folder in mayImport))).toEqual([])
  })

  test('the table of the architecture is read', () => {
    expect(Object.keys(mayImport).length).toBeGreaterThan(15)
    expect(mayImport.engine).toEqual([])
    expect(mayImport.panels).toContain('plot')
    expect(mayImport.plot).not.toContain('engine')
  })

  test('only the arrows of the architecture', () => {
    const wrong = shipped.flatMap((file) => {
      const from = folderOf(file)
      return importsOf(file)
        .filter((target) => folderOf(target) !== from && !mayImport[from]?.includes(folderOf(target)))
        .map((target) => `${file} → ${target}`)
    })
    expect(wrong).toEqual([])
  })

  test('a lab knows no other lab', () => {
    const labOf = (file: string) => /^src\/labs\/(descent|averages|map)\//.exec(file)?.[1]
    const wrong = shipped.flatMap((file) => {
      const own = labOf(file)
      return importsOf(file)
        .filter((target) => own !== undefined && labOf(target) !== undefined && labOf(target) !== own)
        .map((target) => `${file} → ${target}`)
    })
    expect(wrong).toEqual([])
  })

  test('outside of its folder no lab is known by name', () => {
    // Where a lab's id must stand, and why.
    const reasons: Readonly<Record<string, string>> = {
      'src/document/routes.ts': 'the routes of free play, which are in links',
      'src/document/link/read.ts': 'the address of each of the three kinds of experiment',
      'src/document/link/write.ts': 'the address of each of the three kinds of experiment',
      'src/document/link/formula.ts': 'the address of each of the three kinds of experiment',
      'src/course/ids.ts': 'the lab of each lesson, which the page needs before the lesson is loaded',
      'src/course/lesson.ts': 'a lesson is a union by lab',
      'src/course/figures.ts': 'a figure has the name of its lab',
    }
    // The file format's three kinds of experiment are the engine's; the lessons are data; words have keys.
    const outside = shipped.filter((file) => !/^src\/(labs|engine|cli|worker|lessons|i18n)\//.test(file))
    const found = outside.flatMap((file) => labsNamedIn(file, read(file)))
    const files = [...new Set(found.map((one) => one.split(':')[0]!))]
    expect(found.filter((one) => !(one.split(':')[0]! in reasons))).toEqual([])
    expect(Object.keys(reasons).filter((file) => !files.includes(file))).toEqual([])
  })

  test('the scan for labs sees names and imports, and no pictures of the same name', () => {
    const named = (text: string) => labsNamedIn('src/app/a.ts', text)
    expect(named("if (lesson.lab === 'averages') go()")).toEqual(['src/app/a.ts:1: averages'])
    expect(named("const route = 'averages-lab'\nopen('descent')")).toHaveLength(2)
    expect(
      named("type Own = { lab: 'map' }\nconst one = { lab: 'map' }\nif ('map' !== other.lab) go()"),
    ).toHaveLength(3)
    expect(named("import { useAverages } from '../labs/averages/document.ts'")).toEqual([
      'src/app/a.ts:1: src/labs/averages/document.ts',
    ])
    expect(named("const later = () => import('../labs/map/index.ts')")).toHaveLength(1)
    expect(named("labs.descent.load()\nlabs['map'].load()")).toHaveLength(2)
    expect(named("pictureOf('map')\nimport { labs } from '../labs/index.ts'\n// the lab 'averages'")).toEqual(
      [],
    )
  })

  test('no file imports itself through others, not even a type', () => {
    const imports = new Map(
      shipped.map((file) => {
        const { module } = parseSync(file, read(file))
        const requests = [
          ...module.staticImports.map((one) => one.moduleRequest.value),
          ...module.staticExports.flatMap((one) =>
            one.entries.flatMap((entry) => entry.moduleRequest?.value ?? []),
          ),
        ]
        const own = requests.filter((request) => request.startsWith('.') && !request.includes('?'))
        return [file, own.map((request) => join(dirname(file), request).replaceAll('\\', '/'))]
      }),
    )
    const done = new Set<string>()
    const circles: string[] = []
    const visit = (file: string, way: readonly string[]): void => {
      if (way.includes(file)) circles.push([...way.slice(way.indexOf(file)), file].join(' → '))
      if (done.has(file) || way.includes(file)) return
      for (const target of imports.get(file) ?? []) visit(target, [...way, file])
      done.add(file)
    }
    for (const file of shipped) visit(file, [])
    expect(circles).toEqual([])
  })

  test('the engine imports nothing but itself, not even a package', () => {
    const packages = engine.flatMap((file) =>
      parseSync(file, read(file))
        .module.staticImports.map((one) => one.moduleRequest.value)
        .filter((request) => !request.startsWith('.'))
        .map((request) => `${file} → ${request}`),
    )
    expect(packages).toEqual([])
  })

  test('the entry loads no optimizer, surface or rule language; the registries load after the first picture', () => {
    const first = new Set<string>()
    const visit = (file: string): void => {
      if (first.has(file) || !isCode(file)) return
      first.add(file)
      staticImportsOf(file).forEach(visit)
    }
    visit('src/main.tsx')
    expect(first).toContain('src/panels/map/MapPanel.tsx')
    const registries = /^src\/engine\/(language|optimizers|surfaces)\//
    expect([...first].filter((file) => registries.test(file)).sort()).toEqual([
      'src/engine/optimizers/momentumBeta.ts',
      'src/engine/surfaces/expressionStart.ts',
      'src/engine/surfaces/quadraticStart.ts',
    ])
  })

  test('no optimizer is named outside the registry, its kernels and preset runs', () => {
    const rooms =
      /^src\/(engine\/(optimizers|language)\/|lessons\/|course\/|labs\/descent\/gallery\/|panels\/(rule|lesson)\/|i18n\/)/
    // One look per optimizer, the C kernels, and the networks' own.
    const files = ['src/panels/looks.ts', 'src/engine/wasm/networkDescent.ts']
    const ids = Object.keys(optimizers).filter((id) => id !== 'rule')
    const named = new RegExp(`(?<!optimizer: )'(${ids.join('|')})'`, 'g')
    const found = shipped
      .filter((file) => !rooms.test(file) && !files.includes(file))
      .flatMap((file) => [...read(file).matchAll(named)].map(([id]) => `${file}: ${id}`))
    expect(found).toEqual([])
  })

  test('d3 only by named imports', () => {
    expect(shipped.filter((file) => /import \* as \w+ from ['"]d3['"]/.test(read(file)))).toEqual([])
  })
})

test('a lesson’s file is data: it calls nothing and has no function', () => {
  const found: string[] = []
  const visit = (file: string, node: Node): void => {
    if (/Function|Class|CallExpression|NewExpression|TaggedTemplate/.test(node.type))
      found.push(`${file}: ${node.type}`)
    for (const child of Object.values(node).flat())
      if (child && typeof child === 'object' && typeof (child as Node).type === 'string')
        visit(file, child as Node)
  }
  for (const file of shipped.filter((one) => one.startsWith('src/lessons/')))
    visit(file, parseSync(file, read(file)).program as unknown as Node)
  expect(found).toEqual([])
})

// ── Arithmetic ─────────────────────────────────────────────────────────────────────────────────────────────────────────

// Exact by IEEE 754 or by definition. Everything else in Math may differ in its last bit between engines.
const exactMath = new Set(
  'sqrt abs min max floor ceil round trunc sign imul clz32 fround PI E LN2 LN10 LOG2E LOG10E SQRT2 SQRT1_2'.split(
    ' ',
  ),
)
const bannedGlobals = new Set([
  'Date',
  'performance',
  'crypto',
  'Intl',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
])

/** Returns what may give other bits on another machine, as `line: what`. */
function inexactIn(file: string, text: string): string[] {
  const found: string[] = []
  const isIdentifier = (node: unknown, name: string) =>
    (node as Node | undefined)?.type === 'Identifier' && (node as Node).name === name
  const visit = (node: Node, parent: Node | undefined) => {
    const say = (what: string) =>
      found.push(`${file}:${text.slice(0, node.start).split('\n').length}: ${what}`)
    if (node.operator === '**' || node.operator === '**=') say('**')
    const isKey = parent && !parent.computed && (parent.property === node || parent.key === node)
    if (node.type === 'Identifier' && !isKey && bannedGlobals.has(node.name as string))
      say(node.name as string)
    if (isIdentifier(node, 'Math') && !isKey) {
      const property =
        parent?.type === 'MemberExpression' && !parent.computed ? (parent.property as Node) : undefined
      const name = (property?.name as string | undefined) ?? '[…]'
      if (!exactMath.has(name)) say(`Math.${name}`)
    }
    for (const [key, child] of Object.entries(node)) {
      if (key === 'typeAnnotation' || key === 'returnType') continue
      for (const one of Array.isArray(child) ? child : [child])
        if (one && typeof one === 'object' && typeof (one as Node).type === 'string') visit(one as Node, node)
    }
  }
  visit(parseSync(file, text).program as unknown as Node, undefined)
  return found
}

describe('arithmetic of the engine', () => {
  test('the scan finds violations, and ignores comments and strings', () => {
    expect(inexactIn('a.ts', 'let a = 2 ** 3\na **= 2')).toEqual(['a.ts:1: **', 'a.ts:2: **'])
    expect(inexactIn('a.ts', 'Math.exp(1); const { sin } = Math; Math["cos"](1)')).toHaveLength(3)
    expect(inexactIn('a.ts', 'const now = Date.now() + performance.now()')).toHaveLength(2)
    expect(
      inexactIn('a.ts', '// x ** 2, Math.exp\nconst s = "a ** b"; Math.sqrt(2); h.Date; ({ Date: 1 })'),
    ).toEqual([])
  })

  test('only + − × ÷ √ and exact.ts', () => {
    expect(engine.flatMap((file) => inexactIn(file, read(file)))).toEqual([])
  })
})

// ── Sheets ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

// A class is local to its sheet. Another sheet of a lower floor, a test or a benchmark calls it by its name in the page,
// `Slider-head` (scripts/vite/classNames.ts).
describe('sheets', () => {
  const sheets = sources.filter((file) => file.endsWith('.css'))
  const nameOf = (sheet: string) => basename(sheet).split('.')[0]!
  const classesOf = (file: string) => [
    ...new Set(
      [
        ...read(file)
          .replaceAll(/\/\*[\s\S]*?\*\/|'[^'\n]*'|"[^"\n]*"/g, '')
          .matchAll(/\.([a-zA-Z][\w-]*)/g),
      ].map(([, name]) => name!),
    ),
  ]
  const own = new Map(
    sheets
      .filter((file) => file.endsWith('.module.css'))
      .map((file) => [nameOf(file), { file, names: classesOf(file).filter((name) => !name.includes('-')) }]),
  )
  const isKnown = (name: string) => {
    const [sheet, local] = name.split('-')
    return own.get(sheet!)?.names.includes(local!) === true
  }

  test('a class belongs to one sheet, and others use that sheet’s name', () => {
    expect([...own].length).toBe(sheets.filter((file) => file.endsWith('.module.css')).length)
    const global = sheets
      .filter((file) => !file.endsWith('.module.css'))
      .flatMap((file) => classesOf(file).map((name) => `${file}: .${name}`))
    expect(global.filter((one) => !isKnown(one.split(': .')[1]!))).toEqual([])
  })

  test('a sheet uses only classes that exist, from folders it may import', () => {
    const panelOf = (file: string) => /^src\/panels\/(\w+)\//.exec(file)?.[1]
    const wrong = sheets.flatMap((file) =>
      classesOf(file)
        .filter((name) => name.includes('-'))
        .filter((name) => {
          const target = own.get(name.split('-')[0]!)?.file
          if (!target || !isKnown(name)) return true
          const [from, to] = [folderOf(file), folderOf(target)]
          // What a lab shows is marked by data-part.
          if (from !== to && to === 'labs') return true
          if (from === 'panels' && to === 'panels' && panelOf(target) && panelOf(file) !== panelOf(target))
            return true
          return from !== to && !mayImport[from]!.includes(to)
        })
        .map((name) => `${file}: .${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('code uses only classes that exist, and every class is used', () => {
    const named = new Set<string>()
    const wrong: string[] = []
    for (const file of shipped) {
      const text = read(file)
      if (/className(=|: |=\{)['"]/.test(text)) wrong.push(`${file}: a class without a sheet`)
      for (const [, styles, sheet] of text.matchAll(/^import (\w+) from '[^']*?(\w+)\.module\.css'/gm)) {
        for (const [, local] of text.matchAll(new RegExp(`\\b${styles}\\.(\\w+)`, 'g'))) {
          named.add(`${sheet}-${local}`)
          if (!isKnown(`${sheet}-${local}`)) wrong.push(`${file}: ${styles}.${local}`)
        }
      }
    }
    expect(wrong).toEqual([])
    const all = [...own].flatMap(([sheet, { names }]) => names.map((name) => `${sheet}-${name}`))
    expect(all.filter((name) => !named.has(name))).toEqual([])
  })

  // Whatever else moves is laid out or painted anew, with every canvas of the page, in each frame.
  test('what moves is moved by the compositor', () => {
    const moving = sheets.flatMap((file) =>
      [...read(file).matchAll(/@keyframes \S+ \{((?:[^{}]*\{[^{}]*\})*)/g)].flatMap(([, frames]) =>
        [...frames!.matchAll(/([\w-]+):/g)].map(([, property]) => property!),
      ),
    )
    expect(moving).toContain('scale')
    const free = ['opacity', 'scale', 'rotate', 'translate', 'transform', 'visibility']
    expect(moving.filter((property) => !free.includes(property))).toEqual([])
  })

  test('a panel uses no class of another panel’s sheet', () => {
    const wrong = shipped
      .filter((file) => file.startsWith('src/panels/'))
      .flatMap((file) =>
        importsOf(file)
          .filter((target) => target.endsWith('.css') && target.startsWith('src/panels/'))
          .filter((target) => dirname(target) !== dirname(file) && dirname(target) !== 'src/panels')
          .map((target) => `${file} → ${target}`),
      )
    expect(wrong).toEqual([])
  })

  test('tests and benchmarks use classes that exist', () => {
    const wrong = filesOf('e2e', 'bench', 'scripts')
      .filter(isCode)
      .flatMap((file) =>
        [...read(file).matchAll(/['"`\s(>,]\.?\w*\.([A-Z]\w*-[a-z]\w*)/g)]
          .filter(([, name]) => !isKnown(name!))
          .map(([, name]) => `${file}: .${name}`),
      )
    expect(wrong).toEqual([])
  })
})

// ── Files ──────────────────────────────────────────────────────────────────────────────────────────────────────────────

describe('files', () => {
  test('each begins with a comment that describes it (a test has its names)', () => {
    const headless = written.filter(
      (file) => isCode(file) && !isTest(file) && !/^(#!.*\n)?\s*(\/\/|\/\*)/.test(read(file)),
    )
    expect(headless).toEqual([])
  })

  test('none has an empty name such as utils', () => {
    const vague = /(^|[^a-z])(utils?|helpers?|managers?|misc|stuff)([^a-z]|$)|(Utils?|Helpers?|Manager)\b/
    expect(written.filter((file) => vague.test(basename(file).replace(extname(file), '')))).toEqual([])
  })

  test('none of the shipped ones is longer than 300 lines (texts and data apart)', () => {
    const long = shipped
      .filter((file) => !/^src\/(i18n|lessons|engine\/datasets|engine\/wasm)\//.test(file))
      .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
      .filter(({ lines }) => lines > 300)
    expect(long).toEqual([])
  })

  test('none contains a path on somebody’s machine', () => {
    const texts = [
      ...written,
      ...filesOf('doc', '.ci'),
      'README.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      'index.html',
    ]
    const local = /(^|[^\w.:/])\/(work|root|preset\/\w+|Users\/\w+)\/|[A-Z]:\\Users\\/
    expect(texts.filter((file) => !/\.(png|woff2?|wasm|csv)$/.test(file) && local.test(read(file)))).toEqual(
      [],
    )
  })
})
