// Launcher and panel: what is on the page.
import type { Options } from "../options";
import type { Copy } from "../copy";
import { icon } from "./icons";
import { make } from "./make";

export interface Parts {
  toolbar: HTMLElement;
  more: HTMLElement;
  transcript: HTMLElement;
  composer: HTMLElement;
}

export class Panel {
  readonly element: HTMLElement;
  readonly launcher: HTMLButtonElement;
  private readonly banner = make("p", { class: "banner", hidden: true });
  private readonly badge = make("span", { class: "badge", hidden: true });

  constructor(
    private readonly copy: Copy,
    options: Options,
    parts: Parts,
    act: { open: () => void; close: () => void },
  ) {
    const words = make("span", { class: "words" }, copy.launcher);
    const shut = { type: "button", class: "close", "aria-label": copy.close, onclick: act.close };
    this.launcher = make("button", { type: "button", class: "launcher", "aria-haspopup": "dialog", onclick: act.open }, icon("chat"), words, this.badge);
    const title = make("div", {}, make("h2", { id: "title" }, copy.title), make("p", {}, options.greeting || copy.tagline));
    const role = options.inline ? "region" : "dialog";
    this.element = make(
      "section",
      { class: "panel", role, "aria-labelledby": "title", tabindex: -1, hidden: !options.inline },
      make("header", {}, title, !options.inline && make("button", shut, icon("close"))),
      parts.toolbar,
      parts.more,
      this.banner,
      parts.transcript,
      parts.composer,
    );
    if (options.inline) this.launcher.hidden = true;
  }

  show(open: boolean): void {
    this.element.hidden = !open;
    this.launcher.hidden = open;
    if (open) this.hasNews(false);
  }

  /** A dot on the launcher, and words for it, while an answer waits unseen. */
  hasNews(news: boolean): void {
    this.badge.hidden = !news;
    if (news) this.launcher.setAttribute("aria-label", this.copy.launcher_new);
    else this.launcher.removeAttribute("aria-label");
  }

  /** A line under the title, or none. */
  warn(words: string): void {
    this.banner.hidden = !words;
    this.banner.replaceChildren(...(words ? [icon("alert"), make("span", {}, words)] : []));
  }
}
