// How the person likes to read: easy read, and how large. Remembered in this tab.
import type { Store } from "./chat/store";

/** What a press of "Easy read" sends; the conversation itself keeps the style from there on. */
const EASY = "ask:bot.easy_read";
const STANDARD = "ask:bot.standard";

export class Reading {
  constructor(
    private readonly root: HTMLElement,
    private readonly store: Store,
    private readonly send: (choice: { title: string; payload: string }) => void,
    private readonly titles: { easy: string; standard: string },
  ) {}

  /** Switches the style; in a conversation that has begun, the last answer is said again that way. */
  readonly easy = (on: boolean): void => {
    this.store.keep({ easy: on });
    const title = on ? this.titles.easy : this.titles.standard;
    if (this.store.memory.token) this.send({ title, payload: on ? EASY : STANDARD });
  };

  readonly size = (size: number): void => {
    this.store.keep({ size });
    this.show(size);
  };

  show(size: number): void {
    this.root.dataset["size"] = String(size);
  }
}
