import { useEffect, useMemo, useRef, useState } from 'react';
import { outlineOf } from '../math/family';
import { isAsked } from '../state/pad';
import {
  placeName,
  useDrawn,
  useFigure,
  useFrames,
  useFrameValue,
  useHasPanel,
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
import { useFetched } from './useFetched';
import { useNeeded } from './useNeeded';
import { useRaise } from './useRaise';
import { useSize } from './useSize';

/** Of use only to a reader who points at something that is there. */
const fetchPointedAt = () => fetchLate('pointedAt');

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
  const { width: size, ratio } = useSize(stage);
  const pins = usePins();
  const layers = useLayers();
  const selected = useSelected();
  const hasRegion = useHasPanel('region');
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
    svg.current!.dataset.step = String(frame.step);
    const covered = percent(frame.circleCoverage);
    coverage.current!.textContent = covered;
    const { many } = words.outlines[outlineOf(frame.plane.family)];
    const label = words.plane.label(many, String(frame.plane.mu.length / 2), covered, unitOf(frame));
    svg.current!.setAttribute('aria-label', placeName(figure, label));
  };
  useFrames((frame) => {
    picture.current!.followFrame(frame);
    tell(frame);
  });
  useEffect(() => {
    if (lab.frame === null) return;
    picture.current!.show({ frame: lab.frame });
    tell(lab.frame);
  }, [lab, words]);

  const fit = (): void => picture.current!.fit();
  const handlers = useMemo(
    () => late.part?.planeHandlers({ figure: { id, lab, plane, pointer }, svg, picture, hasRegion }),
    [late.part, id, lab, plane, pointer, hasRegion],
  );

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
        <svg
          ref={svg}
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the plane is driven by keys, as its description says
          tabIndex={0}
          aria-label={words.plane.title}
          aria-describedby={keysId}
          {...handlers}
        />
        <p id={keysId} className="hidden">
          {words.plane.keys}
          {hasRegion && words.space + words.region.keys}
        </p>
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
        {late.part !== null && <late.part.default picture={picture} />}
      </div>
      <SurveyedContext value={answers}>
        <PlaneFoot zoomBy={(direction) => plane.zoom(direction)} fit={fit} />
      </SurveyedContext>
    </figure>
  );
}
