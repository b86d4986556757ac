import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef } from 'react';
import { ARROWS, isModified } from '../../draw/plane/arrowKeys';
import type { Drawing } from '../../state/drawing';
import { drawWords } from '../../text/draw';
import { useFigure, usePad } from '../context';
import { useNoFling } from '../useNoFling';
import { useSheet } from '../useSheet';

/** Shares of the pad that an arrow key moves the pen, and with Shift. */
const STEP = 1 / 24;
const SMALL_STEP = 1 / 96;

type Share = readonly [x: number, y: number];

/** What is drawn on: by pointer, pen and finger, or by keyboard. */
export function PadSurface({ drawing, isOver }: { readonly drawing: Drawing; readonly isOver: boolean }) {
  const { lab, language } = useFigure();
  const says = drawWords[language];
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const brush = useRef<HTMLSpanElement>(null);
  const sheet = useSheet(canvas);
  useNoFling(surface);
  const keysId = useId();
  const isBlank = usePad((state) => state.drawing!.isBlank);
  const shape = usePad(({ drawing: on }) => on!.raster.width / on!.raster.height);
  /** Where the keyboard's pen is, in shares of the pad. */
  const pen = useRef<Share>([0.5, 0.5]);
  /** The pointer that draws; null for none. */
  const pointer = useRef<number | null>(null);
  /** Whether the keyboard's pen is down. */
  const isDown = useRef(false);

  useEffect(() => {
    const paint = (): void => {
      const { pixels: images, width, height } = drawing.state.raster;
      sheet.paint({ images, width, height, columns: 1 });
    };
    paint();
    return lab.pad.store.subscribe((state, before) => {
      if (state.drawing?.raster !== before.drawing?.raster) paint();
    });
  }, [lab, drawing, sheet]);

  /** Shows how much the tool reaches at a place; nowhere for null. */
  const showBrush = (at: Share | null): void => {
    const { style, dataset } = brush.current!;
    style.display = at === null ? 'none' : 'block';
    if (at === null) return;
    const { tool, widths, raster } = drawing.state;
    const across = (widths[tool] * Math.min(raster.width, raster.height)) / raster.width;
    style.left = `${100 * at[0]}%`;
    style.top = `${100 * at[1]}%`;
    style.width = `${100 * across}%`;
    dataset.tool = tool;
    dataset.down = String(isDown.current);
  };
  const shareOf = ({ clientX, clientY }: { clientX: number; clientY: number }): Share => {
    const { left, top, width, height } = canvas.current!.getBoundingClientRect();
    return [(clientX - left) / width, (clientY - top) / height];
  };
  const lift = (): void => {
    isDown.current = false;
    drawing.up();
  };

  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || pointer.current !== null) return;
    lift();
    pointer.current = event.pointerId;
    event.currentTarget.setPointerCapture(event.pointerId);
    drawing.down(...shareOf(event));
  };
  const onPointerMove = (event: PointerEvent): void => {
    const at = shareOf(event);
    showBrush(event.pointerType === 'touch' ? null : at);
    if (event.pointerId !== pointer.current) return;
    const passed = event.nativeEvent.getCoalescedEvents?.() ?? [];
    drawing.move(passed.length > 0 ? passed.map(shareOf) : [at]);
    pen.current = at;
  };
  const onPointerEnd = (event: PointerEvent): void => {
    if (event.pointerId !== pointer.current) return;
    pointer.current = null;
    drawing.up();
  };

  const putDown = (): void => {
    isDown.current = true;
    drawing.down(...pen.current);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isModified(event)) return;
    const arrow = ARROWS[event.key];
    if (arrow !== undefined) {
      const step = event.shiftKey ? SMALL_STEP : STEP;
      const within = (value: number): number => Math.min(1, Math.max(0, value));
      pen.current = [within(pen.current[0] + step * arrow[0]), within(pen.current[1] - step * arrow[1])];
      if (isDown.current) drawing.move([pen.current]);
    } else if (event.key === ' ') {
      if (!event.repeat && !isDown.current) putDown();
    } else if (event.key === 'Enter') {
      if (isDown.current && !event.repeat) lift();
      else if (!event.repeat) putDown();
    } else return;
    event.preventDefault();
    showBrush(pen.current);
  };
  const onKeyUp = (event: KeyboardEvent): void => {
    if (event.key !== ' ') return;
    lift();
    showBrush(pen.current);
  };

  return (
    <div
      ref={surface}
      className="draw-pad"
      role="application"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the pad is driven by keys, as its description says
      tabIndex={0}
      aria-label={says.pad}
      aria-describedby={keysId}
      data-over={isOver}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerEnd}
      onPointerCancel={onPointerEnd}
      onPointerLeave={() => showBrush(null)}
      onKeyDown={onKeyDown}
      onKeyUp={onKeyUp}
      onFocus={(event) => {
        if (event.currentTarget.matches(':focus-visible')) showBrush(pen.current);
      }}
      onBlur={() => {
        lift();
        showBrush(null);
      }}
    >
      <canvas ref={canvas} style={{ aspectRatio: shape }} />
      <span ref={brush} className="draw-brush" />
      {(isBlank || isOver) && <p>{isOver ? says.dropHere : says.empty}</p>}
      <p id={keysId} className="hidden">
        {says.keys}
      </p>
    </div>
  );
}
