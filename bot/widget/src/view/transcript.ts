// The chat so far. Only ever grows at its end, so that nothing is read twice.
import type { Reply, Turn } from "../contract/types";
import type { Context } from "./context";
import { make, unseen } from "./make";
import { TurnView } from "./turn";

const TYPING_AFTER_MS = 400;

export class Transcript {
  /** Labelled and in the page from the start. The announcer does the speaking, hence aria-live is off. */
  readonly element: HTMLElement;
  private readonly turns = new Map<string, TurnView>();
  private readonly list = make("div", { class: "turns" });
  private readonly typing = make("div", { class: "typing", "aria-hidden": "true", hidden: true }, make("i"), make("i"), make("i"));
  private timer = 0;

  constructor(private readonly context: Context) {
    const { copy } = context;
    const attributes = { class: "transcript", role: "log", "aria-live": "off", "aria-label": copy.transcript, tabindex: 0 };
    this.element = make("div", attributes, this.list, this.typing, unseen(copy.transcript_end));
  }

  /** Begins anew with the first thing said. */
  greet(replies: Reply[]): void {
    this.turns.clear();
    this.list.replaceChildren();
    if (replies.length) this.turn("greeting", undefined).answer({ id: "greeting", replies }, false);
  }

  /** The turn of an id, made when it is not there yet. */
  turn(id: string, words: string | undefined): TurnView {
    let turn = this.turns.get(id);
    if (!turn) {
      turn = new TurnView(words, this.context);
      this.turns.set(id, turn);
      this.list.append(turn.element);
    }
    return turn;
  }

  answer(turn: Turn, words: string | undefined, askUseful: boolean): void {
    this.stopTyping();
    this.turn(turn.id, words).answer(turn, askUseful);
  }

  /** Shows that an answer is coming, if it takes long enough to notice. */
  startTyping(shown: () => void): void {
    this.stopTyping();
    this.timer = window.setTimeout(() => {
      this.typing.hidden = false;
      shown();
    }, TYPING_AFTER_MS);
  }

  stopTyping(): void {
    clearTimeout(this.timer);
    this.typing.hidden = true;
  }

  /** A note that is no turn. */
  note(...content: (Node | string)[]): void {
    this.stopTyping();
    this.list.append(make("div", { class: "state failed" }, ...content));
  }

  /** The whole chat as words. */
  words(): string {
    return this.list.innerText.trim();
  }

  get content(): HTMLElement {
    return this.list;
  }
}
