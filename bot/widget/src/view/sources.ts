// Where a reply's facts come from: links with their dates.
import type { Reply, SourceNote } from "../contract/types";
import { fill, type Copy } from "../copy";
import { dateInWords } from "./dates";
import { make, unseen } from "./make";
import { outward } from "./text";

const SHOWN_OPEN = 2;

/** The sources of a reply; many, or those of a crisis reply, are folded so that they never push words away. */
export function sources(reply: Reply, copy: Copy): HTMLElement | null {
  if (!reply.sources.length) return null;
  const list = make("ul", { role: "list" }, ...reply.sources.map((note) => source(note, reply, copy)));
  if (reply.sources.length <= SHOWN_OPEN && reply.status !== "crisis") {
    return make("div", { class: "sources" }, make("p", { class: "small-title" }, copy.sources), list);
  }
  const title = fill(copy.sources_many, { count: reply.sources.length });
  return make("details", { class: "sources" }, make("summary", {}, title), list);
}

function source(note: SourceNote, reply: Reply, copy: Copy): HTMLElement {
  const date = note.date ? dateInWords(note.date, reply.language) : copy.undated;
  const title = /^https?:\/\//i.test(note.url)
    ? make("a", outward(note.url), note.title, unseen(` ${copy.new_tab}`))
    : make("span", {}, note.title);
  return make("li", {}, title, make("span", { class: "date" }, ` (${date})`));
}
