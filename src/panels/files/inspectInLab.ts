import { Inspection } from '../../state/inspection';
import type { Reading } from '../../worker/libraryProtocol';
import type { Figure } from '../context';
import { inspected, putAway } from './inspected';
import { isPicture } from './kinds';
import { tellOfImages } from './openInLab';

/**
 * Shows the reader what files hold, before they are trained on in a figure; where they cannot be read, the figure's notices
 * say why. Pictures that come while pictures are looked at join them; any other files take their place.
 * @param reading how they were read before, where they were
 */
export async function inspectInLab(
  figure: Pick<Figure, 'lab' | 'site'>,
  files: readonly File[],
  reading?: Reading,
): Promise<void> {
  const { lab: own, site } = figure;
  const before = inspected.getState();
  if (before !== null && [...before.inspection.store.getState().files, ...files].every(isPicture))
    return before.inspection.add(files);
  if (before !== null) putAway(before.inspection);
  const lab = before?.lab ?? own;
  const { library, baseUrl } = site.labs.parts;
  const inspection = new Inspection({ lab, library, baseUrl }, files, reading);
  inspected.setState({ lab, inspection }, true);
  try {
    await inspection.begin();
  } catch (error) {
    putAway(inspection);
    tellOfImages(lab, error as Error, null, () => void inspectInLab(figure, files, reading));
  }
}
