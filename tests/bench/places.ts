/** How high the figures of the article are at every width, and the style sheet that keeps places as high for them. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Heights } from '../browser/article/heights';

/** Of phones and tablets: where lines break between two other widths, these are right all the same. */
const DEVICES = [360, 375, 384, 390, 393, 402, 414, 430, 440, 768, 810, 820, 834, 912];

/** Widths of the window, px: from the narrowest to one from which on no figure of the article grows. */
export const WINDOWS: readonly number[] = [
  ...new Set([...Array.from({ length: 46 }, (_, i) => 300 + 16 * i), ...DEVICES, 1024, 1040, 1066, 1100, 1280, 1600]),
].toSorted((a, b) => a - b);

/** How much higher than its figure a place may be, as a share of it; it is never lower. */
const SPARE = 0.015;

/** A stretch of widths, px, in which a place is `base` + `share` · width high. */
interface Stretch {
  readonly from: number;
  readonly base: number;
  readonly share: number;
}

/** The lowest line of that slope above all points. */
function above(points: readonly (readonly [number, number])[], share: number): Omit<Stretch, 'from'> {
  return { share, base: Math.max(...points.map(([width, height]) => height - share * width)) };
}

/** As few stretches as can be whose lines are above all heights, and nowhere much. @param points [width, height], by width */
function stretchesOf(points: readonly (readonly [number, number])[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (let from = 0; from < points.length; ) {
    let best: Omit<Stretch, 'from'> = { base: points[from]![1], share: 0 };
    let to = from + 1;
    for (let end = from + 2; end <= points.length; end++) {
      const part = points.slice(from, end);
      const [first, last] = [part[0]!, part.at(-1)!];
      const line = above(part, last[0] === first[0] ? 0 : (last[1] - first[1]) / (last[0] - first[0]));
      if (part.some(([width, height]) => line.base + line.share * width > height * (1 + SPARE))) continue;
      [best, to] = [line, end];
    }
    stretches.push({ from: points[from]![0], ...best });
    from = to;
  }
  return stretches;
}

/** Who figures differ in height for: fingers need larger controls, and words are longer in one language. */
interface Readers {
  readonly pointer: 'fine' | 'coarse';
  readonly lang: 'en' | 'zh';
}

export const READERS: readonly Readers[] = (['fine', 'coarse'] as const).flatMap((pointer) =>
  (['en', 'zh'] as const).map((lang) => ({ pointer, lang })),
);

const roundly = (value: number): string => String(Number(value.toFixed(2)));

/** The rules for all figures, as they are measured for those readers: what holds from each width on, the narrowest first. */
export function placeRules({ pointer, lang }: Readers, heights: readonly Heights[]): string {
  const rules = new Map<number, string[]>();
  for (const id of Object.keys(heights[0]!.of)) {
    // Where the page changes its margin a wider window has the same room: there, the last holds.
    const points = new Map(heights.map(({ width, of }) => [width, of[id]!] as const));
    for (const { from, base, share } of stretchesOf([...points])) {
      const high = share === 0 ? `${Math.ceil(base)}px` : `calc(${Math.ceil(base)}px + ${roundly(100 * share)}cqi)`;
      rules.set(from, [...(rules.get(from) ?? []), `#${id}:lang(${lang}) { --place: ${high}; }`]);
    }
  }
  const [first, ...wider] = [...rules].sort(([a], [b]) => a - b);
  const queries = wider.map(([from, all]) => `@container article (min-width: ${from}px) {\n${all.join('\n')}\n}`);
  return `@media (pointer: ${pointer}) {\n${[...first![1], ...queries].join('\n')}\n}\n`;
}

const SHEET = 'src/article/parts/places.css';

const SAYS = `/* How high the places of figures are: as high as the figures, which \`npm run shots\` measures (tests/bench/places.ts). */
`;

/** Writes them down, as everything else is formatted. */
export async function writePlaces(sheets: readonly string[]): Promise<void> {
  await writeFile(SHEET, [SAYS, ...sheets].join('\n'));
  await promisify(execFile)('node_modules/.bin/biome', ['format', '--write', SHEET]);
}
