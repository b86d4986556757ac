import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { outlineOf } from '../math/family';
import { nearestCentre } from '../math/nearestCentre';
import { isAsked } from '../state/pad';
import {
  placeName,
  useDrawn,
  useFigure,
  useFrames,
  useFrameValue,
  useLab,
  useLayers,
  usePad,
  usePins,
  useSelected,
} from './context';
import { coveredUnit } from './coveredUnit';
import { Failure } from './Failure';
import { fetchLate } from './fetchLate';
import './LatentPlane.css';
import type { Frame } from '../worker/frameProtocol';
import { percent } from './numbers';
import './panel.css';
import { PlaneFoot } from './PlaneFurniture';
import type { PlaneProblem } from './plane/layer';
import { createSurveyed, SurveyedContext } from './plane/surveyed';
import { PlanePicture, planePictures } from './planePicture';
import { useColouring } from './useColouring';
import { useDetail } from './useDetail';
import { useFetched } from './useFetched';
import { useNeeded } from './useNeeded';
import { usePacedFrames } from './usePaced';
import { useRaise } from './useRaise';
import { useSize } from './useSize';

/** Of use only to a reader who points at something that is there. */
const fetchPointedAt = () => fetchLate('pointedAt');

/** CSS pixels from a centre within which the pointer is on it. */
const REACH = 5;

/** One press of plus or minus. */
const ZOOM = 1.5;

/** Ms between two numbers beside the plane while training runs: text that changes has all around it laid out and drawn anew. */
const TOLD = 100;

