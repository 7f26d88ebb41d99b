// A reply's plain text as paragraphs and lists, with addresses and phone numbers to tap.
import type { Copy } from "../copy";
import type { Reply } from "../contract/types";
import { make, type Child } from "./make";

const LINK = /(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]])|(\b0\d{2,4}(?: ?\d{3,4}){1,2}\b|\b116 ?\d{3}\b)/g;
const EMERGENCY = /\b(?:999|112|111|101)\b/g;
const BULLET = /^\s*[-•]\s+/;
const NUMBERED = /^\s*\d{1,2}[.)]\s+/;

/** The text's lines, without its list of sources where those are shown as links. */
export function shownLines(reply: Reply, copy: Copy): string[] {
  const lines = reply.text.split("\n").filter((line) => line.trim());
  if (!reply.sources.length) return lines;
  const start = lines.findIndex((line) => copy.source_lines.some((word) => line.trim().startsWith(word)));
  return start > 0 ? lines.slice(0, start) : lines;
}

/** The lines as paragraphs and lists. */
export function textBlocks(reply: Reply, copy: Copy): HTMLElement[] {
  const blocks: HTMLElement[] = [];
  for (const line of shownLines(reply, copy)) {
    const list = BULLET.test(line) ? "ul" : NUMBERED.test(line) ? "ol" : null;
    if (!list) blocks.push(paragraph(line, reply, copy));
    else {
      const last = blocks[blocks.length - 1];
      const parent = last?.localName === list ? last : make(list, { role: "list" });
      if (parent !== last) blocks.push(parent);
      parent.append(make("li", {}, ...linked(line.replace(list === "ul" ? BULLET : NUMBERED, ""), reply)));
    }
  }
  return blocks;
}

function paragraph(line: string, reply: Reply, copy: Copy): HTMLElement {
  const note = copy.as_at_lines.some((start) => line.trim().startsWith(start));
  return make("p", { class: note && "note" }, ...linked(line.trim(), reply));
}

/** Three-digit numbers are tapped only in a crisis; elsewhere they count things. */
function linked(line: string, reply: Reply): Child[] {
  const pattern = reply.status === "crisis" ? new RegExp(`${LINK.source}|(${EMERGENCY.source})`, "g") : LINK;
  const parts: Child[] = [];
  let from = 0;
  for (const found of line.matchAll(pattern)) {
    const [words, address] = found;
    const call = { href: `tel:${words.replace(/ /g, "")}`, dir: "ltr" };
    parts.push(line.slice(from, found.index), make("a", address ? outward(address) : call, words));
    from = found.index + words.length;
  }
  return [...parts, line.slice(from)];
}

/** Attributes of a link to another site: a new tab that learns nothing of this one. */
export function outward(href: string): Record<string, string> {
  return { href, target: "_blank", rel: "noopener noreferrer" };
}
