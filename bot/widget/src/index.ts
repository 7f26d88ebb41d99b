// The script tag: defines the element, and by itself makes a floating one.
import { beginFrom } from "./script_tag";
import { SendAssistant, setScriptOrigin } from "./element";

const script = document.currentScript as HTMLScriptElement | null;

if (!customElements.get("send-assistant")) {
  if (script?.src) setScriptOrigin(new URL(script.src).origin);
  customElements.define("send-assistant", SendAssistant);
  beginFrom(script);
}
