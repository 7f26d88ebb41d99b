// A reply's dates as a file for the person's calendar.
import type { CalendarLink } from "../contract/types";
import type { Copy } from "../copy";
import { make, unseen } from "./make";
import { outward } from "./text";

/** A link to a file of our own server; nothing where the address leads anywhere else. */
export function calendar({ title, url }: CalendarLink, server: string, copy: Copy): HTMLElement | null {
  const address = new URL(url, `${server}/`);
  if (address.origin !== new URL(server).origin) return null;
  return make("p", {}, make("a", outward(address.href), title, unseen(` ${copy.new_tab}`)));
}
