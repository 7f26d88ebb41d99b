// The session: begun once, picked up after a reload, renewed when it has run out.
import type { Client } from "../contract/client";
import type { Beginning, Session, Turn } from "../contract/types";
import type { Store } from "./store";

export class SessionKeeper {
  constructor(
    private readonly client: Client,
    private readonly store: Store,
    private readonly beginning: Beginning,
  ) {}

  get token(): string {
    return this.store.memory.token ?? "";
  }

  /** A new session; its token is remembered at once. */
  async begin(): Promise<Session> {
    const { area, easy } = this.store.memory;
    const known = { ...(area ? { area } : {}), ...(easy ? { style: "easy_read" } : {}) };
    const session = await this.client.begin({ ...this.beginning, ...known });
    this.store.keep({ token: session.token, limit: session.limits.message });
    return session;
  }

  /** The turns of the session there is; begins one, without turns, where there is none. */
  async pickUpOrBegin(): Promise<Turn[]> {
    if (this.store.memory.token) return (await this.client.history(this.token)).turns;
    this.store.keep({ greeting: (await this.begin()).replies });
    return [];
  }
}
