/**
 * Parts of panels that nobody needs before the first picture is there, each in a file of its own. The first script of a
 * page has no list of those files, of what they need, and of their styles: the names alone are a kilobyte and a half.
 */
import { importer } from '../platform/importer';

const factorColours = importer(() => import('./factorColours'));
const engineReason = importer(() => import('./engineReason'));
const inspect = importer(() => import('./files/inspectInLab'));
const weights = importer(() => import('./take/weights'));

/** By their names: what fetches each. All reject where it does not come. */
export default {
  aboutImages: importer(() => import('./images/AboutImages')),
  draw: importer(() => import('./draw/DrawBody')),
  drawOpener: importer(() => import('./DrawOpener')),
  dropTarget: importer(() => import('./files/DropTarget')),
  engineReason: async () => (await engineReason()).engineReason,
  colourKey: importer(() => import('./ColourKey')),
  factorColours: async () => (await factorColours()).factorColours,
  factors: importer(() => import('./factors/FactorsBody')),
  geodesic: importer(() => import('./Geodesic')),
  gridCells: importer(() => import('./GridCells')),
  inspect: async () => (await inspect()).inspectInLab,
  layerChoices: importer(() => import('./LayerChoices')),
  layerKeys: importer(() => import('./LayerKeys')),
  liveRegion: importer(() => import('./LiveRegion')),
  loadingBar: importer(() => import('./files/LoadingBar')),
  loss: importer(() => import('./LossChartBody')),
  moreSettings: importer(() => import('./MoreSettingsBody')),
  notices: importer(() => import('./NoticeSentences')),
  numbers: importer(() => import('./NumbersTable')),
  openFiles: importer(() => import('./files/OpenFiles')),
  openModel: async () => (await weights()).openModel,
  ownImagesAgain: importer(() => import('./files/OwnImagesAgain')),
  path: importer(() => import('./path/PathBody')),
  pins: importer(() => import('./PinsBody')),
  preview: importer(() => import('./files/PreviewDialog')),
  pointedAt: importer(() => import('./PointedAt')),
  prior: importer(() => import('./prior/PriorBody')),
  questions: importer(() => import('./questions/QuestionsBody')),
  region: importer(() => import('./region/RegionBody')),
  regionTool: importer(() => import('./region/RegionTool')),
  reparameterise: importer(() => import('./reparameterise/ReparameterisePanel')),
  sample: importer(() => import('./sample/SampleBody')),
  share: importer(() => import('./share/ShareButtons')),
  slowMotion: importer(() => import('./slow/SlowMotionPanel')),
  squarePad: importer(() => import('./SquarePadBody')),
  strip: importer(() => import('./StripBody')),
  timeline: importer(() => import('./timeline/TimelineBody')),
};
