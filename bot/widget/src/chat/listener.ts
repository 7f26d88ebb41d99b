// What a conversation tells whoever shows it.
import type { Reply, Turn } from "../contract/types";

export interface Listener {
  /** The first thing said, once the session is there. All else follows it, from the beginning. */
  greeted(replies: Reply[], limit: number): void;
  /** A turn of before a reload. */
  restored(words: string | undefined, turn: Turn): void;
  /** The person's own words; told again for the same id, it changes nothing. */
  said(id: string, words: string): void;
  answered(turn: Turn): void;
  /** Not sent yet; it will be tried again. */
  held(id: string, trouble: unknown): void;
  /** Given up on, until the person tries again. */
  failed(id: string, trouble: unknown): void;
  /** Nothing can be sent from this page. */
  broken(trouble: unknown): void;
  connected(yes: boolean): void;
}
