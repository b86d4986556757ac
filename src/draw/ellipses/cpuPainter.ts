import type { EllipseCloud, EllipsePainter, EllipseStyle, PlaneView } from './cloud';
import { createRasteriser } from './rasteriser';

/** Ms of work after which a picture goes on in a later task. */
const SLICE = 4;

/** A picture that waits for the present one, with arrays of its own. */
interface Waiting {
  cloud: EllipseCloud;
  view: PlaneView;
  style: EllipseStyle;
}

/** A canvas and its context, whose kind is fixed. */
interface Surface {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  readonly opaque: boolean;
}

/**
 * The ellipses by the CPU. A picture on a paper has an opaque canvas: where the browser's compositor runs on the CPU, too, one
 * that lets others through takes twice its time.
 * @param first the canvas of the first picture; another takes its place when one is opaque and the last was not, or is not
 *   and the last was
 * @param compiled the kernel (kernel.ts)
 * @param onBroken called with what is thrown in a later task, which nobody else sees; that picture is given up
 */
export function createCpuPainter(
  first: HTMLCanvasElement,
  compiled: WebAssembly.Module,
  onBroken: (error: unknown) => void,
): EllipsePainter {
  let surface: Surface | null = null;
  const rasteriser = createRasteriser(compiled);
  const later = new MessageChannel();
  let image: ImageData | null = null;
  let present: PlaneView | null = null;
  /** Whether the picture in the making, or the last, is opaque. */
  let opaque = false;
  /** Of the last picture that was begun. */
  let last: PlaneView | null = null;
  /** Whether a task that goes on with the picture is to come. */
  let isDue = false;
  let waiting: Waiting | null = null;

  const begin = (cloud: EllipseCloud, view: PlaneView, style: EllipseStyle): void => {
    present = last = view;
    opaque = style.paper != null;
    rasteriser.begin(cloud, view, style);
  };

  /** The whole picture again, where the browser has lost it. */
  const restore = (): void => {
    if (image !== null) surface?.context.putImageData(image, 0, 0);
  };

  /** The canvas for a picture of this kind. */
  const provide = (): Surface => {
    if (surface?.opaque === opaque) return surface;
    const canvas = surface === null ? first : (surface.canvas.cloneNode() as HTMLCanvasElement);
    const context = canvas.getContext('2d', { alpha: !opaque });
    if (context === null) throw new Error('Canvas has no 2d context');
    canvas.addEventListener('contextrestored', restore);
    surface?.canvas.replaceWith(canvas);
    surface = { canvas, context, opaque };
    return surface;
  };

  /** Shows the picture and begins with the one that waits. */
  const show = ({ width, height }: PlaneView): void => {
    const before = surface;
    const { canvas, context } = provide();
    const sized = surface === before && canvas.width === width && canvas.height === height;
    // Setting the size clears the canvas.
    if (canvas.width !== width) canvas.width = width;
    if (canvas.height !== height) canvas.height = height;
    if (image?.data !== rasteriser.pixels) image = new ImageData(rasteriser.pixels, rasteriser.pitch, height);
    const changed = rasteriser.takeChanged();
    const from = sized ? changed.from : 0;
    const to = sized ? changed.to : height;
    if (from < to) context.putImageData(image, 0, 0, 0, from, width, to - from);
    present = null;
    if (waiting === null) return;
    const { cloud, view, style } = waiting;
    waiting = null;
    begin(cloud, view, style);
  };

  const goOnLater = (): void => {
    if (isDue) return;
    isDue = true;
    later.port2.postMessage(null);
  };

  /** Works for `ms`; then goes on later. After an error the next picture begins anew. */
  const work = (ms: number): void => {
    const start = performance.now();
    try {
      while (present !== null) {
        if (rasteriser.step()) show(present);
        else if (performance.now() - start > ms) {
          goOnLater();
          return;
        }
      }
    } catch (error) {
      present = waiting = null;
      throw error;
    }
  };
  later.port1.onmessage = () => {
    isDue = false;
    try {
      work(SLICE);
    } catch (error) {
      onBroken(error);
    }
  };

  return {
    kind: 'cpu',
    get canvas() {
      return surface?.canvas ?? first;
    },
    paint(cloud, view, style) {
      // A panel that is folded away has no size.
      if (view.width < 1 || view.height < 1) return;
      if (present === null) {
        // In the task that moves the window, so that ellipses and what lies above them move together. Another cloud in the
        // same window is left to a task of its own: with all else that a frame shows it would keep the pointer waiting.
        const moves = last === null || !isSame(view, last);
        begin(cloud, view, style);
        if (moves) work(SLICE);
        else goOnLater();
      } else {
        waiting = { cloud: copyOf(cloud), view, style };
      }
    },
    finish: () => work(Number.POSITIVE_INFINITY),
    dispose() {
      present = waiting = null;
      later.port1.close();
    },
  };
}

const isSame = (a: PlaneView, b: PlaneView): boolean =>
  a.centreX === b.centreX &&
  a.centreY === b.centreY &&
  a.unitsPerPixel === b.unitsPerPixel &&
  a.width === b.width &&
  a.height === b.height;

function copyOf({ mu, axes, correlation = null, classes, ...rest }: EllipseCloud): EllipseCloud {
  const { count } = rest;
  return {
    ...rest,
    mu: mu.slice(0, 2 * count),
    axes: axes.slice(0, 2 * count),
    correlation: correlation?.slice(0, count) ?? null,
    classes: classes?.slice(0, count) ?? null,
  };
}
