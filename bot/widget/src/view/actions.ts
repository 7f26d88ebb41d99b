// Listen and copy, under an answer.
import type { Reply } from "../contract/types";
import type { Context } from "./context";
import { icon, type IconName } from "./icons";
import { make } from "./make";
import { copyWords } from "./taking";
import { Reader } from "./speech";
import { shownLines } from "./text";

const SHOWN_MS = 2500;

/** The row of actions of one turn. */
export function actions(replies: Reply[], context: Context, more: HTMLElement | null): HTMLElement {
  return make(
    "div",
    { class: "actions" },
    Reader.possible && listenButton(replies, context),
    copyButton(replies, context),
    more,
  );
}

function listenButton(replies: Reply[], { copy, reader, announce }: Context): HTMLElement {
  const { button, show } = quietButton("listen", copy.listen);
  let reading = false;
  const ended = () => {
    reading = false;
    show("listen", copy.listen);
  };
  button.addEventListener("click", async () => {
    if (reading) return reader.stop();
    const lines = replies.flatMap((reply) => shownLines(reply, copy));
    reading = await reader.read(lines, replies[0]?.language ?? "en", ended);
    if (reading) show("stop", copy.stop);
    else {
      show("listen", copy.no_voice);
      announce(copy.no_voice);
    }
  });
  return button;
}

function copyButton(replies: Reply[], { copy, announce }: Context): HTMLElement {
  const { button, show } = quietButton("copy", copy.copy);
  button.addEventListener("click", async () => {
    const words = (await copyWords(replies.map((reply) => reply.text).join("\n\n"))) ? copy.copied : copy.not_copied;
    show("tick", words);
    announce(words);
    setTimeout(() => show("copy", copy.copy), SHOWN_MS);
  });
  return button;
}

function quietButton(name: IconName, label: string) {
  const button = make("button", { type: "button", class: "quiet" });
  const show = (shown: IconName, words: string) => button.replaceChildren(icon(shown), make("span", {}, words));
  show(name, label);
  return { button, show };
}
