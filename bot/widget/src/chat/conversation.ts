// One conversation: begins it or picks it up, says things in it, wipes it.
import type { Client } from "../contract/client";
import type { Beginning, Message, Turn } from "../contract/types";
import { newId } from "./ids";
import type { Listener } from "./listener";
import { Outbox } from "./outbox";
import { keepTrying, Patience } from "./patience";
import { SessionKeeper } from "./session";
import type { Pending, Store } from "./store";
import { wipe } from "./wiping";

export class Conversation {
  private readonly session: SessionKeeper;
  private readonly patience = new Patience();
  private outbox: Outbox;
  private beginning: Promise<boolean> | null = null;

  constructor(
    private readonly client: Client,
    private readonly store: Store,
    private readonly listener: Listener,
    beginning: Beginning,
  ) {
    this.session = new SessionKeeper(client, store, beginning);
    this.outbox = this.newOutbox();
  }

  /** Begins, or picks up where a reload left off. Safe to call often. */
  start(): void {
    const outbox = this.outbox;
    this.beginning ??= this.begin(outbox);
    void this.beginning.then((begun) => begun && outbox.run());
  }

  /** Says something as the person. Kept until it is answered. */
  say(words: string, content: { text: string } | { choice: string }): void {
    const message = { id: newId(), ...content } as Message;
    this.listener.said(message.id, words);
    this.outbox.add({ message, words });
    this.start();
  }

  /** Tries now what waits or was given up on. */
  retry(): void {
    this.patience.wake();
    this.start();
    void this.beginning?.then((begun) => begun && this.outbox.retry());
  }

  /** Tells the server whether a turn was useful; gives its thanks. */
  async feedback(id: string, useful: boolean): Promise<string> {
    return (await this.client.feedback(this.session.token, id, useful)).thanks;
  }

  /** Wipes the chat here at once, and on the server as soon as it can be reached. True when both are done. */
  async clear(): Promise<boolean> {
    const { token, toClear } = this.store.memory;
    const quiet = this.outbox.close();
    this.store.forget();
    this.store.keep({ toClear: token ? [...toClear, token] : toClear });
    this.outbox = this.newOutbox();
    this.beginning = null;
    this.start();
    // An answer under way must land before the wipe, or it would be kept after it.
    await quiet;
    return this.finishClearing();
  }

  /** Wipes on the server what was cleared here while it could not be reached. True when nothing is left. */
  finishClearing(): Promise<boolean> {
    return wipe(this.client, this.store);
  }

  private newOutbox(): Outbox {
    return new Outbox(this.client, this.session, this.store, this.listener);
  }

  private async begin(outbox: Outbox): Promise<boolean> {
    try {
      const turns = await keepTrying(this.patience, {
        task: () => this.session.pickUpOrBegin(),
        renew: async () => this.store.expire(),
        trouble: () => this.cannotYet(),
      });
      if (outbox !== this.outbox) return false;
      this.begun(turns);
      return true;
    } catch (trouble) {
      this.beginning = null;
      this.listener.broken(trouble);
      return false;
    }
  }

  private begun(turns: Turn[]): void {
    const { memory } = this.store;
    const answered = new Set(turns.map((turn) => turn.id));
    this.store.keep({ pending: memory.pending.filter((one) => !answered.has(one.message.id)) });
    this.listener.connected(true);
    this.listener.greeted(memory.greeting, memory.limit);
    for (const turn of turns) this.listener.restored(memory.words[turn.id], turn);
    for (const one of memory.pending) this.showAgain(one);
    if (memory.toClear.length) void this.finishClearing();
  }

  /** Shows what this tab knows while the server cannot be reached. */
  private cannotYet(): void {
    this.listener.connected(false);
    for (const [id, words] of Object.entries(this.store.memory.words)) this.listener.said(id, words, true);
  }

  private showAgain({ message, words, failed }: Pending): void {
    this.listener.said(message.id, words, true);
    if (failed) this.listener.failed(message.id, null);
  }
}
