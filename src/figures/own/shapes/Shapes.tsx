import { useMemo, useRef, useState } from 'react';
import { fitWindow, type PlaneWindow } from '../../../math/window';
import { PanelsContext, useLab } from '../../../panels/context';
import { shownLabels } from '../../../panels/ellipseCloud';
import { count } from '../../../panels/numbers';
import { Questions } from '../../../panels/Questions';
import { Transport } from '../../../panels/Transport';
import { usePacedFrames } from '../../../panels/usePaced';
import { shapeWords } from '../../../text/shapes';
import type { Frame } from '../../../worker/frameProtocol';
import { usePage } from '../../context';
import { LabView } from '../../LabView';
import { SmallControls } from '../../small/SmallControls';
import { SmallPage } from '../../small/SmallPage';
import '../../small/small.css';
import { shapes } from '../../specs/shapes';
import { OwnShare } from '../OwnShare';
import { useValues } from '../useValues';
import { OWN_VALUES } from '../values';
import { Cloud, useCloudScales } from './Cloud';
import { CloudPad } from './CloudPad';
import { CLOUDS, drawnCloud } from './clouds';
import { PAD, type Painting, paintingOf, paintingOn, touched } from './painting';
import './shapes.css';
import { verdictOf } from './judge';
import { Verdict } from './Verdict';

/** Of its model the data alone can be chosen. */
const SMALL = { controls: ['data'], parts: ['counters'] } as const;

const [{ id: LAB, panels: PANELS }] = shapes.labs;

const EMPTY = new Float32Array(0);

const PAINTED = CLOUDS.indexOf('painted');

const { most: MOST_PAINTED } = OWN_VALUES.shapes.painted;

/** Clouds to pick or to paint, and the codes of an autoencoder that trains, with what each looks like. */
export default function Shapes() {
  const entry = usePage().site.labs.entry(LAB)!;
  const { values, move } = useValues(shapes.id);
  const chosen = CLOUDS[values.cloud]!;
  return (
    <SmallPage small={SMALL}>
      <LabView entry={entry}>
        <PanelsContext value={PANELS}>
          <div className="clouds">
            <Choice chosen={chosen} choose={(cloud) => move({ cloud })} />
            {chosen === 'codes' ? (
              <Codes />
            ) : (
              <Drawn chosen={chosen} painted={values.painted} paint={(painted) => move({ painted, cloud: PAINTED })} />
            )}
          </div>
        </PanelsContext>
      </LabView>
    </SmallPage>
  );
}

type CloudName = (typeof CLOUDS)[number];

function Choice({ chosen, choose }: { readonly chosen: CloudName; choose(place: number): void }) {
  const { language } = usePage();
  const says = shapeWords[language];
  return (
    <fieldset className="cloud-choice">
      <legend className="hidden">{says.pick}</legend>
      {CLOUDS.map((cloud, place) => (
        <label key={cloud} className="button">
          <input type="radio" name="cloud" checked={cloud === chosen} onChange={() => choose(place)} />
          {says.clouds[cloud]}
        </label>
      ))}
    </fieldset>
  );
}

interface DrawnProps {
  readonly chosen: Exclude<CloudName, 'codes'>;
  /** The reader's own cloud, as painting.ts has it; it stays while another is looked at. */
  readonly painted: string;
  paint(painted: string): void;
}

function Drawn({ chosen, painted, paint }: DrawnProps) {
  const { language } = usePage();
  const says = shapeWords[language];
  const [erases, setErases] = useState(false);
  const painting = useRef<Painting | null>(null);
  const points = useMemo(() => {
    if (chosen !== 'painted') return drawnCloud(chosen);
    painting.current = paintingOf(painted, painting.current);
    return painting.current.points;
  }, [chosen, painted]);
  return (
    <>
      <CloudPad
        points={points}
        name={says.clouds[chosen]}
        window={PAD}
        // Whatever cloud is there is painted on: a ring is filled, or broken.
        touch={(place) => paint(touched(chosen === 'painted' ? painted : paintingOn(chosen), place, erases))}
      />
      <div className="cloud-side">
        <Verdict verdict={useMemo(() => verdictOf(points), [points])} />
        <fieldset className="cloud-tools">
          <legend>{says.tools}</legend>
          {[false, true].map((tool) => (
            <label key={String(tool)}>
              <input type="radio" name="cloud-tool" checked={erases === tool} onChange={() => setErases(tool)} />
              {tool ? says.erase : says.paint}
            </label>
          ))}
          <button type="button" className="button" onClick={() => paint('')}>
            {says.clear}
          </button>
        </fieldset>
        {chosen === 'painted' && painted.length > MOST_PAINTED && (
          <p className="fine" role="status">
            {says.tooMuch}
          </p>
        )}
        <OwnShare id={LAB} />
      </div>
    </>
  );
}

/** Ms between two looks at the codes while they move. */
const PACE = 250;

function Codes() {
  const { language } = usePage();
  const says = shapeWords[language];
  const [frame, setFrame] = useState<Frame | null>(null);
  const labels = useLab(({ dataset }) => dataset?.labels ?? null);
  const mu = frame?.plane.mu ?? EMPTY;
  const window = useRef<PlaneWindow | null>(null);
  usePacedFrames(PACE, setFrame, []);
  window.current = fitWindow(mu, window.current);
  const scales = useCloudScales(window.current);
  const shown = useMemo(() => (frame === null ? null : shownLabels(frame, labels)), [frame, labels]);
  return (
    <>
      <div
        className="cloud"
        data-part="cloud"
        role="img"
        aria-label={says.plane(says.clouds.codes, count(mu.length / 2))}
      >
        <Cloud points={mu} labels={shown} scales={scales} />
      </div>
      <div className="cloud-side">
        <Verdict verdict={useMemo(() => verdictOf(mu), [mu])} />
        <Transport />
        <SmallControls keys={SMALL.controls} />
      </div>
      <Questions />
    </>
  );
}
