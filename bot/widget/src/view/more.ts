// Behind "More": copy, print, clear, and what is kept.
import type { Copy } from "../copy";
import { icon, type IconName } from "./icons";
import { make, unseen } from "./make";
import { outward } from "./text";

interface Wiring {
  copy: Copy;
  privacy: string;
  copyChat: () => void;
  printChat: () => void;
  clear: () => void;
}

/** The list of what else can be done. Clearing asks once more. */
export function more({ copy, privacy, copyChat, printChat, clear }: Wiring): HTMLElement {
  const item = (name: IconName, words: string, act: () => void) =>
    make("button", { type: "button", class: "item", onclick: act }, icon(name), make("span", {}, words));
  const clearButton = item("bin", copy.clear_chat, () => ask(true));
  const yes = make("button", { type: "button", class: "danger", onclick: () => (ask(false), clear()) }, copy.clear_yes);
  const no = make("button", { type: "button", class: "plain", onclick: () => (ask(false), clearButton.focus()) }, copy.clear_no);
  const sure = make("div", { class: "sure", role: "group", "aria-label": copy.clear_chat, hidden: true }, make("p", { id: "sure" }, copy.clear_sure), yes, no);
  yes.setAttribute("aria-describedby", "sure");
  const ask = (open: boolean) => {
    sure.hidden = !open;
    if (open) yes.focus();
  };
  return make(
    "div",
    { class: "more" },
    item("copy", copy.copy_chat, copyChat),
    item("print", copy.print_chat, printChat),
    clearButton,
    sure,
    make("a", { class: "item", ...outward(privacy) }, icon("lock"), make("span", {}, copy.privacy, unseen(` ${copy.new_tab}`))),
  );
}
