// Where the person writes. Nothing typed is ever cut or lost.
import { fill, type Copy } from "../copy";
import { Counter } from "./counter";
import { icon } from "./icons";
import { make } from "./make";

interface Wiring {
  copy: Copy;
  limit: () => number;
  send: (words: string) => void;
  draft: (words: string) => void;
  announce: (words: string) => void;
  hint: HTMLElement;
}

export class Composer {
  readonly element: HTMLFormElement;
  readonly input: HTMLTextAreaElement;
  private readonly error = make("p", { class: "error", id: "error", hidden: true });
  private readonly counter: Counter;

  constructor(private readonly wiring: Wiring) {
    const { copy, announce, hint } = wiring;
    this.counter = new Counter(copy, announce);
    hint.id = "hint";
    this.input = make("textarea", {
      id: "question", rows: 1, placeholder: copy.placeholder, dir: "auto", autocomplete: "off", enterkeyhint: "send",
      "aria-describedby": "hint", onkeydown: (event: KeyboardEvent) => this.key(event), oninput: () => this.changed(),
    });
    const button = make("button", { class: "send", "aria-label": copy.send }, icon("send"));
    this.element = make(
      "form",
      { class: "composer", novalidate: true, onsubmit: (event: Event) => this.submit(event) },
      make("label", { for: "question" }, copy.question),
      this.error,
      make("div", { class: "line" }, this.input, button),
      make("div", { class: "below" }, hint, this.counter.element),
    );
  }

  /** Puts words in the input, as after a reload. */
  fill(words: string): void {
    this.input.value = words;
    this.changed();
  }

  /** Shows what is wrong, tied to the input, and speaks it. */
  complain(words: string): void {
    this.error.textContent = words;
    this.error.hidden = !words;
    this.input.setAttribute("aria-describedby", words ? "error hint" : "hint");
    if (words) this.input.setAttribute("aria-invalid", "true");
    else this.input.removeAttribute("aria-invalid");
    if (words) this.wiring.announce(words);
  }

  private key(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    this.submit(event);
  }

  private changed(): void {
    const { limit, draft } = this.wiring;
    if (!this.error.hidden && this.input.value.trim().length <= limit()) this.complain("");
    this.counter.show(length(this.input.value), limit());
    draft(this.input.value);
    if (CSS.supports("field-sizing", "content")) return;
    this.input.style.height = "auto";
    this.input.style.height = `${this.input.scrollHeight + 2}px`;
  }

  private submit(event: Event): void {
    event.preventDefault();
    const { copy, limit, send } = this.wiring;
    const words = this.input.value.trim();
    const over = length(words) - limit();
    if (!words || over > 0) return this.complain(words ? fill(copy.too_long, { over }) : copy.empty);
    this.complain("");
    this.fill("");
    this.input.focus();
    send(words);
  }
}

/** Characters as the server counts them. */
function length(words: string): number {
  return Array.from(words).length;
}
