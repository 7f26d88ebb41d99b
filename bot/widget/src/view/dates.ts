const made = new Map<string, Intl.DateTimeFormat>();

/** Wakes the browser's language data before a date is needed, so that the first reply need not wait for it. */
export function warmUp(language: string): void {
  setTimeout(() => dateInWords("2025-02-04", language));
}

/** A date as exact as it is known, in words: 2025, February 2025, 4 February 2025. */
export function dateInWords(date: string, language: string): string {
  const [year, month, day] = date.split("-").map(Number);
  const at = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1));
  if (Number.isNaN(at.getTime())) return date;
  const style: Intl.DateTimeFormatOptions = { year: "numeric", timeZone: "UTC" };
  if (month) style.month = "long";
  if (day) style.day = "numeric";
  const key = JSON.stringify([language, style]);
  const format = made.get(key) ?? new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, style);
  made.set(key, format);
  return format.format(at);
}
