/** The layers that nobody sees before they are asked for, each in a file of its own. The first script of a page has no list of those files. */
import { importer } from '../../platform/importer';

const density = importer(() => import('./density'));
const contours = importer(() => import('./contours'));
const uncovered = importer(() => import('./uncovered'));
const stretch = importer(() => import('./stretch'));
const indicatrices = importer(() => import('./indicatrices'));
const path = importer(() => import('./path'));
const arithmetic = importer(() => import('./arithmetic'));
const geodesic = importer(() => import('./geodesic'));
const outliers = importer(() => import('./outliers'));
const gaps = importer(() => import('./gaps'));
const surveys = importer(() => import('./surveys'));
const focus = importer(() => import('./focus'));
const cross = importer(() => import('./cross'));
const gestures = importer(() => import('./gestures'));
const imageAnswers = importer(() => import('./imageAnswers'));
const truePosterior = importer(() => import('./truePosterior'));
const predicted = importer(() => import('./predicted'));
const selected = importer(() => import('./selected'));
const pins = importer(() => import('./pins'));
const region = importer(() => import('./region'));
const prior = importer(() => import('./prior'));
const heldOut = importer(() => import('./heldOut'));
const drawn = importer(() => import('./drawn'));
const staged = importer(() => import('./staged'));

/** By their names: what makes each, once its file has come. All reject where it does not. */
export default {
  density: async () => (await density()).densityLayer,
  contours: async () => (await contours()).contoursLayer,
  uncovered: async () => (await uncovered()).uncoveredLayer,
  stretch: async () => (await stretch()).stretchLayer,
  stretchLines: async () => (await stretch()).stretchLinesLayer,
  stretchKey: async () => (await stretch()).stretchKeyLayer,
  indicatrices: async () => (await indicatrices()).indicatricesLayer,
  path: async () => (await path()).pathLayer,
  arithmetic: async () => (await arithmetic()).arithmeticLayer,
  geodesic: async () => (await geodesic()).geodesicLayer,
  outliers: async () => (await outliers()).outliersLayer,
  gaps: async () => (await gaps()).gapsLayer,
  surveys: async () => (await surveys()).planeSurveys,
  focus: async () => (await focus()).focusLayer,
  cross: async () => (await cross()).crossLayer,
  gestures: async () => (await gestures()).gestureLayer,
  imageAnswers: async () => (await imageAnswers()).imageAnswersLayer,
  truePosterior: async () => (await truePosterior()).truePosteriorLayer,
  predicted: async () => (await predicted()).predictedLayer,
  selected: async () => (await selected()).selectedLayer,
  pins: async () => (await pins()).pinsLayer,
  region: async () => (await region()).regionLayer,
  prior: async () => (await prior()).priorLayer,
  heldOut: async () => (await heldOut()).heldOutLayer,
  drawn: async () => (await drawn()).drawnLayer,
  staged: async () => (await staged()).stagedLayer,
};
