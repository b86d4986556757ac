import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { fixed } from '../../../draw/decimals';
import { short } from '../../../panels/numbers';
import { Transport } from '../../../panels/Transport';
import { type Live, useLiveOf } from '../../../panels/useLive';
import { bindTogether } from '../../../state/together';
import { pcaWords } from '../../../text/pca';
import { useLeading } from '../../compare/useLeading';
import { usePage } from '../../context';
import { LabView, OfLab } from '../../LabView';
import { SmallPage } from '../../small/SmallPage';
import { pca } from '../../specs/pca';
import { useValues } from '../useValues';
import { Errors } from './Errors';
import { angleOfAxes, linesOf, linesOfPlane } from './mesh';
import './pca.css';
import { View } from './View';

const PCA = 0;
const DEEP = 2;

/** Nothing can be set but by the text: the rest is play, begin anew, and the counters. */
const SMALL = { controls: [], parts: ['counters'] } as const;

const degrees = (radians: number): number => (180 / Math.PI) * radians;

/** PCA's plane, and the surfaces of a linear and a deep autoencoder of the same images, one at a time. */
export default function Pca() {
  const { labs } = usePage().site;
  const [left, right] = useMemo(() => [labs.entry('pca')!, labs.entry('pca.right')!] as const, [labs]);
  useEffect(() => bindTogether([left.lab, right.lab], pca.linked), [left, right]);
  const leading = useLeading([left, right]);
  const peers = useMemo(() => [right.lab], [right]);
  const { values, move } = useValues(pca.id);
  const shown = values.model;
  const linear = useLiveOf(left.lab, 'sheet');
  const deep = useLiveOf(right.lab, 'sheet');
  const errors = [linear.answer?.pcaError, linear.answer?.modelError, deep.answer?.modelError].map(
    (error) => error ?? null,
  );
  return (
    <SmallPage small={SMALL}>
      <div className="pca">
        <OfLab entry={leading} peers={peers}>
          <Transport />
        </OfLab>
        <Errors errors={errors} shown={shown} show={(place) => move({ model: place })} />
        {/* What a lab has to tell stands above its surface. */}
        <LabView key={shown === DEEP ? right.id : left.id} entry={shown === DEEP ? right : left} peers={peers}>
          <Views {...(shown === DEEP ? deep : linear)} shown={shown} lab={left.lab} />
        </LabView>
      </div>
    </SmallPage>
  );
}

/** Air around the images. */
const AIR = 1.08;

interface ViewsProps extends Live<'sheet'> {
  readonly shown: number;
  /** Whose images they are. */
  readonly lab: Parameters<typeof useLiveOf>[0];
}

function Views({ answer: sheet, lack, shown, lab }: ViewsProps) {
  const { language, words } = usePage();
  const says = pcaWords[language];
  const dataset = useStore(lab.store, (state) => state.dataset);
  if (sheet === null || dataset === null) {
    const why = lack === null ? says.waiting : lack === 'missing' ? words.failure.part : says.refused;
    return <p className="fine pca-wait">{why}</p>;
  }
  const { images, angle } = sheet;
  const lines = shown === PCA ? linesOfPlane(sheet.deviations) : linesOf(sheet);
  const view = {
    name: says.models[shown]!,
    lines,
    images,
    labels: images.length === 3 * dataset.n ? dataset.labels : null,
    half: AIR * images.reduce((most, place) => Math.max(most, Math.abs(place)), 0),
  };
  return (
    <>
      <div className="pca-views" data-step={sheet.step}>
        <View part="above" {...view} />
        <View part="side" {...view} />
      </div>
      <p className="fine" data-part="angle">
        {shown === PCA
          ? says.itself
          : angle === null
            ? says.bent
            : says.angles(short(degrees(angle)), fixed(degrees(angleOfAxes(lines)), 0))}
      </p>
    </>
  );
}
