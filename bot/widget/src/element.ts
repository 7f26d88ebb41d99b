// <send-assistant>: the custom element and its JavaScript API.
import { App } from "./app";
import { addStyles } from "./look";
import { LOOKS, readOptions, type Options } from "./options";
import { watchCovering } from "./view/covering";
import { keepClearOfKeyboard } from "./view/keyboard_room";

let scriptOrigin = location.origin;

/** Where the script came from is where the assistant is, unless told otherwise. */
export function setScriptOrigin(origin: string): void {
  scriptOrigin = origin;
}

export class SendAssistant extends HTMLElement {
  static readonly observedAttributes = [...LOOKS, ...LOOKS.map((name) => `data-${name}`)];
  private app: App | null = null;
  private undo: (() => void)[] = [];

  connectedCallback(): void {
    const options = this.options();
    this.toggleAttribute("inline", options.inline);
    if (!this.app) {
      const shadow = this.attachShadow({ mode: "open" });
      addStyles(shadow);
      this.app = new App(options, (event, detail) => this.tell(event, detail), (app) => shadow.append(app.root));
    }
    this.watch(this.app, options);
  }

  disconnectedCallback(): void {
    for (const each of this.undo.splice(0)) each();
    this.app?.stop();
  }

  attributeChangedCallback(): void {
    this.app?.dress(this.options());
  }

  /** Opens the chat and moves the focus to where one writes. */
  open(): void {
    this.app?.open();
  }

  /** Closes the chat; an inline one stays. */
  close(): void {
    this.app?.close();
  }

  /** Opens the chat and asks something, as if the person had typed it. */
  ask(text: string): void {
    const words = String(text).trim();
    if (words) this.app?.ask(words);
  }

  private options(): Options {
    return readOptions(this, scriptOrigin);
  }

  private watch(app: App, { inline }: Options): void {
    const online = () => app.retry();
    addEventListener("online", online);
    this.undo.push(() => removeEventListener("online", online));
    if (inline) this.undo.push(whenSeen(this, () => app.start()));
    else this.undo.push(watchCovering(this, () => app.box, (hidden) => app.giveWay(hidden)), keepClearOfKeyboard(app.root));
  }

  private tell(event: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(`send-assistant-${event}`, { bubbles: true, composed: true, detail }));
  }
}

/** An inline chat begins when it is first seen, so that a page alone costs nobody a session. */
function whenSeen(element: Element, seen: () => void): () => void {
  const watcher = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watcher.disconnect();
    seen();
  });
  watcher.observe(element);
  return () => watcher.disconnect();
}
