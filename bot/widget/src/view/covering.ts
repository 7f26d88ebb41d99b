// A floating widget must never hide what has the focus in the page (WCAG 2.4.11): then it gives way.

/** Calls `cover` whenever the focus moves: true when the box hides all of what has it. */
export function watchCovering(host: Element, box: () => Element, cover: (hidden: boolean) => void): () => void {
  const moved = (event: FocusEvent) => {
    const target = event.target;
    if (!(target instanceof Element) || target.contains(host)) return;
    cover(target !== host && inside(target.getBoundingClientRect(), box().getBoundingClientRect()));
  };
  document.addEventListener("focusin", moved);
  return () => document.removeEventListener("focusin", moved);
}

function inside(small: DOMRect, large: DOMRect): boolean {
  return small.left >= large.left && small.right <= large.right && small.top >= large.top && small.bottom <= large.bottom;
}
