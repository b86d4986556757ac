import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { EllipsePainter } from '../../draw/ellipses/cloud';
import { createEllipsePainter, type PainterError } from '../../draw/ellipses/createEllipsePainter';
import { ellipseStyle } from '../../draw/ellipses/style';
import { paintPrior } from '../../draw/plane/prior';
import { planeScales } from '../../draw/plane/scales';
import { useFigure } from '../../panels/context';
import { coveredUnit } from '../../panels/coveredUnit';
import { cloudOf, drawnView, shownLabels } from '../../panels/ellipseCloud';
import { Failure } from '../../panels/Failure';
import { percent } from '../../panels/numbers';
import type { LayerInk } from '../../panels/plane/layer';
import { useColouring } from '../../panels/useColouring';
import { useKept } from '../../panels/useNeeded';
import { useOutline } from '../../panels/useOutline';
import { usePacedFrames } from '../../panels/usePaced';
import { useRaise } from '../../panels/useRaise';
import { useSize } from '../../panels/useSize';
import { sweepWords } from '../../text/sweep';

/**
 * Ms between two pictures of a plane, and of a grid, while training runs: of several models at once nobody follows the
 * single picture, and the models need the time.
 */
export const PICTURE_PACE = 500;

/** What the canvas in each place shows, for a picture of so many pixels a side; null before there is anything. */
export const smallInks = new WeakMap<Element, (pixels: number) => LayerInk | null>();

/** The latent plane of one model of several, to be looked at: ellipses at true scale and the prior's circles. */
export function SmallPlane({ name }: { name: string }) {
  const { lab, plane, words, language } = useFigure();
  const { colouring, failed, get } = useColouring();
  const stage = useRef<HTMLDivElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const painter = useRef<EllipsePainter | null>(null);
  const [problem, setProblem] = useState<PainterError['reason'] | null>(null);
  const [tries, setTries] = useState(0);
  const raise = useRaise();
  const { width: size, ratio } = useSize(stage);
  const { many } = useOutline();
  const kept = useKept(stage);

  const paint = (): void => {
    const { frame } = lab;
    if (size === 0) return;
    const window = plane.current;
    paintPrior(svg.current!, planeScales(window, size));
    if (frame === null) return;
    painter.current?.paint(
      cloudOf(frame, shownLabels(frame, colouring.labels)),
      drawnView(window, Math.round(size * ratio)),
      { ...ellipseStyle(colouring.theme, ratio), paper: colouring.theme.paper },
    );
    svg.current!.dataset.step = String(frame.step);
    const { length } = frame.plane.mu;
    const label = sweepWords[language].planeLabel(
      name,
      many,
      String(length / 2),
      percent(frame.circleCoverage),
      words.plane.unit[coveredUnit(frame)],
    );
    svg.current!.setAttribute('aria-label', label);
  };
  const inkOf = (pixels: number): LayerInk | null => {
    const { frame } = lab;
    if (frame === null || size === 0) return null;
    return {
      kind: 'cloud',
      cloud: cloudOf(frame, shownLabels(frame, colouring.labels)),
      view: drawnView(plane.current, pixels),
      style: ellipseStyle(colouring.theme, pixels / size),
    };
  };
  useLayoutEffect(() => {
    smallInks.set(host.current!, inkOf);
  });
  const latest = useRef(paint);
  latest.current = paint;

  // On the CPU: a page has few contexts of WebGL, and pictures this small cost little.
  useEffect(() => {
    if (!kept) return;
    let current = true;
    const lacks = (error: PainterError): void => {
      if (current) setProblem(error.reason);
    };
    setProblem(null);
    createEllipsePainter(host.current!, { kind: 'cpu', onFailed: lacks, onBroken: raise }).then((made) => {
      if (!current) return made.dispose();
      painter.current = made;
      latest.current();
    }, lacks);
    return () => {
      current = false;
      painter.current?.dispose();
      painter.current = null;
    };
  }, [kept, tries, raise]);
  usePacedFrames(
    PICTURE_PACE,
    (frame) => {
      plane.follow(frame.plane.mu, performance.now());
      latest.current();
    },
    [],
  );
  useEffect(() => latest.current(), [size, ratio, colouring, language, many, name]);

  return (
    <div className="plane-stage sweep-plane" ref={stage}>
      <div className="plane-canvas" ref={host} aria-hidden="true" />
      <svg ref={svg} role="img" aria-label={name} />
      {problem === null && failed && (
        <div className="plane-failure">
          <Failure says={words.failure.part} words={words} retry={get} />
        </div>
      )}
      {problem !== null && (
        <div className="plane-failure">
          <Failure says={words.plane.problems[problem]} words={words} retry={() => setTries(tries + 1)} />
        </div>
      )}
    </div>
  );
}
