// Wording by language. A new language is a new file in copy/ and a line here.
import en from "../../copy/en.json";

export type Copy = typeof en;

const LANGUAGES: Record<string, Partial<Copy>> = { en };
const RIGHT_TO_LEFT = new Set(["ar", "fa", "he", "ps", "sd", "ur", "ckb"]);

/** The wording of a language; what it lacks is said in English. */
export function copyFor(language: string): Copy {
  return { ...en, ...LANGUAGES[base(language)] };
}

/** The language that wording is in. */
export function copyLanguage(language: string): string {
  return base(language) in LANGUAGES ? base(language) : "en";
}

/** Which way a language runs. */
export function directionOf(language: string): "ltr" | "rtl" {
  return RIGHT_TO_LEFT.has(base(language)) ? "rtl" : "ltr";
}

/** Fills {names} in a sentence. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function base(language: string): string {
  return language.toLowerCase().split("-")[0] ?? "en";
}
