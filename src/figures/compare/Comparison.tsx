import { useEffect, useMemo, useRef } from 'react';
import { Boundary } from '../../panels/Boundary';
import { useFigure } from '../../panels/context';
import { DecodedGrid } from '../../panels/DecodedGrid';
import { Loading } from '../../panels/files/Loading';
import { LatentPlane } from '../../panels/LatentPlane';
import LiveRegion from '../../panels/LiveRegion';
import { LossChart } from '../../panels/LossChart';
import { MoreSettings } from '../../panels/MoreSettings';
import { count } from '../../panels/numbers';
import { Path } from '../../panels/Path';
import { Pins } from '../../panels/Pins';
import { Sample } from '../../panels/Sample';
import { Strip } from '../../panels/Strip';
import { Transport } from '../../panels/Transport';
import { SaveButton } from '../../panels/take/SaveButton';
import { usePacedFrames } from '../../panels/usePaced';
import { OWN } from '../../state/comparedKeys';
import type { Hideable } from '../../state/embedLink';
import type { FigureSpec, PanelName } from '../../state/figureSpec';
import type { LabEntry } from '../../state/labs';
import { bindTogether } from '../../state/together';
import { compareWords } from '../../text/compare';
import { PageContext, usePage } from '../context';
import { FigureHead } from '../FigureHead';
import { LabView, OfLab } from '../LabView';
import './compare.css';
import { OwnControls } from './OwnControls';
import { PairBar } from './PairBar';
import { PairNumbers } from './PairNumbers';
import { useLeading } from './useLeading';
import { useSides } from './useSides';

/** Ms between two updates of a counter: more often it cannot be read. */
const COUNTER_PACE = 250;

/** Two labs that are compared: what is the same in both is there once, everything else side by side. */
export default function Comparison({ spec }: { spec: FigureSpec }) {
  const page = usePage();
  const { site, words, language } = page;
  const says = compareWords[language];
  const [left, right] = useMemo((): Pair => {
    const [one, two] = spec.labs.map(({ id }) => site.labs.entry(id)!);
    return [one!, two!];
  }, [spec, site]);
  useEffect(() => bindTogether([left.lab, right.lab], spec.linked), [left, right, spec]);
  const peers = useMemo(() => [right.lab], [right]);
  const leading = useLeading([left, right]);
  const panels = useMemo(() => new Set(spec.labs.flatMap((lab) => lab.panels)), [spec]);
  // What each has for itself is not among the settings of both.
  const common = useMemo(() => ({ ...page, hidden: new Set<Hideable>([...page.hidden, ...OWN]) }), [page]);
  const titleId = `${spec.id}-title`;
  return (
    <section className="compare" aria-labelledby={titleId}>
      <FigureHead id={titleId} title={says.title} lead={says.caption} />
      {panels.has('transport') && (
        <OfLab entry={leading} peers={peers}>
          <Transport />
        </OfLab>
      )}
      <OfLab entry={left} peers={peers}>
        <PairBar labs={[left.lab, right.lab]} hasControls={panels.has('controls')} />
      </OfLab>
      <div className="compare-sides">
        <Boundary words={words}>
          <Side entry={left} peer={right} place={0} panels={panels} />
        </Boundary>
        <Boundary words={words}>
          <Side entry={right} peer={left} place={1} panels={panels} />
        </Boundary>
      </div>
      <PageContext value={common}>
        <OfLab entry={left} peers={peers}>
          <div className="compare-common">
            {panels.has('more') && <MoreSettings />}
            {panels.has('numbers') && <PairNumbers labs={[left.lab, right.lab]} />}
          </div>
        </OfLab>
      </PageContext>
    </section>
  );
}

type Pair = readonly [left: LabEntry, right: LabEntry];

interface SideProps {
  readonly entry: LabEntry;
  readonly peer: LabEntry;
  readonly place: 0 | 1;
  readonly panels: ReadonlySet<PanelName>;
}

function Side({ entry, peer, place, panels }: SideProps) {
  const { language } = usePage();
  const says = compareWords[language];
  const peers = useMemo(() => [peer.lab], [peer]);
  const pair = place === 0 ? ([entry.lab, peer.lab] as const) : ([peer.lab, entry.lab] as const);
  const { own } = useSides(pair);
  const name = says.sides[place];
  return (
    <section className="compare-side" aria-label={name + (own[place] === '' ? '' : `: ${own[place]}`)}>
      <LabView
        entry={entry}
        peers={peers}
        side={name}
        head={<SideHead name={name} own={own[place]} canSave={panels.has('transport')} />}
      >
        {/* Of the left one beside the button that opens files. */}
        {place === 1 && <Loading />}
        {panels.has('controls') && <OwnControls />}
        <div className="compare-panels">
          <div className="compare-column">
            {panels.has('plane') && <LatentPlane />}
            {panels.has('pins') && <Pins />}
            {panels.has('path') && <Path />}
          </div>
          <div className="compare-column">
            {panels.has('sample') && <Sample />}
            {panels.has('grid') && <DecodedGrid />}
            {panels.has('strip') && <Strip />}
          </div>
        </div>
        {panels.has('loss') && <LossChart />}
        <LiveRegion />
      </LabView>
    </section>
  );
}

/** Which of the two it is, what it alone has, and how far it is. */
function SideHead({ name, own, canSave }: { name: string; own: string; canSave: boolean }) {
  const { words, hidden } = useFigure();
  const step = useRef<HTMLElement>(null);
  usePacedFrames(
    COUNTER_PACE,
    (frame) => {
      step.current!.textContent = count(frame.step);
    },
    [],
  );
  return (
    <div className="compare-side-head">
      <h3>{name}</h3>
      <span className="compare-own">{own}</span>
      <span className="compare-step">
        {words.transport.step1} <b ref={step}>0</b>
      </span>
      {canSave && !hidden.has('share') && <SaveButton />}
    </div>
  );
}
