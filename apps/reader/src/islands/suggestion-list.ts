/** One thing on offer: its words, and what is done when it is chosen. `lang` where it may be another than the page's. */
export type Option = { text: string; lang?: string; isItem?: boolean; choose: () => void }

/** The list under a field, and how it is gone through by keyboard; how many there are is said in a live region. */
export function createList(field: HTMLInputElement) {
  const list = document.createElement("ul")
  list.id = `${field.id}-suggestions`
  list.role = "listbox"
  list.ariaLabel = field.dataset["label"] ?? ""
  list.hidden = true
  list.className = "suggestions"
  const status = document.createElement("p")
  status.role = "status"
  status.className = "unseen"
  field.after(list, status)
  field.role = "combobox"
  field.autocomplete = "off"
  field.setAttribute("aria-autocomplete", "list")
  field.setAttribute("aria-controls", list.id)
  field.ariaExpanded = "false"

  let options: Option[] = []
  let at = -1

  const mark = (next: number) => {
    list.children[at]?.setAttribute("aria-selected", "false")
    at = next
    const marked = list.children[at]
    marked?.setAttribute("aria-selected", "true")
    marked?.scrollIntoView({ block: "nearest" })
    if (marked) field.setAttribute("aria-activedescendant", marked.id)
    else field.removeAttribute("aria-activedescendant")
  }

  const close = () => {
    mark(-1)
    list.hidden = true
    field.ariaExpanded = "false"
    status.textContent = ""
  }

  const show = (offered: Option[]) => {
    options = offered
    at = -1
    list.replaceChildren(...offered.map((option, index) => elementOf(option, `${list.id}-${index}`)))
    if (offered.length === 0) return close()
    mark(-1)
    list.hidden = false
    field.ariaExpanded = "true"
    status.textContent = (field.dataset["count"] ?? "").replace("#", String(offered.length))
  }

  const elementOf = ({ text, lang, isItem, choose }: Option, id: string) => {
    const element = document.createElement("li")
    element.id = id
    element.role = "option"
    element.ariaSelected = "false"
    element.textContent = text
    element.dir = "auto"
    if (isItem) element.className = "item"
    if (lang !== undefined) element.lang = lang
    // The field keeps the focus, so that it is left only when somebody leaves it.
    element.addEventListener("mousedown", (event) => event.preventDefault())
    element.addEventListener("click", choose)
    return element
  }

  const keys: Record<string, () => void> = {
    ArrowDown: () => mark(at + 1 < options.length ? at + 1 : -1),
    ArrowUp: () => mark(at < 0 ? options.length - 1 : at - 1),
    Enter: () => options[at]?.choose(),
    Escape: close,
  }
  field.addEventListener("keydown", (event) => {
    const isMeant = event.key !== "Enter" || at >= 0
    if (list.hidden || event.isComposing || !keys[event.key] || !isMeant) return
    event.preventDefault()
    keys[event.key]?.()
  })
  field.addEventListener("blur", close)
  return { show, close }
}
