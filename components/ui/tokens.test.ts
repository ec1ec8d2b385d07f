import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('../../app/globals.css', import.meta.url), 'utf8');

const THEMES = { dark: ':root', light: "[data-theme='light']" } as const;

type Rgb = readonly [number, number, number];

describe.each(Object.entries(THEMES))('the %s theme', (_name, selector) => {
  const token = readTokens(selector);
  const surfaces = [token('surface'), token('surface-raised'), token('field')];
  const worst = (name: string) => Math.min(...surfaces.map((surface) => contrast(token(name), surface)));

  it.each(['text', 'text-muted', 'accent', 'stale'])('has %s readable on every surface (4.5)', (name) => {
    expect(worst(name)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['critical', 'warning', 'info', 'ok'])('has alarm text %s easily readable on every surface (7)', (name) => {
    expect(worst(name)).toBeGreaterThanOrEqual(7);
  });

  it.each(['critical', 'warning', 'info', 'ok', 'accent', 'stale'])('keeps %s readable on its own 12 %% tint (4.5)', (name) => {
    for (const surface of surfaces) {
      const tint = mix(token(name), surface, 0.12);
      expect(contrast(token(name), tint)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('has text on solid colours readable: 7 on the alarm, 4.5 on the accent', () => {
    expect(contrast(token('on-critical'), token('critical-fill'))).toBeGreaterThanOrEqual(7);
    expect(contrast(token('on-accent'), token('accent'))).toBeGreaterThanOrEqual(4.5);
  });

  it('has the edges of fields visible (3)', () => {
    expect(worst('line-strong')).toBeGreaterThanOrEqual(3);
  });
});

function readTokens(selector: string): (name: string) => Rgb {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('\n}', start));
  return (name) => {
    const match = new RegExp(`--${name}: oklch\\(([\\d.]+) ([\\d.]+) ([\\d.]+)\\)`).exec(block);
    if (!match) throw new Error(`No token ${name} in ${selector}`);
    return oklchToRgb(Number(match[1]), Number(match[2]), Number(match[3]));
  };
}

// CSS Color 4, section 8.5 and the matrices of its sample code; linear-light sRGB, clamped to the gamut.
function oklchToRgb(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clamp = (value: number) => Math.min(1, Math.max(0, value));
  return [
    clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

// Browsers mix tints in gamma-encoded sRGB.
function mix(top: Rgb, under: Rgb, share: number): Rgb {
  const encode = (v: number) => (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
  const decode = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const channel = (index: 0 | 1 | 2) => decode(encode(top[index]) * share + encode(under[index]) * (1 - share));
  return [channel(0), channel(1), channel(2)];
}
