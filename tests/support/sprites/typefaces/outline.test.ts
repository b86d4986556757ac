import type { Path, PathCommand } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { edgesOf, inkGlyph } from './outline';

const path = (...commands: [PathCommand['command'], ...number[]][]): Path =>
  ({ commands: commands.map(([command, ...args]) => ({ command, args })) }) as Path;
const box = (x: number, y: number, width: number, height: number): [PathCommand['command'], ...number[]][] => [
  ['moveTo', x, y],
  ['lineTo', x + width, y],
  ['lineTo', x + width, y + height],
  ['lineTo', x, y + height],
  ['closePath'],
];
const ink = (shares: Float64Array): number => shares.reduce((sum, share) => sum + share);

describe('inking an outline', () => {
  it('fills the room inside the margin, whatever its units', () => {
    const inked = inkGlyph(edgesOf(path(...box(-300, 40, 700, 700))), 8, 2)!;
    for (let p = 0; p < 64; p++) {
      const [x, y] = [p % 8, Math.floor(p / 8)];
      expect(inked[p]).toBeCloseTo(x >= 2 && x < 6 && y >= 2 && y < 6 ? 1 : 0, 12);
    }
  });

  it('centres what is narrow, and shares out pixels by their area', () => {
    // 1 × 4 in a room of 4 × 4: half of each of two columns.
    const inked = inkGlyph(edgesOf(path(...box(0, 0, 1, 4))), 8, 2)!;
    expect([...inked.subarray(24, 32)].map((share) => Math.round(1e9 * share) / 1e9)).toEqual([
      0, 0, 0, 0.5, 0.5, 0, 0, 0,
    ]);
  });

  it('leaves holes that turn the other way, and joins contours that overlap', () => {
    const hole: [PathCommand['command'], ...number[]][] = [
      ['moveTo', 3, 3],
      ['lineTo', 3, 5],
      ['lineTo', 5, 5],
      ['lineTo', 5, 3],
    ];
    expect(ink(inkGlyph(edgesOf(path(...box(0, 0, 8, 8), ...hole)), 8, 0)!)).toBeCloseTo(64 - 4, 9);
    expect(ink(inkGlyph(edgesOf(path(...box(0, 0, 8, 5), ...box(0, 3, 8, 5))), 8, 0)!)).toBeCloseTo(64, 9);
  });

  it('follows curves: a disc of cubic pieces, a segment of a parabola', () => {
    const k = 0.5522847498;
    const disc = path(
      ['moveTo', 1, 0],
      ['bezierCurveTo', 1, k, k, 1, 0, 1],
      ['bezierCurveTo', -k, 1, -1, k, -1, 0],
      ['bezierCurveTo', -1, -k, -k, -1, 0, -1],
      ['bezierCurveTo', k, -1, 1, -k, 1, 0],
    );
    // 48 chords of a disc of radius 12 have 0.29 % less than its area.
    expect(ink(inkGlyph(edgesOf(disc), 28, 2)!) / (144 * Math.PI)).toBeCloseTo(0.998, 2);
    const parabola = path(['moveTo', -1, 0], ['quadraticCurveTo', 0, 2, 1, 0]);
    // Two thirds of the box around it, 24 × 12.
    expect(ink(inkGlyph(edgesOf(parabola), 28, 2)!) / ((2 / 3) * 24 * 12)).toBeCloseTo(0.995, 2);
  });

  it('has the top of the letter at the top', () => {
    const inked = inkGlyph(edgesOf(path(...box(0, 0, 1, 8), ...box(0, 7, 8, 1))), 8, 0)!;
    expect(ink(inked.subarray(0, 8))).toBeCloseTo(8, 9);
    expect(ink(inked.subarray(56, 64))).toBeCloseTo(1, 9);
  });

  it('is nothing where nothing is enclosed', () => {
    expect(inkGlyph(edgesOf(path()), 8, 0)).toBeNull();
    expect(inkGlyph(edgesOf(path(['moveTo', 3, 3], ['lineTo', 3, 9])), 8, 0)).toBeNull();
  });
});
