// Says things to screen readers: each once, by name, without markup.
import { make } from "./make";

const KEPT_MS = 1000;

export class Announcer {
  readonly element = make("div", { class: "unseen", "aria-live": "polite", "aria-relevant": "additions" });

  say(words: string): void {
    const entry = make("p", {}, words);
    this.element.append(entry);
    // Read once, then gone, so that nobody comes upon it while reading the page.
    setTimeout(() => entry.remove(), KEPT_MS);
  }
}
