// What each side said.
import type { Reply } from "../contract/types";
import { directionOf } from "../copy";
import { calendar } from "./calendar";
import { choices } from "./choices";
import type { Context } from "./context";
import { make, unseen } from "./make";
import { picture, table } from "./picture";
import { sources } from "./sources";
import { shownLines, textBlocks } from "./text";

/** The person's own words. */
export function ownBubble(words: string, { copy }: Context): HTMLElement {
  return make("div", { class: "own" }, unseen(`${copy.you_said} `), make("p", { dir: "auto" }, words));
}

/** One reply of the assistant: words, picture, table, calendar, sources, choices. */
export function replyBubble(reply: Reply, context: Context): HTMLElement {
  const { copy, server } = context;
  const said = make(
    "div",
    { class: `said ${/^\w+$/.test(reply.status) ? reply.status : ""}` },
    unseen(`${copy.assistant_said} `),
    ...textBlocks(reply, copy),
    reply.image && picture(reply.image, server, copy),
    reply.table && table(reply.table),
    reply.calendar && calendar(reply.calendar, server, copy),
    sources(reply, copy),
  );
  const attributes = { class: reply.style === "easy_read" ? "reply easy" : "reply", lang: reply.language, dir: directionOf(reply.language) };
  return make("div", attributes, said, choices(reply, copy, context.choose));
}

/** A reply as one entry for screen readers. */
export function spoken(reply: Reply, { copy }: Context): string {
  const lines = shownLines(reply, copy).map((line) => line.replace(/^\s*[-•]\s+/, "").trim());
  const titles = reply.choices.map((choice) => choice.title).join("; ");
  const offered = titles && copy.choices_follow.replace("{titles}", titles);
  return [copy.assistant_said, ...lines, offered].filter(Boolean).join(" ");
}
