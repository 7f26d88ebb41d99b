// What this tab remembers, in session storage only; gone when the tab is closed.
import type { Message, Reply, Turn } from "../contract/types";

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
  /** The area the last answer was about (its GSS code), for when a session is renewed. */
  area: string | null;
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

  /** Remembers which area an answer was about; forgets the person's words when they asked for that. */
  answered({ replies, forgotten }: Turn): void {
    if (forgotten) this.keep({ words: this.waitingWords(), area: null });
    const named = replies.map((reply) => reply.areas).filter((areas) => areas.length === 1).pop();
    if (named) this.keep({ area: named[0]! });
  }

  /** Forgets a session that has run out: its answers are gone, but nothing unsent is lost. */
  expire(): void {
    this.keep({ token: null, greeting: [], words: this.waitingWords() });
  }

  /** Forgets the conversation, not how the person likes to read. */
  forget(): void {
    const { token, greeting, words, pending, area, draft, crisis } = blank();
    this.keep({ token, greeting, words, pending, area, draft, crisis });
  }

  private waitingWords(): Record<string, string> {
    return Object.fromEntries(this.memory.pending.map((one) => [one.message.id, one.words]));
  }
}

function blank(): Memory {
  return {
    token: null, limit: 2000, greeting: [], words: {}, pending: [], area: null, toClear: [],
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
