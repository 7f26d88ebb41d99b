// "Was this useful?", asked quietly under an answer.
import type { Copy } from "../copy";
import { make } from "./make";

/** The question; `tell` sends the answer and gives the thanks, `say` speaks to screen readers. */
export function feedback(copy: Copy, tell: (useful: boolean) => Promise<string>, say: (words: string) => void): HTMLElement {
  const outcome = make("span", { class: "outcome" });
  const buttons = [true, false].map((useful) => {
    const button = make("button", { type: "button", class: "quiet", "aria-pressed": "false" }, useful ? copy.yes : copy.no);
    button.addEventListener("click", async () => {
      for (const one of buttons) one.setAttribute("aria-pressed", String(one === button));
      const words = await tell(useful).catch(() => copy.not_kept);
      outcome.textContent = words || copy.thanks;
      say(outcome.textContent);
    });
    return button;
  });
  return make("div", { class: "useful", role: "group", "aria-label": copy.useful }, make("span", {}, copy.useful), ...buttons, outcome);
}
