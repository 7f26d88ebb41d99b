// On phones the keyboard covers the lower half: the full-screen panel keeps to what is left.

/** Follows the visible part of the window; does nothing while somebody has zoomed in. */
export function keepClearOfKeyboard(panel: HTMLElement): () => void {
  const seen = window.visualViewport;
  if (!seen) return () => undefined;
  const fit = () => {
    const covered = seen.scale === 1 ? Math.round(window.innerHeight - seen.height) : 0;
    panel.style.setProperty("--keyboard", `${covered > 80 ? covered : 0}px`);
  };
  seen.addEventListener("resize", fit);
  return () => seen.removeEventListener("resize", fit);
}
