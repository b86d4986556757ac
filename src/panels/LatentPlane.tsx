import { Maximize, Minus, Plus } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import { ARROWS, NUDGE } from '../draw/plane/marks';
import { nearestCentre } from '../math/classes';
import { useFigure, useFrames, useLab } from './context';
import { Lens, type LensTarget } from './Lens';
import { percent } from './numbers';
import { PlanePicture } from './planePicture';
import { useWidth } from './useSize';

/** CSS pixels from a centre within which the pointer is on it. */
const REACH = 7;

/** One press of plus or minus. */
const ZOOM = 1.5;

/** The latent plane: every posterior at true scale, the prior's circles, pins and the pointer's lens. */
export function LatentPlane() {
  const { lab, plane, words, theme } = useFigure();
  const stage = useRef<HTMLDivElement>(null);
  const canvasHost = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const coverage = useRef<HTMLElement>(null);
  const picture = useRef<PlanePicture | null>(null);
  const [lens, setLens] = useState<LensTarget | null>(null);
  const size = useWidth(stage);
  const pins = useLab((state) => state.pins);
  const dataset = useLab((state) => state.dataset);

  // The picture lives as long as the panel; everything it shows is handed to it below.
  useEffect(() => {
    const made = new PlanePicture(canvasHost.current!, svg.current!, plane, {
      move: (id, x, y) => lab.movePin(id, x, y),
      remove: (id) => lab.removePin(id),
    });
    picture.current = made;
    return () => made.dispose();
  }, [lab, plane]);

  useEffect(() => {
    picture.current!.show({ size, theme, dataset, pinLabel: words.plane.pin });
  }, [size, theme, dataset, words]);
  useEffect(() => picture.current!.showPins(pins), [pins]);

  useFrames((frame) => {
    plane.follow(frame.plane.mu, performance.now());
    picture.current!.showFrame(frame);
    const covered = percent(frame.circleCoverage);
    if (coverage.current!.textContent !== covered) {
      coverage.current!.textContent = covered;
      svg.current!.setAttribute('aria-label', words.plane.label(String(frame.plane.mu.length / 2), covered));
    }
  });

  const pointAt = useCallback(
    (x: number, y: number, cross: boolean) => {
      const { unit } = picture.current!.scales;
      const frame = lab.frame;
      const nearest = frame === null ? -1 : nearestCentre(frame.plane.mu, x, y, REACH / unit);
      const index = frame === null || nearest < 0 ? -1 : nearest * frame.stride;
      lab.show({ lens: Float32Array.of(x, y), hover: index < 0 ? new Uint32Array(0) : Uint32Array.of(index) });
      picture.current!.showFocus(index, cross ? [x, y] : null);
      setLens({ x, y, index });
    },
    [lab],
  );
  const leave = useCallback(() => {
    lab.show({ lens: new Float32Array(0), hover: new Uint32Array(0) });
    picture.current!.showFocus(-1, null);
    setLens(null);
  }, [lab]);

  const codeOf = (event: { clientX: number; clientY: number }): [number, number] => {
    const box = svg.current!.getBoundingClientRect();
    const { x, y } = picture.current!.scales;
    return [x.invert(event.clientX - box.left), y.invert(event.clientY - box.top)];
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch' && event.buttons === 0) pointAt(...codeOf(event), false);
  };
  const fit = (): void => plane.fit(lab.frame?.plane.mu ?? new Float32Array(0));
  /** The pins that the clicks of a double click put down, so that it can take them back. */
  const clicked = useRef<number[]>([]);
  const onClick = (event: React.MouseEvent): void => {
    if (event.detail > 1) {
      // The second of two may already be on the pin that the first has put down, so both are told from clicks.
      for (const id of clicked.current) lab.removePin(id);
      clicked.current = [];
      fit();
      return;
    }
    const onPin = (event.target as Element).closest('.pin') !== null;
    clicked.current = onPin ? [] : [lab.addPin(...codeOf(event)).id];
  };
  const zoomBy = (factor: number): void => {
    const { x, y, half } = plane.current;
    plane.take({ x, y, half: half / factor });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { x, y, half } = plane.current;
    const arrow = ARROWS[event.key];
    const at = lens ?? { x, y };
    if (arrow !== undefined) pointAt(at.x + 2 * half * NUDGE * arrow[0], at.y + 2 * half * NUDGE * arrow[1], true);
    else if (event.key === 'Enter' || event.key === ' ') lab.addPin(at.x, at.y);
    else if (event.key === '+' || event.key === '=') zoomBy(ZOOM);
    else if (event.key === '-') zoomBy(1 / ZOOM);
    else if (event.key === '0') fit();
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  };

  return (
    <figure className="plane">
      <figcaption className="panel-head">
        <h2>{words.plane.title}</h2>
        <span className="coverage">
          <b ref={coverage}>–</b> {words.plane.covered}
        </span>
      </figcaption>
      <div className="plane-stage" ref={stage} style={{ height: size || undefined }}>
        <div className="plane-canvas" ref={canvasHost} aria-hidden="true" />
        <svg
          ref={svg}
          width={size}
          height={size}
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the plane is driven by keys, as its description says
          tabIndex={0}
          aria-label={words.plane.title}
          aria-describedby="plane-keys"
          onPointerMove={onPointerMove}
          onPointerLeave={leave}
          onBlur={(event) => {
            if (event.target === event.currentTarget) leave();
          }}
          onClick={onClick}
          onKeyDown={onKeyDown}
        />
        <p id="plane-keys" className="hidden">
          {words.plane.keys}
        </p>
        <div className="plane-zoom">
          <button
            type="button"
            className="button button-icon"
            aria-label={words.plane.zoomIn}
            title={words.plane.zoomIn}
            onClick={() => zoomBy(ZOOM)}
          >
            <Plus aria-hidden="true" />
          </button>
          <button
            type="button"
            className="button button-icon"
            aria-label={words.plane.zoomOut}
            title={words.plane.zoomOut}
            onClick={() => zoomBy(1 / ZOOM)}
          >
            <Minus aria-hidden="true" />
          </button>
          <button
            type="button"
            className="button button-icon"
            aria-label={words.plane.fit}
            title={words.plane.fit}
            onClick={fit}
          >
            <Maximize aria-hidden="true" />
          </button>
        </div>
        {lens !== null && <Lens target={lens} scales={picture.current!.scales} />}
      </div>
      <PlaneLegend />
    </figure>
  );
}

function PlaneLegend() {
  const { words } = useFigure();
  return (
    <div className="plane-foot">
      <ul className="legend">
        <li className="key key-centre">{words.plane.legendPoint}</li>
        <li className="key key-ellipse">{words.plane.legendEllipse}</li>
        <li className="key key-prior">{words.plane.legendPrior}</li>
      </ul>
      <p className="fine hint-mouse">{words.plane.hint}</p>
      <p className="fine hint-touch">{words.plane.hintTouch}</p>
    </div>
  );
}
