// What this tab remembers, in session storage only; gone when the tab is closed.
import type { Message, Reply } from "../contract/types";

/** A message that has no answer yet. `words` are what the person saw themselves say. */
export interface Pending {
  message: Message;
  words: string;
  /** Given up on, until the person tries again. */
  failed?: boolean;
}

export interface Memory {
  token: string | null;
  limit: number;
  greeting: Reply[];
  /** The person's own words by message id. They are kept here and nowhere else. */
  words: Record<string, string>;
  pending: Pending[];
  /** Tokens whose conversations are still to be wiped on the server. */
  toClear: string[];
  draft: string;
  open: boolean;
  size: number;
  easy: boolean;
  crisis: boolean;
}

export class Store {
  readonly memory: Memory;

  constructor(private readonly key: string) {
    this.memory = { ...blank(), ...read(key) };
  }

  /** Changes what is remembered. Where storage is blocked, it is remembered until the page goes. */
  keep(change: Partial<Memory>): void {
    Object.assign(this.memory, change);
    try {
      sessionStorage.setItem(this.key, JSON.stringify(this.memory));
    } catch {
      return;
    }
  }

  /** Forgets a session that has run out: its answers are gone, but nothing unsent is lost. */
  expire(): void {
    const { pending } = this.memory;
    const words = Object.fromEntries(pending.map((one) => [one.message.id, one.words]));
    this.keep({ token: null, greeting: [], words });
  }

  /** Forgets the conversation, not how the person likes to read. */
  forget(): void {
    const { token, greeting, words, pending, draft, crisis } = blank();
    this.keep({ token, greeting, words, pending, draft, crisis });
  }
}

function blank(): Memory {
  return {
    token: null, limit: 2000, greeting: [], words: {}, pending: [], toClear: [],
    draft: "", open: false, size: 0, easy: false, crisis: false,
  };
}

function read(key: string): Partial<Memory> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "{}") as Partial<Memory>;
  } catch {
    return {};
  }
}