/** The latent plane: every posterior at true scale, the prior's circles, pins and the pointer's lens. */
export function LatentPlane() {
  const figure = useFigure();
  const { id, lab, plane, pointer, words } = figure;
  const board = lab.pins;
  const stage = useRef<HTMLDivElement>(null);
  const canvasHost = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const coverage = useRef<HTMLElement>(null);
  const picture = useRef<PlanePicture | null>(null);
  const [problem, setProblem] = useState<PlaneProblem | null>(null);
  const { width: size, ratio: whole } = useSize(stage);
  const ratio = Math.min(whole, useDetail().ratio);
  const pins = usePins();
  const layers = useLayers();
  const selected = useSelected();
  const drawn = usePad(isAsked);
  const coloured = useColouring();
  const run = useLab((state) => state.run);
  /** Of the last run: what is on screen stays when a run fails. */
  const heldOut = useRef<Uint32Array>(new Uint32Array(0));
  if (run !== null) heldOut.current = run.heldOut;
  const needed = useNeeded(stage);
  const [answers] = useState(createSurveyed);
  const raise = useRaise();
  const late = useFetched(fetchPointedAt, useDrawn(lab));
  const keysId = `${id}-plane-keys`;

  // The picture lives as long as the panel; everything it shows is handed to it below.
  useEffect(() => {
    const place = { canvases: canvasHost.current!, svg: svg.current! };
    const made = new PlanePicture(place, plane, lab.layers.store.getState(), {
      pins: { move: (pin, x, y) => board.move(pin, x, y, lab.frame), remove: (id) => board.remove(id) },
      lab,
      came: (answer) => answers.setState(answer),
      waits: (kind, waiting) =>
        answers.setState(({ waiting: before, progress }) => ({
          waiting: [...before.filter((other) => other !== kind), ...(waiting ? [kind] : [])],
          progress: { ...progress, [kind]: 0 },
        })),
      progress: (kind, share) => answers.setState(({ progress }) => ({ progress: { ...progress, [kind]: share } })),
      lacks: setProblem,
      broke: raise,
    });
    picture.current = made;
    planePictures.set(stage.current!, made);
    return () => made.dispose();
  }, [lab, plane, board, answers, raise]);

  useEffect(() => {
    picture.current!.move({ size, ratio, words, ...coloured.colouring, heldOut: heldOut.current });
  }, [size, ratio, words, coloured.colouring, heldOut.current]);
  useEffect(() => picture.current!.show({ pins }), [pins]);
  useEffect(() => picture.current!.show({ layers }), [layers]);
  useEffect(() => picture.current!.show({ selected }), [selected]);
  useEffect(() => picture.current!.show({ drawn }), [drawn]);
  useEffect(() => {
    picture.current!.show(lab.staged.getState());
    const ends = [
      lab.staged.subscribe((staged) => picture.current!.show(staged)),
      lab.region.store.subscribe((region) => picture.current!.show({ region })),
      lab.prior.store.subscribe((prior) => picture.current!.show({ prior })),
    ];
    return () => {
      for (const end of ends) end();
    };
  }, [lab]);
  useEffect(() => picture.current!.keep(needed), [needed]);

  const unitOf = (frame: Frame | null): string => words.plane.unit[frame === null ? 'circle' : coveredUnit(frame)];
  const unit = useFrameValue(unitOf);
  const tell = (frame: Frame): void => {
    const covered = percent(frame.circleCoverage);
    coverage.current!.textContent = covered;
    const { many } = words.outlines[outlineOf(frame.plane.family)];
    const label = words.plane.label(many, String(frame.plane.mu.length / 2), covered, unitOf(frame));
    svg.current!.setAttribute('aria-label', placeName(figure, label));
  };
  useFrames((frame) => {
    picture.current!.followFrame(frame);
    svg.current!.dataset.step = String(frame.step);
  });
  usePacedFrames(TOLD, tell, [words]);
  useEffect(() => {
    if (lab.frame === null) return;
    picture.current!.show({ frame: lab.frame });
    svg.current!.dataset.step = String(lab.frame.step);
  }, [lab, words]);

  /** The image whose centre is nearest to a code, within so many CSS pixels; −1 where there is none. */
  const imageAt = (x: number, y: number, reach: number): number => {
    const { frame } = lab;
    const nearest = frame === null ? -1 : nearestCentre(frame.plane.mu, x, y, reach / picture.current!.scales.unit);
    return frame === null || nearest < 0 ? -1 : nearest * frame.stride;
  };
  const pointAt = (x: number, y: number, cross: boolean): void =>
    pointer.point({ x, y, index: imageAt(x, y, REACH), by: id, cross });
  const leave = (): void => pointer.leave(id);

  const codeOf = (event: { clientX: number; clientY: number }): [number, number] => {
    const box = svg.current!.getBoundingClientRect();
    const { x, y } = picture.current!.scales;
    return [x.invert(event.clientX - box.left), y.invert(event.clientY - box.top)];
  };
  const onPointerMove = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch' && event.buttons === 0) pointAt(...codeOf(event), false);
  };
  const fit = (): void => picture.current!.fit();
  /** Takes back what the last click did: the first of a double click. */
  const undo = useRef(() => {});
  const onClick = (event: React.MouseEvent): void => {
    if (event.detail > 1) {
      // The second of two may already be on the pin that the first has put down, so both are told from clicks.
      undo.current();
      undo.current = () => {};
      fit();
      return;
    }
    undo.current = () => {};
    if ((event.target as Element).closest('.pin, .overlay, .handle') !== null) return;
    const [x, y] = codeOf(event);
    const index = event.shiftKey ? -1 : imageAt(x, y, REACH);
    if (index < 0) {
      undo.current = board.tryAt(x, y, lab.frame);
    } else {
      const before = lab.selection.index;
      undo.current = () => select(before);
      select(index === before ? null : index);
    }
  };
  const select = (index: number | null): void => {
    if (index === null) lab.selection.release();
    else lab.selection.select(index);
  };
  const zoom = (direction: 1 | -1): void => {
    const { x, y, half } = plane.current;
    plane.take({ x, y, half: half / ZOOM ** direction });
  };

  return (
    <figure className="plane">
      <figcaption className="panel-head">
        <h2>{words.plane.title}</h2>
        <span className="coverage">
          <b ref={coverage}>–</b> {words.plane.covered(unit)}
        </span>
      </figcaption>
      <div className="plane-stage" ref={stage}>
        <div className="plane-canvas" ref={canvasHost} aria-hidden="true" />
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: `usePlaneKeys` listens to keys, once somebody can have pressed one */}
        <svg
          ref={svg}
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the plane is driven by keys, as its description says
          tabIndex={0}
          aria-label={words.plane.title}
          aria-describedby={keysId}
          onPointerMove={onPointerMove}
          onPointerLeave={leave}
          onBlur={(event) => {
            if (event.target === event.currentTarget) leave();
          }}
          onClick={onClick}
        />
        {(late.failed || coloured.failed) && problem === null && (
          <div className="plane-failure">
            <Failure says={words.failure.part} words={words} retry={late.failed ? late.get : coloured.get} />
          </div>
        )}
        {problem !== null && (
          <div className="plane-failure">
            <Failure says={words.plane.problems[problem]} words={words} retry={() => picture.current!.retry()} />
          </div>
        )}
        {late.part !== null && (
          <late.part.default
            svg={svg}
            picture={picture}
            hand={{ pointAt, leave, imageAt, zoom, fit }}
            keysId={keysId}
            isCoarser={ratio < whole}
          />
        )}
      </div>
      <SurveyedContext value={answers}>
        <PlaneFoot zoom={zoom} fit={fit} />
      </SurveyedContext>
    </figure>
  );
}
