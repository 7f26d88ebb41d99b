// What a website may choose, as attributes of the element or of the script tag.

export interface Options {
  /** Where the assistant is served from, without a slash at the end. */
  server: string;
  colour: string;
  position: "left" | "right" | "";
  /** A line of the website's own, under the title. */
  greeting: string;
  area: string;
  language: string;
  dir: "ltr" | "rtl" | "";
  /** Address of the privacy notice. */
  privacy: string;
  inline: boolean;
}

export const NAMES = ["server", "colour", "position", "greeting", "area", "language", "dir", "privacy", "inline"] as const;
/** Attributes that may change while the widget is shown. */
export const LOOKS = ["colour", "position", "dir"];

/** Reads the options of an element; `server` falls back on where the script came from. */
export function readOptions(element: Element, scriptOrigin: string): Options {
  const value = (name: string) => element.getAttribute(name) ?? element.getAttribute(`data-${name}`);
  const server = (value("server") ?? scriptOrigin).replace(/\/+$/, "");
  return {
    server,
    colour: value("colour") ?? "",
    position: one(value("position"), ["left", "right"]),
    greeting: value("greeting") ?? "",
    area: value("area") ?? "",
    language: value("language") ?? "",
    dir: one(value("dir"), ["ltr", "rtl"]),
    privacy: value("privacy") ?? `${server}/privacy`,
    inline: (value("inline") ?? "false") !== "false",
  };
}

function one<T extends string>(value: string | null, allowed: T[]): T | "" {
  return allowed.find((each) => each === value?.toLowerCase()) ?? "";
}
