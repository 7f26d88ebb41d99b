// Taking words away: to the clipboard, or to paper.
import { fill, type Copy } from "../copy";
import { make } from "./make";
import paper from "../styles/paper.css";

/** Copies words. False when the browser does not let us. */
export async function copyWords(words: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(words);
    return true;
  } catch {
    return copyOldWay(words);
  }
}

/** Pages without https have no clipboard of the new kind. */
function copyOldWay(words: string): boolean {
  const from = (document.activeElement?.shadowRoot?.activeElement ?? document.activeElement) as HTMLElement | null;
  const area = make("textarea", { readonly: true, "aria-hidden": "true" });
  area.value = words;
  document.body.append(area);
  area.select();
  const copied = document.execCommand("copy");
  area.remove();
  from?.focus();
  return copied;
}

/** Prints the chat alone, from a frame that goes again afterwards. */
export function printChat(transcript: HTMLElement, copy: Copy, language: string): void {
  const frame = make("iframe", { "aria-hidden": "true", tabindex: -1 });
  frame.style.cssText = "position:fixed;width:0;height:0;border:0";
  document.body.append(frame);
  const page = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!page) return frame.remove();
  const sheet = new page.CSSStyleSheet();
  sheet.replaceSync(paper);
  page.document.adoptedStyleSheets = [sheet];
  page.document.title = copy.title;
  page.document.documentElement.lang = language;
  const date = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(new Date());
  page.document.body.append(make("h1", {}, copy.title), make("p", {}, fill(copy.printed_on, { date })));
  page.document.body.append(...Array.from(transcript.children, (turn) => turn.cloneNode(true)));
  page.addEventListener("afterprint", () => frame.remove());
  page.print();
}
