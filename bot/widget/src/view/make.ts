// Elements without markup strings: data only ever becomes text or an attribute.

type Value = string | number | boolean | null | undefined | ((event: any) => void);
export type Child = Node | string | null | undefined | false;

/** An element. `on…` values are listeners; true is an empty attribute; null, undefined and false are left out. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, Value> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

/** Words for screen readers only. */
export function unseen(words: string): HTMLElement {
  return make("span", { class: "unseen" }, words);
}
