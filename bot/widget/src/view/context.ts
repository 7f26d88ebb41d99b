// What every part of the view may use.
import type { Choice } from "../contract/types";
import type { Copy } from "../copy";
import type { Reader } from "./speech";

export interface Context {
  copy: Copy;
  server: string;
  language: string;
  reader: Reader;
  /** Speaks to screen readers. */
  announce(words: string): void;
  choose(choice: Choice): void;
  feedback(id: string, useful: boolean): Promise<string>;
  retry(): void;
}
