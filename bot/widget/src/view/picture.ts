// A reply's picture and table.
import type { Picture, Table } from "../contract/types";
import type { Copy } from "../copy";
import { make, unseen } from "./make";
import { outward } from "./text";

/** A picture of our own server with its words; nothing is ever fetched from another host. */
export function picture({ url, alt }: Picture, server: string, copy: Copy): HTMLElement | null {
  const address = new URL(url, `${server}/`);
  if (address.origin !== new URL(server).origin) return make("p", {}, alt);
  const image = make("img", { src: address.href, alt, decoding: "async", referrerpolicy: "no-referrer" });
  const larger = `${copy.full_picture} ${copy.new_tab}`;
  return make("a", { class: "picture", ...outward(address.href) }, image, unseen(larger));
}

/** A table that scrolls on its own when it is wider than the chat. */
export function table({ caption, columns, rows }: Table): HTMLElement {
  const head = make("tr", {}, ...columns.map((title) => make("th", { scope: "col" }, title)));
  const body = rows.map((cells) =>
    make("tr", {}, ...cells.map((cell, i) => (i ? make("td", {}, cell) : make("th", { scope: "row" }, cell)))),
  );
  return make(
    "div",
    { class: "table", role: "region", tabindex: 0, "aria-label": caption },
    make("table", {}, make("caption", {}, caption), make("thead", {}, head), make("tbody", {}, ...body)),
  );
}
