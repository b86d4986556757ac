import { readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDescription } from '../../../src/data/sets/description';
import { CHARACTERS, sheetPath } from '../../../src/data/sets/faces';
import { readTiles } from '../../../src/data/sets/sprite';
import { difference, TWINS } from '../../support/sprites/typefaces/difference';

const published = new URL('../../../public/data/', import.meta.url);
const shipped = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(path, published)));

describe('the shipped typefaces', () => {
  const about = readDescription('faces.json', shipped('faces/faces.json'));
  const size = about.width * about.height;
  const sheets = [...CHARACTERS].map((character) => readTiles(character, shipped(sheetPath(character)), about));
  /** The grey levels of one face, a tile a character. */
  const face = (i: number): Uint8Array[] =>
    sheets.map((sheet) => {
      const tile = new Uint8Array(size);
      for (let p = 0; p < size; p++) tile[p] = Math.round(sheet[i * size + p]! * (about.levels - 1));
      return tile;
    });

  it('are at least 400 of 28 × 28, each with a name of its own', () => {
    expect(about).toMatchObject({ name: 'faces', width: 28, height: 28 });
    expect(about.n).toBeGreaterThanOrEqual(400);
    expect(new Set(about.titles)).toHaveProperty('size', about.n);
  });

  it('have ink on every tile, and a margin of paper', () => {
    const margin = Array.from({ length: size }, (_, p) => {
      const [x, y] = [p % about.width, Math.floor(p / about.width)];
      return Math.min(x, y, about.width - 1 - x, about.height - 1 - y) < 2;
    });
    const wrong: string[] = [];
    for (const [c, sheet] of sheets.entries()) {
      for (let i = 0; i < about.n; i++) {
        let [darkest, beyond] = [0, 0];
        for (let p = 0; p < size; p++) {
          const value = sheet[i * size + p]!;
          if (margin[p]) beyond = Math.max(beyond, value);
          else darkest = Math.max(darkest, value);
        }
        if (darkest < 0.25 || beyond > 0) wrong.push(`${CHARACTERS[c]} of ${about.titles![i]}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('are no face twice, nor capitals in place of small letters', () => {
    const faces = Array.from({ length: about.n }, (_, i) => face(i));
    const whole = faces[0]!.length * size * (about.levels - 1);
    const inks = faces.map((tiles) => tiles.reduce((sum, tile) => sum + tile.reduce((s, v) => s + v), 0) / whole);
    // Faces of unlike ink differ by as much at least: most pairs need not be compared.
    const twins = (i: number, j: number): boolean =>
      Math.abs(inks[i]! - inks[j]!) < TWINS && difference(faces[i]!, faces[j]!, about.levels, TWINS) < TWINS;
    for (const [i, tiles] of faces.entries()) {
      // Small capitals are below 0.07; the nearest true small letters, of a narrow face, are at 0.078.
      expect(difference(tiles.slice(10, 36), tiles.slice(36), about.levels), about.titles![i]!).toBeGreaterThan(0.075);
      const twin = faces.findIndex((_, j) => j < i && twins(i, j));
      expect(twin, `${about.titles![i]} and ${about.titles![twin]}`).toBe(-1);
    }
  });

  it('state slope, weight and serifs as their fonts do', () => {
    const factors = Object.fromEntries(about.factors!.map((factor) => [factor.name, factor]));
    const of = (title: string) => {
      const i = about.titles!.indexOf(title);
      return [
        about.classNames![Number(about.labels[i])],
        ...['italic', 'weight', 'serif'].map((name) => factors[name]!.values[i]),
      ];
    };
    expect(of('IBM Plex Serif Italic')).toEqual(['serif', 1, 400, 1]);
    expect(of('Lato Bold')).toEqual(['sans-serif', 0, 700, 0]);
    expect(of('Roboto'), 'whose tables say nothing of serifs').toEqual(['sans-serif', 0, 400, null]);
    const weights = factors.weight!.values as number[];
    expect(weights.every((weight) => weight >= 1 && weight <= 1000)).toBe(true);
  });

  it('name the licence and the authors of every family', () => {
    const text = new TextDecoder().decode(shipped('faces/LICENSES.txt'));
    const families = text.split('\n').filter((line) => line.includes('(@fontsource/'));
    for (const line of families)
      expect(line).toMatch(/^.+ \(@fontsource\/\S+ \d+\.\d+\.\d+\), (OFL-1\.1|Apache-2\.0|UFL-1\.0): ./);
    const names = families.map((line) => line.slice(0, line.indexOf(' (@fontsource/')));
    const without = about.titles!.filter((title) => !names.includes(title.replace(/ (Italic|Bold)$/, '')));
    expect(without).toEqual([]);
  });

  it('are 8 MB together at most, and a small download each', () => {
    const sizes = readdirSync(new URL('faces', published)).map(
      (name) => statSync(new URL(`faces/${name}`, published)).size,
    );
    expect(sizes.reduce((sum, bytes) => sum + bytes)).toBeLessThan(8_000_000);
    expect(Math.max(...sizes)).toBeLessThan(200_000);
  });
});
