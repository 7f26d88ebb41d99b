// Sends messages one after another, each until it is answered, always with the id it was given at first.
import type { Client } from "../contract/client";
import { NoConnection } from "../contract/trouble";
import type { Turn } from "../contract/types";
import type { Listener } from "./listener";
import { keepTrying, Patience } from "./patience";
import type { SessionKeeper } from "./session";
import type { Pending, Store } from "./store";

export class Outbox {
  private readonly patience = new Patience();
  private running: Promise<void> | null = null;
  private closed = false;

  constructor(
    private readonly client: Client,
    private readonly session: SessionKeeper,
    private readonly store: Store,
    private readonly listener: Listener,
  ) {}

  /** Puts a message in line. It stays in storage until it is answered. */
  add(pending: Pending): void {
    this.store.keep({
      words: { ...this.store.memory.words, [pending.message.id]: pending.words },
      pending: [...this.store.memory.pending, pending],
    });
  }

  /** Sends what is in line. Safe to call often. */
  run(): void {
    this.running ??= this.sendAll().finally(() => (this.running = null));
  }

  /** Tries now, also what was given up on. */
  retry(): void {
    this.store.keep({ pending: this.store.memory.pending.map(({ message, words }) => ({ message, words })) });
    this.patience.wake();
    void Promise.resolve(this.running).then(() => this.run());
  }

  /** Sends nothing more; resolves when nothing is under way. */
  async close(): Promise<void> {
    this.closed = true;
    this.patience.wake();
    await this.running;
  }

  private async sendAll(): Promise<void> {
    let next: Pending | undefined;
    while (!this.closed && (next = this.store.memory.pending.find((one) => !one.failed))) await this.sendOne(next);
  }

  private async sendOne({ message }: Pending): Promise<void> {
    try {
      const turn = await keepTrying(this.patience, {
        task: () => this.send(message),
        renew: () => this.session.begin(),
        trouble: (trouble) => this.wait(message.id, trouble),
      });
      if (!this.closed) this.done(turn);
    } catch (trouble) {
      if (!this.closed) this.giveUp(message.id, trouble);
    }
  }

  private async send(message: Pending["message"]): Promise<Turn> {
    if (this.closed) throw new Error("the chat was cleared");
    return this.client.send(this.session.token, message);
  }

  private wait(id: string, trouble: unknown): void {
    if (this.closed) return;
    this.listener.connected(!(trouble instanceof NoConnection));
    this.listener.held(id, trouble);
  }

  private done(turn: Turn): void {
    this.store.keep({ pending: this.store.memory.pending.filter((one) => one.message.id !== turn.id) });
    this.store.answered(turn);
    this.listener.connected(true);
    this.listener.answered(turn);
  }

  private giveUp(id: string, trouble: unknown): void {
    const mark = (one: Pending) => (one.message.id === id ? { ...one, failed: true } : one);
    this.store.keep({ pending: this.store.memory.pending.map(mark) });
    this.listener.failed(id, trouble);
  }
}
