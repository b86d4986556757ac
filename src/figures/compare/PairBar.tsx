import { ArrowLeftRight, Copy } from 'lucide-react';
import { useStore } from 'zustand';
import { useFigure } from '../../panels/context';
import { DataSource } from '../../panels/DataSource';
import { Select } from '../../panels/Select';
import { choosePair, copyToRight, PAIR_NAMES, pairNamed, swap } from '../../state/comparison';
import type { Lab } from '../../state/lab';
import { compareWords } from '../../text/compare';
import { useSides } from './useSides';

interface PairBarProps {
  readonly labs: readonly [left: Lab, right: Lab];
  readonly hasControls: boolean;
}

/** Says what differs between two models, and proposes pairs to compare. */
export function PairBar({ labs, hasControls }: PairBarProps) {
  const { language, hidden } = useFigure();
  const says = compareWords[language];
  const { sentence } = useSides(labs);
  return (
    <div className="pair">
      <p className="pair-line">{sentence}</p>
      {hasControls && (
        <div className="pair-controls">
          {!hidden.has('pair') && <PairChoice labs={labs} />}
          {!hidden.has('swap') && (
            <button type="button" className="button button-quiet" title={says.begins} onClick={() => swap(labs)}>
              <ArrowLeftRight aria-hidden="true" />
              {says.swap}
            </button>
          )}
          {!hidden.has('copy') && (
            <button type="button" className="button button-quiet" title={says.begins} onClick={() => copyToRight(labs)}>
              <Copy aria-hidden="true" />
              {says.copy}
            </button>
          )}
          <DataSource />
        </div>
      )}
    </div>
  );
}

function PairChoice({ labs }: Pick<PairBarProps, 'labs'>) {
  const { language } = useFigure();
  const says = compareWords[language];
  const left = useStore(labs[0].store, (state) => state.settings);
  const right = useStore(labs[1].store, (state) => state.settings);
  return (
    <Select
      name={says.pair}
      title={says.begins}
      value={pairNamed(left, right)}
      other={says.other}
      all={PAIR_NAMES}
      nameOf={(pair) => says.pairs[pair]}
      onChange={(pair) => choosePair(labs, pair)}
    />
  );
}
