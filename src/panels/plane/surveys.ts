import type { PlaneWindow } from '../../math/window';
import type { JobRequests } from '../../worker/jobProtocol';
import type { PlaneLayer, PlaneScene, Surveys } from './layer';
import { type Ask, LayerSurvey, type Surveyed, type WindowKind } from './survey';

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

type Table = { readonly [K in WindowKind]: Omit<Surveyed<K>, 'kind'> };

/** What is asked for, and for which layers. The slower an answer, the more seldom. */
const SURVEYED: Table = {
  density: {
    layers: ['density', 'contours'],
    request: ({ window }) => ({ window: wider(window), size: 160 }),
    pace: 100,
  },
  uncovered: { layers: ['uncovered'], request: uncovered, pace: 150 },
  stretch: { layers: ['stretch'], request: ({ window }) => ({ window: wider(window), size: 48 }), pace: 400 },
  indicatrices: {
    layers: ['indicatrices'],
    request: ({ window }) => ({ window: wider(window), count: 14 }),
    pace: 300,
  },
};

/** Has computed what the layers that are on show of the window. @param came called with each answer */
export function windowSurveys(ask: Ask, came: (answer: Partial<Surveys>) => void): PlaneLayer {
  const surveyOf = <K extends WindowKind>(kind: K, surveyed: Omit<Surveyed<K>, 'kind'>): PlaneLayer =>
    new LayerSurvey({ kind, ...surveyed }, ask, (answer) => came({ [kind]: answer }));
  const surveys = (Object.keys(SURVEYED) as WindowKind[]).map((kind) => surveyOf(kind, SURVEYED[kind]));
  return {
    parts: [],
    paint: (scene) => {
      for (const survey of surveys) survey.paint(scene);
    },
    dispose: () => {
      for (const survey of surveys) survey.dispose();
    },
  };
}
