// The page's view of the experiments stored on this device, and their actions.

import { create } from 'zustand'
import type { Experiment } from '../../engine/experiment.ts'
import { labs } from '../../labs/index.ts'
import { shownLab } from '../../labs/shown.ts'
import { handOver } from '../../document/handover.ts'
import { createKeeping, type KeptExperiment } from '../../state/kept.ts'
import { KeptDatabase } from '../../state/keptDatabase.ts'
import { ravine } from '../ravine.ts'
import { currentRoute, labRoutes } from '../../document/routes.ts'

const keeping = createKeeping(() => KeptDatabase.open())

export const useKept = create<{ readonly list: readonly KeptExperiment[] | undefined }>()(() => ({
  list: undefined,
}))

export async function readKeptList(): Promise<void> {
  useKept.setState({ list: await keeping.all() })
}

/** Stores one or several. Returns false when the device refused for the first time. */
export async function keep(...experiments: readonly KeptExperiment[]): Promise<boolean> {
  let whole = true
  for (const one of experiments) whole = (await keeping.put(one)) && whole
  await readKeptList()
  return whole
}

export async function forget(id: string): Promise<void> {
  await keeping.remove(id)
  await readKeptList()
}

/** Unlike `crypto.randomUUID`, works without a secure context. */
export const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** Returns the current experiment under a name. */
export async function shownNow(name: string, note: string): Promise<KeptExperiment> {
  const picture = await smallPicture()
  return {
    id: newId(),
    name,
    note,
    date: new Date().toISOString(),
    experiment: structuredClone(ravine.experiment) as Experiment,
    step: shownLab()?.model.target(),
    ...(picture !== undefined && { picture }),
  }
}

const small = { width: 320, height: 200 }

/** Returns a small version of the page's picture, or undefined if none can be painted. */
async function smallPicture(): Promise<string | undefined> {
  const plot = shownLab()?.actions?.picture()
  if (!plot) return undefined
  try {
    const canvas = document.createElement('canvas')
    const { width } = plot.view()
    // Painted at the size of the page, so its words keep their size, then scaled down.
    canvas.width = Math.max(480, Math.round(width))
    canvas.height = Math.round((canvas.width * small.height) / small.width)
    const { paint } = await plot.painter()
    paint(canvas.getContext('2d')!, { width: canvas.width, height: canvas.height, title: '' })
    const made = document.createElement('canvas')
    Object.assign(made, small)
    made.getContext('2d')!.drawImage(canvas, 0, 0, small.width, small.height)
    return made.toDataURL('image/png')
  } catch {
    return undefined
  }
}

/** Opens it in its own lab. */
export function openKept({ experiment, step }: KeptExperiment): void {
  const goOn = (): void => {
    if (step === undefined) return
    labs[experiment.lab].load().then(
      ({ actions }) => actions.seek(step),
      () => {},
    )
  }
  if (currentRoute() !== labRoutes[experiment.lab]) return handOver(experiment, goOn)
  shownLab()?.actions?.open(experiment)
  goOn()
}
