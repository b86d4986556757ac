/** What a pointer does on the plane. Fetched once the first picture is there: it is seen before it is touched. */
import { drag } from 'd3-drag';
import { select } from 'd3-selection';
import { type D3ZoomEvent, type ZoomTransform, zoom, zoomIdentity, zoomTransform } from 'd3-zoom';
import type { PlaneWindow } from '../../math/window';
import type { DragPins, PinActions, PinMark } from './pins';
import type { PlaneScales } from './scales';

/** Half sides of the closest and the widest view that a wheel or a pinch leads to. */
const CLOSEST = 0.02;
const WIDEST = 400;

/** Share of the window's height from which on a wheel over the plane scrolls the page: elsewhere there is no room for that. */
const MOST_OF_WINDOW = 0.9;

/** Ms for which a wheel that has been scrolling the page goes on doing so, whatever comes under the pointer. */
const SCROLL_MEMORY = 250;

/** The zoom of an element of `size` CSS pixels a side that shows this window; k = 1 shows half = 1. */
function toTransform({ x, y, half }: PlaneWindow, size: number): ZoomTransform {
  const k = 1 / half;
  return zoomIdentity.translate((size / 2) * (1 - k * (1 + x)), (size / 2) * (1 - k * (1 - y))).scale(k);
}

function toWindow({ x, y, k }: ZoomTransform, size: number): PlaneWindow {
  return { half: 1 / k, x: (1 - (2 * x) / size) / k - 1, y: 1 - (1 - (2 * y) / size) / k };
}

export interface PlaneZoom {
  /** Moves the zoom to a window that changed elsewhere. */
  sync(window: PlaneWindow, size: number): void;
  dispose(): void;
}

/**
 * Wheel, pinch and drag on the plane. One finger scrolls the page; a wheel that began by scrolling the page goes on
 * scrolling it, and where the plane fills the window it always does, but with Ctrl.
 * @param taken called with the window that the reader has moved to
 */
export function attachZoom(svg: SVGSVGElement, taken: (window: PlaneWindow) => void): PlaneZoom {
  let size = 1;
  let lastScroll = Number.NEGATIVE_INFINITY;
  const noteScroll = (event: WheelEvent): void => {
    if (!svg.contains(event.target as Node) || event.timeStamp - lastScroll < SCROLL_MEMORY)
      lastScroll = event.timeStamp;
  };
  window.addEventListener('wheel', noteScroll, { capture: true, passive: true });

  const behaviour = zoom<SVGSVGElement, unknown>()
    .extent(() => [
      [0, 0],
      [size, size],
    ])
    .filter((event: Event) => {
      // Ctrl is held by a pinch on a touchpad as well.
      if (event instanceof WheelEvent)
        return event.ctrlKey || (event.timeStamp - lastScroll >= SCROLL_MEMORY && size < MOST_OF_WINDOW * innerHeight);
      // These are dragged themselves.
      if (event.target instanceof Element && event.target.closest('.pin, .region-area') !== null) return false;
      if (event.type === 'touchstart') return (event as TouchEvent).touches.length > 1;
      return (event as MouseEvent).button === 0;
    })
    .on('zoom', (event: D3ZoomEvent<SVGSVGElement, unknown>) => {
      if (event.sourceEvent !== null) taken(toWindow(event.transform, size));
    });
  const selection = select(svg).call(behaviour).on('dblclick.zoom', null);
  // d3-zoom would otherwise claim every touch, and one finger could no longer scroll the page.
  selection.style('touch-action', 'pan-x pan-y');

  return {
    sync(window, newSize) {
      size = newSize;
      const next = toTransform(window, size);
      // A window from beyond, by a button or the address, is where a wheel goes on from: it would jump to the nearest limit.
      behaviour.scaleExtent([Math.min(1 / WIDEST, next.k), Math.max(1 / CLOSEST, next.k)]);
      // A window that came from this zoom is there already: moving to it again would end the reader's gesture.
      const { k, x, y } = zoomTransform(svg);
      const moved = Math.abs(next.x - x) + Math.abs(next.y - y) > 1e-6 * size * k || Math.abs(next.k / k - 1) > 1e-9;
      if (moved) selection.call(behaviour.transform, next);
    },
    dispose() {
      window.removeEventListener('wheel', noteScroll, { capture: true });
      selection.on('.zoom', null);
    },
  };
}

/** What each pin is now, and where: a drag goes on while these change. */
const held = new WeakMap<
  SVGGElement,
  { readonly pin: PinMark; readonly scales: PlaneScales; readonly actions: PinActions }
>();

/** One for all pins, given to each once: another in its place would end the drag of a finger. */
const pinDrag = drag<SVGGElement, unknown>()
  .container(function () {
    return this.ownerSVGElement!;
  })
  .subject(function () {
    const { pin, scales } = held.get(this)!;
    return { x: scales.x(pin.x), y: scales.y(pin.y) };
  })
  .on('drag', function (event: { x: number; y: number }) {
    const { pin, scales, actions } = held.get(this)!;
    actions.move(pin.id, scales.x.invert(event.x), scales.y.invert(event.y));
  });

export const dragPins: DragPins = (elements, pins, scales, actions) => {
  for (const [i, element] of elements.entries()) {
    if (!held.has(element)) select(element).call(pinDrag);
    held.set(element, { pin: pins[i]!, scales, actions });
  }
};
