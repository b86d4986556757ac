import { describe, expect, it } from 'vitest';
import { svgElement } from '../../src/draw/svg';
import { paintTimeline, type TimelinePicture } from '../../src/draw/timeline';

const PICTURE: TimelinePicture = {
  moments: [0, 0.25, 1].map((at) => ({ at, isWhole: at !== 0.25 })),
  events: [{ at: 0.25, says: 'β 0 → 1' }],
  former: { from: 0.25, to: 0.75 },
};

function paint(picture: TimelinePicture, svg = svgElement('svg')): SVGSVGElement {
  paintTimeline(svg, picture, 400);
  return svg;
}

const lines = (svg: SVGSVGElement, what: string): string => svg.querySelector(`.timeline-${what}`)!.getAttribute('d')!;

describe('a timeline', () => {
  it('has a tick for every moment, a named dot for every event, and the branch that was left', () => {
    const svg = paint(PICTURE);
    expect(lines(svg, 'moments').match(/M[\d.]+/g)).toEqual(['M0', 'M100', 'M400']);
    const [whole, seen, last] = [...lines(svg, 'moments').matchAll(/ ([\d.]+)V([\d.]+)/g)].map(
      ([, from, to]) => Number(to) - Number(from),
    );
    expect(whole).toBe(last);
    expect(seen).toBeLessThan(whole!);
    const [dot, ...others] = svg.querySelectorAll('circle');
    expect(others).toEqual([]);
    expect(dot!.getAttribute('cx')).toBe('100');
    expect(dot!.textContent).toBe('β 0 → 1');
    expect(lines(svg, 'former')).toMatch(/^M100 .*H300$/);
  });

  it('is drawn again with what is there then', () => {
    const svg = paint(PICTURE);
    const [dot] = svg.querySelectorAll('circle');
    paint(
      { moments: PICTURE.moments.slice(0, 1), events: [...PICTURE.events, { at: 1, says: 'continued' }], former: null },
      svg,
    );
    expect(lines(svg, 'moments').match(/M[\d.]+/g)).toEqual(['M0']);
    expect(lines(svg, 'former')).toBe('');
    const dots = [...svg.querySelectorAll('circle')];
    expect(dots[0]).toBe(dot);
    expect(dots.map(({ textContent }) => textContent)).toEqual(['β 0 → 1', 'continued']);
  });
});
