import type { Page } from "playwright-core"

/** What can be pressed and is smaller than 24 by 24 px, against WCAG 2.2, success criterion 2.5.8, with its exceptions. */
export const smallTargets = (page: Page): Promise<string[]> => page.locator("body").evaluate(findSmall)

/** Runs in the page, and so knows nothing but what is in it. */
function findSmall(body: Element): string[] {
  const least = 24
  type Target = { element: Element; box: DOMRect }
  const targets = [
    ...body.querySelectorAll("a[href], button, input:not([type=hidden]), select, summary, [role=option]"),
  ]
    .map((element): Target => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ element, box }) => element.checkVisibility({ visibilityProperty: true }) && box.width > 0)
  const isSmall = ({ box }: Target) => box.width < least - 0.01 || box.height < least - 0.01
  // Spacing: a circle as wide as a target should be, about the middle of each, touches no other target, nor its circle.
  const middle = ({ box }: Target) => [box.x + box.width / 2, box.y + box.height / 2] as const
  const nearest = (value: number, from: number, to: number) => Math.max(from, Math.min(value, to))
  const touches = (one: Target, other: Target) => {
    const [x, y] = middle(one)
    const [otherX, otherY] = middle(other)
    if (isSmall(other) && Math.hypot(x - otherX, y - otherY) < least - 0.01) return true
    const { left, right, top, bottom } = other.box
    return Math.hypot(x - nearest(x, left, right), y - nearest(y, top, bottom)) < least / 2 - 0.01
  }
  // Inline: in a sentence a target is as high as its line.
  const isInSentence = ({ element }: Target) => {
    const block = element.closest("p, li, dd, dt, td, figcaption, blockquote, h1, h2, h3, h4")
    if (getComputedStyle(element).display !== "inline" || block === null) return false
    const own = [...block.querySelectorAll("a")].map((link) => link.textContent ?? "").join("")
    return (block.textContent ?? "").replace(/\s/g, "").length > own.replace(/\s/g, "").length
  }
  // Equivalent: what a bar of a chart or a circle on a map leads to, a link beside it leads to as well.
  const isElsewhere = ({ element }: Target) =>
    element.closest("svg") !== null &&
    targets.some(
      (other) =>
        !other.element.closest("svg") &&
        !isSmall(other) &&
        other.element.getAttribute("href") === element.getAttribute("href"),
    )
  return targets
    .filter(isSmall)
    .filter((target) => !isElsewhere(target))
    .filter((target) => !isInSentence(target))
    .filter((target) =>
      targets.some((other) => other !== target && !target.element.contains(other.element) && touches(target, other)),
    )
    .map(
      ({ element, box }) => `${box.width.toFixed(1)} × ${box.height.toFixed(1)} px: ${element.outerHTML.slice(0, 150)}`,
    )
}
