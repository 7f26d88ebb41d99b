// How many characters are used, from four fifths of the limit on.
import { fill, type Copy } from "../copy";
import { make } from "./make";

const SHOWN_FROM = 0.8;
/** Spoken when the share is first reached, not at every key. */
const SPOKEN_AT = [SHOWN_FROM, 0.95, 1];

export class Counter {
  readonly element = make("p", { class: "counter", hidden: true });
  private spoken = 0;

  constructor(
    private readonly copy: Copy,
    private readonly announce: (words: string) => void,
  ) {}

  show(used: number, most: number): void {
    const share = used / most;
    this.element.hidden = share < SHOWN_FROM;
    this.element.textContent = "";
    // Writing numbers wakes the browser's language data, which takes its time: not before it is needed.
    if (!this.element.hidden) this.count(used, most);
    const reached = SPOKEN_AT.filter((bar) => share >= bar).length;
    if (reached > this.spoken) this.announce(this.element.textContent);
    this.spoken = reached;
  }

  private count(used: number, most: number): void {
    this.element.textContent = fill(this.copy.characters, { used: used.toLocaleString("en-GB"), most: most.toLocaleString("en-GB") });
    this.element.classList.toggle("over", used > most);
  }
}
