// What a conversation tells whoever shows it.
import type { Reply, Turn } from "../contract/types";

export interface Listener {
  /** The first thing said, once the session is there. All else follows it, from the beginning. */
  greeted(replies: Reply[], limit: number): void;
  /** A turn of before a reload. */
  restored(words: string | undefined, turn: Turn): void;
  /** The person's own words; `again` when they were said before and are only to be seen once more. */
  said(id: string, words: string, again?: boolean): void;
  answered(turn: Turn): void;
  /** Not sent yet; it will be tried again. */
  held(id: string, trouble: unknown): void;
  /** Given up on, until the person tries again. */
  failed(id: string, trouble: unknown): void;
  /** Nothing can be sent from this page. */
  broken(trouble: unknown): void;
  connected(yes: boolean): void;
}
