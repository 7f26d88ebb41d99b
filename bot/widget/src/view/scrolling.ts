// Keeps the newest turn in view: its beginning when it is long, its end when it is short.

const ROOM = 12;

/** Whichever of the two scrolls at this size: the transcript, or on low screens the whole panel. */
export function showTurn(turn: HTMLElement, scrollers: HTMLElement[]): void {
  for (const scroller of scrollers) {
    if (scroller.scrollHeight <= scroller.clientHeight) continue;
    const above = turn.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    scroller.scrollTop = Math.min(scroller.scrollHeight, scroller.scrollTop + above - ROOM);
  }
}

/** Whether somebody reads the end, rather than having gone back to something older. */
export function nearEnd(scrollers: HTMLElement[]): boolean {
  return scrollers.every((one) => one.scrollHeight - one.clientHeight - one.scrollTop < 160);
}
