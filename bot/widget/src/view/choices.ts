// What can be asked next, as buttons that stay and show what was chosen.
import type { Choice, Reply } from "../contract/types";
import type { Copy } from "../copy";
import { icon } from "./icons";
import { make, unseen } from "./make";

/** The choices of a reply. `choose` is told which one was pressed. */
export function choices(reply: Reply, copy: Copy, choose: (choice: Choice) => void): HTMLElement | null {
  if (!reply.choices.length) return null;
  const items = reply.choices.map((choice) => {
    const button = make("button", { type: "button", class: "choice" }, make("span", {}, choice.title));
    button.addEventListener("click", () => {
      markChosen(button, copy);
      choose(choice);
    });
    return make("li", {}, button);
  });
  return make("ul", { class: "choices", role: "list", "aria-label": copy.choices }, ...items);
}

function markChosen(button: HTMLElement, copy: Copy): void {
  if (button.classList.contains("chosen")) return;
  button.classList.add("chosen");
  button.append(icon("tick"), unseen(` (${copy.chosen})`));
}
