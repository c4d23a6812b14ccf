// Shared by tests of the stage: what is readable from the back row, and a press that has been handled.
import type { Page } from '@playwright/test'
import { twoFrames } from './seen.ts'

/** Measures on the page what someone in the back row needs. */
export function measure(page: Page) {
  return page.evaluate(() => {
    const { innerWidth: width, innerHeight: height } = window
    const visible = (node: Element): boolean => {
      const style = getComputedStyle(node)
      const box = node.getBoundingClientRect()
      return style.visibility !== 'hidden' && style.display !== 'none' && box.width > 1 && box.height > 1
    }
    const wall = document.querySelector('.Stage-wall')!
    const inWindow = (node: Element): number => {
      const box = node.getBoundingClientRect()
      const wide = Math.min(box.right, width) - Math.max(box.left, 0)
      const high = Math.min(box.bottom, height) - Math.max(box.top, 0)
      return (Math.max(0, wide) * Math.max(0, high)) / (width * height)
    }
    const figure = Math.max(
      0,
      ...[...wall.querySelectorAll('.Stage-scenePicture .Stage-scenePanel, .StageMap-map')].map(inWindow),
    )
    const small: string[] = []
    const out: string[] = []
    const walker = document.createTreeWalker(wall, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode
      const node = text.parentElement!
      if (
        !text.textContent!.trim() ||
        node.closest('sub, sup, tspan, .Text-spoken, .Plot-summary, .HoldCard-shape, [hidden]')
      )
        continue
      if (!visible(node) || node.closest('[aria-hidden="true"]:not(g)')) continue
      const size = parseFloat(getComputedStyle(node).fontSize)
      if (size < height / 50 - 0.3)
        small.push(`${size.toFixed(1)}px: ${text.textContent!.trim().slice(0, 30)}`)
    }
    for (const node of wall.querySelectorAll(
      '.Stage-sceneTitle span, .Stage-sceneSentence span, .Stage-sceneQuestion, .Cards-text, .Cards-hands, .Stage-scenePlace',
    )) {
      if (!visible(node)) continue
      const box = node.getBoundingClientRect()
      const inside = box.left >= 0 && box.top >= 0 && box.right <= width + 0.5 && box.bottom <= height + 0.5
      const card = node.closest('.HoldCard-card')?.getBoundingClientRect()
      const fits = !card || (box.bottom <= card.bottom + 1 && box.top >= card.top - 1)
      if (!inside || !fits) out.push(node.textContent!.slice(0, 40))
    }
    const scrolls =
      document.documentElement.scrollHeight > height || document.documentElement.scrollWidth > width
    return { figure, small: small.slice(0, 4), out, scrolls }
  })
}

export const press = async (page: Page, key: string): Promise<void> => {
  await page.keyboard.press(key)
  await twoFrames(page)
}
