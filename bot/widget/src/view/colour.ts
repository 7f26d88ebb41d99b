// Any colour a website picks, made readable: what stands on it, and what it looks like as words.

type Rgb = [number, number, number];

const WHITE: Rgb = [255, 255, 255];
const BLACK: Rgb = [0, 0, 0];
/** A little above the 4.5 of WCAG AA, so that rounding never falls below it. */
const ENOUGH = 4.7;

export interface Colours {
  accent: string;
  onAccent: string;
  /** The accent as words on light and on dark grounds. */
  onLight: string;
  onDark: string;
}

/** The colours of an accent, or null when the browser does not know that colour. */
export function coloursOf(wanted: string, probe: HTMLElement): Colours | null {
  const accent = parse(wanted, probe);
  if (!accent) return null;
  return {
    accent: css(accent),
    onAccent: contrast(accent, WHITE) >= contrast(accent, BLACK) ? "#fff" : "#000",
    onLight: css(towards(accent, BLACK, [238, 242, 243])),
    onDark: css(towards(accent, WHITE, [36, 46, 55])),
  };
}

/** The contrast ratio of two colours, 1 to 21. */
function contrast(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function towards(colour: Rgb, end: Rgb, ground: Rgb): Rgb {
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed = colour.map((part, i) => part + (end[i]! - part) * share) as Rgb;
    if (contrast(mixed, ground) >= ENOUGH) return mixed;
  }
  return end;
}

/** The browser reads the colour; mixing it with itself turns every notation into numbers. */
function parse(wanted: string, probe: HTMLElement): Rgb | null {
  if (!CSS.supports("color", wanted)) return null;
  probe.style.color = `color-mix(in srgb, ${wanted} 100%, white)`;
  if (!probe.style.color) probe.style.color = wanted;
  const computed = getComputedStyle(probe).color;
  probe.style.color = "";
  const parts = computed.match(/-?[\d.]+(e-?\d+)?/g)?.map(Number) ?? [];
  if (parts.length < 3) return null;
  const scale = computed.startsWith("color(") ? 255 : 1;
  return parts.slice(0, 3).map((part) => Math.min(255, Math.max(0, Math.round(part * scale)))) as Rgb;
}

function css(colour: Rgb): string {
  return `rgb(${colour.map(Math.round).join(" ")})`;
}
