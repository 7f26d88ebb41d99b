// What the script tag by itself does.
import { NAMES } from "./options";
import type { SendAssistant } from "./element";

/** Makes an element with the script tag's data- attributes, unless the page has one of its own. */
export function beginFrom(script: HTMLScriptElement | null): void {
  const api = { open: () => first()?.open(), close: () => first()?.close(), ask: (text: string) => first()?.ask(text) };
  Object.assign(window, { SendAssistant: api });
  const inPlace = script?.dataset["inline"] !== undefined && script.parentElement !== document.head;
  if (inPlace) script.after(fromScript(script));
  else if (document.readyState !== "loading") addFloating(script);
  else document.addEventListener("DOMContentLoaded", () => addFloating(script), { once: true });
}

function addFloating(script: HTMLScriptElement | null): void {
  if (!first()) document.body.append(fromScript(script));
}

function fromScript(script: HTMLScriptElement | null): HTMLElement {
  const element = document.createElement("send-assistant");
  for (const name of NAMES) {
    const value = script?.getAttribute(`data-${name}`);
    if (value !== null && value !== undefined) element.setAttribute(name, value);
  }
  return element;
}

function first(): SendAssistant | null {
  return document.querySelector<SendAssistant>("send-assistant");
}
