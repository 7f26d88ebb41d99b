// One turn: what the person said, and what came of it.
import type { Turn } from "../contract/types";
import { Refusal } from "../contract/trouble";
import { actions } from "./actions";
import { ownBubble, replyBubble } from "./bubbles";
import type { Context } from "./context";
import { feedback } from "./feedback";
import { icon } from "./icons";
import { make } from "./make";

export class TurnView {
  readonly element = make("div", { class: "turn" });
  private state: HTMLElement | null = null;

  constructor(
    words: string | undefined,
    private readonly context: Context,
  ) {
    if (words) this.element.append(ownBubble(words, context));
  }

  /** Shows the replies. `askUseful` is false after a crisis and where there is nothing to judge. */
  answer({ id, replies }: Turn, askUseful: boolean): void {
    this.clearState();
    const { copy, announce } = this.context;
    const judged = askUseful && replies.some((reply) => reply.status === "answered");
    const useful = judged ? feedback(copy, (yes) => this.context.feedback(id, yes), announce) : null;
    this.element.append(...replies.map((reply) => replyBubble(reply, this.context)));
    this.element.append(actions(replies, this.context, useful));
  }

  /** Says that the message waits, or failed; and offers to try again. */
  trouble(trouble: unknown, final: boolean): void {
    const { copy } = this.context;
    this.clearState();
    const kind = trouble instanceof Refusal ? trouble : null;
    const fallback = final ? copy.not_answered : kind?.code === "too_many" ? copy.waiting : copy.not_sent;
    const words = kind?.sentence || fallback;
    const again = make("button", { type: "button", class: "again", onclick: () => this.context.retry() }, copy.try_again);
    this.state = make("div", { class: final ? "state failed" : "state" }, icon("alert"), make("span", {}, words), again);
    this.element.append(this.state);
    this.context.announce(words);
  }

  /** Takes the note of trouble away. True when the focus was in it. */
  clearState(): boolean {
    const focused = this.state?.contains((this.element.getRootNode() as ShadowRoot).activeElement) ?? false;
    this.state?.remove();
    this.state = null;
    return focused;
  }
}
