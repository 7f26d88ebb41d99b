// Shows what happens in the conversation: on screen, to screen readers, and as events for the website.
import type { Listener } from "./chat/listener";
import type { Store } from "./chat/store";
import type { Reply, Turn } from "./contract/types";
import { Refusal } from "./contract/trouble";
import type { Copy } from "./copy";
import type { Composer } from "./view/composer";
import { spoken } from "./view/bubbles";
import type { Context } from "./view/context";
import { warmUp } from "./view/dates";
import { make } from "./view/make";
import type { Panel } from "./view/panel";
import { nearEnd, showTurn } from "./view/scrolling";
import { outward } from "./view/text";
import type { Transcript } from "./view/transcript";

export interface Stage {
  copy: Copy;
  context: Context;
  store: Store;
  transcript: Transcript;
  composer: Composer;
  panel: Panel;
  isOpen: () => boolean;
  /** The conversation went over to easy read, perhaps because it was asked for in words. */
  easyRead: () => void;
  /** Tells the website; never with anybody's words. */
  tell: (event: string, detail: object) => void;
}

export class Showing implements Listener {
  private offline = false;

  constructor(private readonly stage: Stage) {}

  greeted(replies: Reply[]): void {
    this.stage.transcript.greet(replies);
    if (this.stage.isOpen()) this.speak(replies);
    warmUp(this.stage.context.language);
  }

  restored(words: string | undefined, turn: Turn): void {
    this.stage.transcript.answer(turn, words, this.mayAsk(turn.replies));
    this.toNewest(turn.id);
  }

  said(id: string, words: string, again = false): void {
    const { transcript, context, copy, tell } = this.stage;
    transcript.turn(id, words);
    this.toNewest(id);
    if (again) return;
    transcript.startTyping(() => context.announce(copy.typing));
    tell("sent", { id });
  }

  answered(turn: Turn): void {
    const { transcript, composer, panel, isOpen, easyRead, tell } = this.stage;
    const follow = nearEnd(this.scrollers);
    const focused = transcript.turn(turn.id, undefined).clearState();
    transcript.answer(turn, undefined, this.mayAsk(turn.replies));
    if (focused) composer.input.focus();
    if (follow) this.toNewest(turn.id);
    this.speak(turn.replies);
    panel.hasNews(!isOpen());
    if (turn.replies.some((reply) => reply.style === "easy_read")) easyRead();
    for (const reply of turn.replies) tell("reply", { id: turn.id, ...outwardly(reply) });
  }

  held(id: string, trouble: unknown): void {
    this.trouble(id, trouble, false);
  }

  failed(id: string, trouble: unknown): void {
    this.trouble(id, trouble, true);
    const code = trouble instanceof Refusal ? trouble.code : "";
    if (/^(too_long|too_large)$/.test(code)) this.stage.composer.complain((trouble as Refusal).sentence);
    this.stage.tell("error", { id, code });
  }

  broken(trouble: unknown): void {
    const { transcript, context, copy, tell } = this.stage;
    const refusal = trouble instanceof Refusal ? trouble : null;
    const words = refusal?.sentence || copy.cannot_start;
    const again = make("button", { type: "button", class: "again", onclick: () => context.retry() }, copy.try_again);
    transcript.greet([]);
    transcript.note(words, " ", make("a", outward(`${context.server}/ask`), copy.own_page), again);
    context.announce(words);
    tell("error", { code: refusal?.code ?? "" });
  }

  connected(yes: boolean): void {
    if (this.offline === !yes) return;
    this.offline = !yes;
    const { panel, copy, context } = this.stage;
    panel.warn(yes ? "" : copy.offline);
    context.announce(yes ? copy.online : copy.offline);
  }

  private trouble(id: string, trouble: unknown, final: boolean): void {
    const { transcript } = this.stage;
    transcript.stopTyping();
    transcript.turn(id, undefined).trouble(trouble, final);
    this.toNewest(id);
  }

  /** Nobody is asked to judge after a crisis, for the rest of the chat. */
  private mayAsk(replies: Reply[]): boolean {
    const { store } = this.stage;
    if (replies.some((reply) => reply.status === "crisis")) store.keep({ crisis: true });
    return !store.memory.crisis;
  }

  private speak(replies: Reply[]): void {
    for (const reply of replies) this.stage.context.announce(spoken(reply, this.stage.context));
  }

  private toNewest(id: string): void {
    showTurn(this.stage.transcript.turn(id, undefined).element, this.scrollers);
  }

  private get scrollers(): HTMLElement[] {
    return [this.stage.transcript.element, this.stage.panel.element];
  }
}

/** What the host page hears of a reply. That somebody is in danger is nothing for a website's statistics. */
function outwardly({ status, topic, areas }: Reply): object {
  return status === "crisis" ? { status: "answered", topic: null, areas: [] } : { status, topic, areas };
}
