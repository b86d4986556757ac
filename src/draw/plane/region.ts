import { brush } from 'd3-brush';
import { select } from 'd3-selection';
import type { PlaneBox } from '../../math/window';
import { setAttributes, svgElement } from '../svg';
import { ARROWS, isModified, NUDGE } from './arrowKeys';
import type { PlaneScales } from './scales';
import { squaresPath } from './squares';

export interface RegionActions {
  /** The reader marks this, or has moved what is marked to here. */
  drag(box: PlaneBox): void;
  /** The drag has come to its end, and has marked something. */
  placed(): void;
  remove(): void;
}

/** A region as it is drawn. */
interface RegionMark {
  /** null where only the next drag is to mark one. */
  readonly box: PlaneBox | null;
  /** Whether a drag anywhere over the plane marks a region. */
  readonly brushing: boolean;
  /** What assistive technology says of it. */
  readonly label: string;
}

export interface RegionBrush {
  paint(mark: RegionMark, scales: PlaneScales): void;
  dispose(): void;
}

/** CSS pixels of edges and corners that are dragged, for a pointer and for a finger. */
const HANDLE = { fine: 12, coarse: 44 } as const;

/** CSS pixels below which a drag marks nothing. */
const LEAST = 4;

/** Left, top, right and bottom in CSS pixels, as d3-brush has a selection. */
type Selection = readonly [readonly [number, number], readonly [number, number]];

/** The rectangle that is marked on the plane: dragged, and widened at edges and corners, by pointer, finger or keys. */
export function regionBrush(group: SVGGElement, actions: RegionActions): RegionBrush {
  const area = group.appendChild(svgElement('g', { class: 'region-area' }));
  const corners = group.appendChild(svgElement('path', { class: 'region-corners' }));
  const isCoarse = matchMedia('(pointer: coarse)').matches;
  let drawn: { readonly mark: RegionMark; readonly scales: PlaneScales } | null = null;
  /** While the reader drags, the selection leads and the region follows. */
  let dragged = false;

  const behaviour = brush<unknown>()
    .handleSize(isCoarse ? HANDLE.coarse : HANDLE.fine)
    .on('start', ({ sourceEvent }) => {
      if (sourceEvent) dragged = true;
    })
    .on('brush', ({ sourceEvent, selection }) => {
      if (sourceEvent && isWide(selection)) actions.drag(boxOn(selection));
    })
    .on('end', ({ sourceEvent, selection }) => {
      if (!sourceEvent) return;
      dragged = false;
      if (isWide(selection)) actions.placed();
      // What is too small to be meant leaves the region as it was.
      if (drawn !== null) paint(drawn.mark, drawn.scales);
    });
  const selected = select<SVGGElement, unknown>(area);

  const boxOn = ([[left, top], [right, bottom]]: Selection): PlaneBox => {
    const { x, y } = drawn!.scales;
    return { left: x.invert(left), bottom: y.invert(bottom), right: x.invert(right), top: y.invert(top) };
  };

  const paint = (mark: RegionMark, scales: PlaneScales): void => {
    const { box, brushing, label } = mark;
    drawn = { mark, scales };
    setAttributes(group, { 'data-brushing': brushing ? '' : null });
    setAttributes(corners, { d: box === null ? '' : squaresPath(cornersOf(box), scales) });
    setAttributes(area, box === null ? NO_BUTTON : { tabindex: 0, role: 'button', 'aria-label': label });
    if (dragged) return;
    const { size, x, y } = scales;
    const selection: Selection | null =
      box === null
        ? null
        : [
            [x(box.left), y(box.top)],
            [x(box.right), y(box.bottom)],
          ];
    // A region may reach beyond the window: it is dragged from where it is.
    const [[left, top], [right, bottom]] = selection ?? [
      [0, 0],
      [size, size],
    ];
    behaviour.extent([
      [Math.min(0, left), Math.min(0, top)],
      [Math.max(size, right), Math.max(size, bottom)],
    ]);
    selected.call(behaviour).call(behaviour.move, selection as [[number, number], [number, number]] | null);
  };

  area.addEventListener('keydown', (event) => {
    const box = drawn?.mark.box ?? null;
    if (drawn === null || box === null || isModified(event)) return;
    const arrow = ARROWS[event.key];
    const step = (drawn.scales.size / drawn.scales.unit) * NUDGE;
    if (arrow !== undefined) {
      const [right, up] = [step * arrow[0], step * arrow[1]];
      const widened = { ...box, right: box.right + right, top: box.top + up };
      actions.drag(event.shiftKey ? widened : { ...widened, left: box.left + right, bottom: box.bottom + up });
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      actions.remove();
      group.ownerSVGElement!.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });

  return {
    paint,
    dispose() {
      group.replaceChildren();
      setAttributes(group, { 'data-brushing': null });
    },
  };
}

const NO_BUTTON = { tabindex: null, role: null, 'aria-label': null } as const;

const isWide = (selection: Selection | null): selection is Selection =>
  selection !== null && selection[1][0] - selection[0][0] >= LEAST && selection[1][1] - selection[0][1] >= LEAST;

const cornersOf = ({ left, bottom, right, top }: PlaneBox): (readonly [number, number])[] => [
  [left, top],
  [right, top],
  [right, bottom],
  [left, bottom],
];
