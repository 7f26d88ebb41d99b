// Easy read and text size, always in the same place; the rest behind "More".
import { fill, type Copy } from "../copy";
import { icon } from "./icons";
import { make } from "./make";

export const SIZES = 5;

interface Wiring {
  copy: Copy;
  announce: (words: string) => void;
  easy: (on: boolean) => void;
  size: (size: number) => void;
  more: HTMLElement;
}

export class Toolbar {
  readonly element: HTMLElement;
  readonly moreButton: HTMLButtonElement;
  private readonly easyButton: HTMLButtonElement;
  private readonly sizeButtons: HTMLButtonElement[];
  private size = 0;

  constructor(private readonly wiring: Wiring) {
    const { copy, more } = wiring;
    more.id = "more";
    more.hidden = true;
    this.easyButton = make("button", { type: "button", class: "tool easy-read", onclick: () => this.pressEasy() }, make("span", {}, copy.easy_read));
    this.sizeButtons = [
      make("button", { type: "button", class: "tool small", "aria-label": copy.smaller, onclick: () => this.resize(-1) }, "A"),
      make("button", { type: "button", class: "tool large", "aria-label": copy.larger, onclick: () => this.resize(1) }, "A"),
    ];
    const attributes = { type: "button", class: "tool", "aria-expanded": "false", "aria-controls": "more" };
    this.moreButton = make("button", { ...attributes, onclick: () => this.showMore(Boolean(more.hidden)) }, icon("more"), make("span", {}, copy.more));
    this.element = make("div", { class: "toolbar", role: "group", "aria-label": copy.tools }, this.easyButton, ...this.sizeButtons, this.moreButton);
  }

  /** Shows how things are, without telling anybody. */
  show(easy: boolean, size: number): void {
    this.size = size;
    this.easyButton.setAttribute("aria-pressed", String(easy));
    this.sizeButtons.forEach((button, i) => button.setAttribute("aria-disabled", String(size === [0, SIZES - 1][i])));
  }

  /** Opens or closes what is behind "More". */
  showMore(open: boolean): void {
    this.wiring.more.hidden = !open;
    this.moreButton.setAttribute("aria-expanded", String(open));
  }

  private pressEasy(): void {
    const on = this.easyButton.getAttribute("aria-pressed") !== "true";
    this.show(on, this.size);
    this.wiring.easy(on);
  }

  private resize(by: number): void {
    const size = Math.min(SIZES - 1, Math.max(0, this.size + by));
    this.show(this.easyButton.getAttribute("aria-pressed") === "true", size);
    this.wiring.size(size);
    this.wiring.announce(fill(this.wiring.copy.size_is, { size: size + 1, most: SIZES }));
  }
}
