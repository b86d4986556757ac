import type { PlaneWindow } from '../../math/window';
import type { Lab } from '../../state/lab';
import { liveSurvey } from '../../state/liveSurvey';
import type { JobRequests } from '../../worker/jobProtocol';
import type { LayerAnswers, PlaneLayer, PlaneScene, SurveyedKind } from './layer';
import { STOPS } from './stops';
import { LayerSurvey, SURVEY_PARTS, type Surveyed } from './survey';

/** How much more of the plane than is seen is asked for, so that a little can be moved. */
const MARGIN = 1.25;

const wider = (window: PlaneWindow): PlaneWindow => ({ ...window, half: MARGIN * window.half });

/** CSS pixels of a cell of what no posterior covers, and how many of them a side there are at least and at most. */
const PATCH = 2;
const PATCHES = { least: 48, most: 320 };

/** The unit circle with a little air: beyond it nothing is uncovered. */
const CIRCLE: PlaneWindow = { x: 0, y: 0, half: 1.05 };

function uncovered({ window, scales }: Pick<PlaneScene, 'window' | 'scales'>): JobRequests['uncovered'] {
  const seen = wider(window);
  const asked = seen.half < CIRCLE.half ? seen : CIRCLE;
  const cells = Math.round((2 * asked.half * scales.unit) / PATCH);
  return { window: asked, size: Math.min(PATCHES.most, Math.max(PATCHES.least, cells)) };
}

function geodesic({ pins: [first, second] }: Pick<PlaneScene, 'pins'>): JobRequests['geodesic'] | null {
  if (first === undefined || second === undefined) return null;
  return { from: [first.x, first.y], to: [second.x, second.y], images: STOPS };
}

type Table = { readonly [K in SurveyedKind]: Omit<Surveyed<K>, 'kind'> };

/** What is asked for, and for which layers. The slower an answer, the more seldom. */
const SURVEYED: Table = {
  density: {
    layers: ['density', 'contours'],
    request: ({ window }) => ({ window: wider(window), size: 160 }),
    pace: 200,
  },
  uncovered: { layers: ['uncovered'], request: uncovered, pace: 250 },
  stretch: { layers: ['stretch'], request: ({ window }) => ({ window: wider(window), size: 48 }), pace: 400 },
  indicatrices: {
    layers: ['indicatrices'],
    request: ({ window }) => ({ window: wider(window), count: 14 }),
    pace: 300,
  },
  geodesic: { layers: ['geodesic'], request: geodesic, pace: 400 },
};

/** What is told while surveys go on. */
interface Told {
  came(answer: Partial<LayerAnswers>): void;
  waits(kind: SurveyedKind, waiting: boolean): void;
  progress(kind: SurveyedKind, share: number): void;
}

/** Has computed what the layers that are on show. */
export function planeSurveys(lab: Lab, told: Told): PlaneLayer {
  const surveyOf = <K extends SurveyedKind>(kind: K, surveyed: Omit<Surveyed<K>, 'kind'>): PlaneLayer =>
    new LayerSurvey({ kind, ...surveyed }, lab, {
      came: (answer) => told.came({ [kind]: answer }),
      waits: (waiting) => told.waits(kind, waiting),
      progress: (share) => told.progress(kind, share),
    });
  const surveys = [
    ...(Object.keys(SURVEYED) as SurveyedKind[]).map((kind) => surveyOf(kind, SURVEYED[kind])),
    questionsSurvey(lab, told.came),
  ];
  return {
    parts: SURVEY_PARTS,
    paint: (scene) => {
      for (const survey of surveys) survey.paint(scene);
    },
    dispose: () => {
      for (const survey of surveys) survey.dispose();
    },
  };
}

/** The four questions' numbers, the same ones that the panel of the questions shows, while a layer shows some of them. */
function questionsSurvey(lab: Lab, came: (answer: Partial<LayerAnswers>) => void): PlaneLayer {
  /** Ends the watch; null where there is none. */
  let end: (() => void) | null = null;
  const stop = (): void => {
    end?.();
    end = null;
  };
  return {
    parts: ['layers'],
    paint({ layers }) {
      if (layers.gaps || layers.outliers)
        end ??= liveSurvey(lab, 'questions').watch((questions) => came({ questions }));
      else stop();
    },
    dispose: stop,
  };
}
