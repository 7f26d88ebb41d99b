// How the widget looks on this page: style sheets, colours, direction, side, text size.
import { directionOf } from "./copy";
import type { Options } from "./options";
import { coloursOf } from "./view/colour";
import composer from "./styles/composer.css";
import controls from "./styles/controls.css";
import host from "./styles/host.css";
import modes from "./styles/modes.css";
import panel from "./styles/panel.css";
import reply from "./styles/reply.css";
import transcript from "./styles/transcript.css";

/** Puts the styles into a shadow root without a style element, which strict pages forbid. */
export function addStyles(shadow: ShadowRoot): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync([host, controls, panel, transcript, reply, composer, modes].join("\n"));
  shadow.adoptedStyleSheets = [sheet];
}

/** Dresses the root element after the options. The wording may be in another language than the chat. */
export function dress(root: HTMLElement, options: Options, language: string, wording: string): void {
  root.lang = wording;
  root.dir = options.dir || directionOf(language);
  root.dataset["side"] = options.position || "end";
  root.dataset["mode"] = options.inline ? "inline" : "floating";
  const colours = options.colour ? coloursOf(options.colour, root) : null;
  const values = { "--accent": colours?.accent, "--on-accent": colours?.onAccent, "--tone-light": colours?.onLight, "--tone-dark": colours?.onDark };
  for (const [name, value] of Object.entries(values)) {
    if (value) root.style.setProperty(name, value);
    else root.style.removeProperty(name);
  }
}
