import type { OutlineMark } from '../../draw/outline';
import { type Code, paintDots, paintOutlines } from '../../draw/plane/marks';
import { paintPulls } from '../../draw/plane/pulls';
import { type LabelMark, paintLabels, paintLines, paintVeil } from '../../draw/plane/stage';
import { svgElement } from '../../draw/svg';
import { BOX_REACH, outlineReach } from '../../math/family';
import { onPlane, type PlanarPosteriors } from '../../math/posterior';
import type { SlowScene } from '../../state/staged';
import { movedPosteriors, moveOf, planarRows, samplePoints } from '../slow/places';
import { pullMarks, pullScale } from '../slow/pulls';
import type { PlaneLayer } from './layer';
import { outlineMark } from './outlineMark';
import './slowMotion.css';

/** What one stage shows, in latent units. */
interface Drawn {
  readonly batch: readonly OutlineMark[];
  readonly centres: readonly Code[];
  /** Highlighted outlines, and where they were before the step. */
  readonly outlines: readonly OutlineMark[];
  readonly before: readonly OutlineMark[];
  /** Where the noise of a box comes from. */
  readonly source: readonly OutlineMark[];
  readonly lines: readonly (readonly [Code, Code])[];
  readonly dots: readonly Code[];
  readonly labels: readonly LabelMark[];
}

const EMPTY: Drawn = { batch: [], centres: [], outlines: [], before: [], source: [], lines: [], dots: [], labels: [] };

/** Of a half extent, both ways: a little less than where the diagonal leaves an ellipse. */
const CORNER = 0.66;

/** The square that the noise of boxes is uniform on. */
const SQUARE: OutlineMark = { outline: 'rectangle', x: 0, y: 0, a: BOX_REACH, b: BOX_REACH, rho: 0 };

/** One training step in slow motion, above a plane that recedes. */
export function slowMotionLayer(place: SVGGElement): PlaneLayer {
  const group = place.appendChild(svgElement('g', { class: 'slow-motion' }));
  return {
    parts: ['slow', 'window', 'scales'],
    paint({ slow, scales, window }) {
      group.setAttribute('visibility', slow === null ? 'hidden' : 'visible');
      if (slow === null) return;
      group.dataset.stage = slow.stage;
      const drawn = drawnOf(slow, window.half);
      paintVeil(group, scales);
      paintOutlines(group, 'slow-batch', drawn.batch, scales);
      paintDots(group, 'slow-centre', drawn.centres, 2, scales);
      paintOutlines(group, 'slow-source', drawn.source, scales);
      paintOutlines(group, 'slow-before', drawn.before, scales);
      paintOutlines(group, 'slow-outline', drawn.outlines, scales);
      paintDots(
        group,
        'slow-mark',
        drawn.outlines.map(({ x, y }): Code => [x, y]),
        3,
        scales,
      );
      paintLines(group, 'slow-line', drawn.lines, scales);
      paintDots(group, 'slow-dot', drawn.dots, 4, scales);
      const { step } = slow;
      const pulled = slow.stage === 'pulls' && step !== null;
      paintPulls(group, pulled ? pullMarks(step, pullScale(step, window.half)) : [], scales);
      paintLabels(group, drawn.labels, scales);
    },
    dispose: () => group.remove(),
  };
}

function drawnOf(slow: SlowScene, half: number): Drawn {
  const { stage, step, progress } = slow;
  if (step === null) return EMPTY;
  const { family } = step.posteriors;
  const reach = outlineReach(family, 1, step.hyper.noiseScale);
  const marks = (planar: PlanarPosteriors): OutlineMark[] =>
    Array.from({ length: planar.mu.length / 2 }, (_, i) => outlineMark(planar, i, reach));
  const all = onPlane(step.posteriors, step.axes);
  const highlighted = planarRows(
    all,
    step.images.map(({ place }) => place),
  );
  const batch = marks(all);
  const base = { ...EMPTY, batch, centres: batch.map(({ x, y }): Code => [x, y]) };
  if (stage === 'batch') return base;
  const shown = { ...base, outlines: marks(highlighted), labels: numbered(cornersOf(highlighted, reach)) };
  if (stage === 'ellipses' || stage === 'pulls') return shown;
  if (stage === 'move') {
    const move = moveOf(slow, half);
    if (move === null) return shown;
    const moved = movedPosteriors(move, progress);
    return { ...shown, before: marks(move.before), outlines: marks(moved), labels: numbered(cornersOf(moved, reach)) };
  }
  const noise = step.images.map((image) => samplePoints(step, image.noise));
  if (stage === 'noise') {
    const source = family === 'box' ? [SQUARE] : [];
    return {
      ...shown,
      source,
      dots: noise.flat(),
      labels: [...shown.labels, ...numbered(noise.map(([first]) => first!))],
    };
  }
  const codes = step.images.map((image) => samplePoints(step, image.codes));
  const at = stage === 'sample' ? progress : 1;
  const dots = codes.map((of, i) => of.map((code, k) => mixed(noise[i]![k]!, code, at)));
  const lines = at < 1 ? [] : codes.flatMap((of, i) => of.map((code) => [centresOf(highlighted)[i]!, code] as const));
  // Those that have come are tied to their outlines by lines.
  const labels = at < 1 ? [...shown.labels, ...numbered(dots.map(([first]) => first!))] : shown.labels;
  return { ...shown, dots: dots.flat(), lines, labels };
}

const centresOf = ({ mu }: PlanarPosteriors): Code[] =>
  Array.from({ length: mu.length / 2 }, (_, i) => [mu[2 * i]!, mu[2 * i + 1]!]);

/** Places at the upper right of outlines, where nothing else is drawn. */
const cornersOf = ({ mu, sigma }: PlanarPosteriors, reach: number): Code[] =>
  Array.from({ length: mu.length / 2 }, (_, i) => [
    mu[2 * i]! + CORNER * reach * sigma[2 * i]!,
    mu[2 * i + 1]! + CORNER * reach * sigma[2 * i + 1]!,
  ]);

const numbered = (places: readonly Code[]): LabelMark[] => places.map((at, i) => ({ text: String(i + 1), at }));

const mixed = (from: Code, to: Code, share: number): Code => [
  from[0] + share * (to[0] - from[0]),
  from[1] + share * (to[1] - from[1]),
];
