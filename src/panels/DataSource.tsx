import type { Settings } from '../state/settings';
import type { Words } from '../text';
import { Choice } from './Choice';
import { useFigure, useHidden, useLab } from './context';
import { Loading } from './files/Loading';
import { OwnImages } from './files/OwnImages';
import { latePart } from './lazyPart';

const AboutImages = latePart('aboutImages', { from: 'drawn' });
const OpenFiles = latePart('openFiles', { from: 'drawn' });

/** What is known of each data set. */
const GROUPS: Readonly<Record<Settings['data'], keyof Words['dataGroups']>> = {
  'uci-digits': 'real',
  mnist: 'real',
  faces: 'real',
  strokes: 'drawn',
  shapes: 'drawn',
  ring: 'known',
  line: 'known',
  disc: 'known',
  noise: 'known',
  file: 'own',
};

/** Which images are trained on, and the reader's own. */
export function DataSource() {
  const { words } = useFigure();
  const hasOwn = useLab(({ ownImages }) => ownImages !== null);
  const { settings, choices, dataGroups } = words;
  const hidden = useHidden('file');
  const dataHidden = useHidden('data');
  return (
    <div className="data-source">
      <Choice
        of="data"
        name={settings.data}
        names={choices.data}
        hideLabel
        omit={(choice) => choice === 'file' && !hasOwn}
        groupOf={(choice) => dataGroups[GROUPS[choice as Settings['data']]]}
      />
      {!hidden && <OpenFiles place="button button-icon open-files" />}
      <Loading />
      {!hidden && <OwnImages />}
      {!dataHidden && <AboutImages place="about-images" />}
    </div>
  );
}
