// How the app is served, built and unit-tested. `vite build` writes dist/, which works from any folder of any static
// host. `vite build --mode single` writes dist-single/ravine.html, the whole app in one file that opens by double
// click.
import { readdirSync, readFileSync } from 'node:fs'
import { defineConfig } from 'vitest/config'
import react from '@vitejs/plugin-react'
import { askAgain } from './scripts/vite/askAgain.ts'
import { classNameOf, classNames } from './scripts/vite/classNames.ts'
import { contentSecurity } from './scripts/vite/contentSecurity.ts'
import { firstWords } from './scripts/vite/firstWords.ts'
import { offline } from './scripts/vite/offline.ts'
import { shellFirst } from './scripts/vite/shellFirst.ts'
import { singleFile } from './scripts/vite/singleFile.ts'
import { thirdParty } from './scripts/vite/thirdParty.ts'

const tests = ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs']

/** Tests that replace a global, load a module again or add to a registry. What they leave would reach other tests. */
const leavesTraces = (process.env.VITEST ? ['src', 'scripts'] : [])
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => `${folder}/${String(file)}`))
  .filter((file) => /\.test\.(tsx?|mjs)$/.test(file))
  .filter(
    (file) =>
      file.endsWith('addedEntry.test.ts') ||
      /vi\.(stubGlobal|resetModules|mock|doMock)\b/.test(readFileSync(file, 'utf8')),
  )

export default defineConfig(({ mode }) => {
  const single = mode === 'single'
  return {
    base: './',
    css: { modules: { generateScopedName: classNameOf } },
    plugins: [
      classNames(),
      react(),
      thirdParty({ single }),
      single ? singleFile() : [askAgain(), firstWords(), shellFirst(), offline()],
      contentSecurity({ single }),
    ],
    publicDir: single ? false : 'public',
    worker: { format: single ? 'iife' : 'es' },
    build: {
      target: 'es2022',
      outDir: single ? 'dist-single' : 'dist',
      // A browser without modulepreload loads the same files a little later.
      modulePreload: { polyfill: false },
      // scripts/size.mjs reads from it what the first picture loads.
      manifest: !single,
      cssCodeSplit: false,
      chunkSizeWarningLimit: 1000,
      ...(single
        ? {}
        : {
            assetsInlineLimit: 0,
            // Bundle the entry's static imports into one file, which compresses better than fifty small ones.
            rolldownOptions: {
              // d3-array calls these as it loads, for functions of its that nothing here uses.
              treeshake: { manualPureFunctions: ['bisector', 'shuffler'], propertyReadSideEffects: false },
              output: {
                // The entry lists the files of all parts, so one letter less per hash saves it 100 bytes.
                chunkFileNames: 'assets/[name]-[hash:7].js',
                assetFileNames: 'assets/[name]-[hash:7][extname]',
                codeSplitting: {
                  groups: [
                    {
                      name: 'first',
                      tags: ['$initial'],
                      test: (id: string) => !/(main\.tsx|index\.html)$/.test(id),
                    },
                    // Put what many parts share into two files: a page then makes less than half as many requests.
                    // The engine imports nothing above it, so the two files never import each other in a circle.
                    { name: 'engine', test: /[\\/]src[\\/](engine|data)[\\/]/, minShareCount: 6 },
                    { name: 'parts', test: /[\\/]src[\\/]/, minShareCount: 6 },
                    // The same for what lessons share with the stage, the console and the contents.
                    {
                      name: 'course',
                      test: /[\\/]src[\\/](course|labs[\\/](descent[\\/]lesson|lessonParts|stageParts))/,
                      minShareCount: 2,
                    },
                  ],
                },
              },
            },
          }),
    },
    preview: { headers: { 'Cache-Control': 'no-store' } },
    test: {
      environment: 'node',
      setupFiles: ['scripts/vitest/properties.ts'],
      testTimeout: 30_000,
      hookTimeout: 30_000,
      pool: 'threads',
      // The tests of a thread share its modules: importing the engine for each file takes longer than most tests.
      projects: [
        {
          extends: true,
          test: {
            name: 'shared',
            include: tests,
            exclude: leavesTraces,
            isolate: false,
          },
        },
        { extends: true, test: { name: 'alone', include: leavesTraces } },
      ],
    },
  }
})
