import { ArrowLeftRight, Copy } from 'lucide-react';
import { useId } from 'react';
import { useStore } from 'zustand';
import { useFigure } from '../../panels/context';
import { DataSource } from '../../panels/DataSource';
import { choosePair, copyToRight, PAIR_NAMES, type PairName, pairNamed, swap } from '../../state/comparison';
import type { Lab } from '../../state/lab';
import { compareWords } from '../../text/compare';
import { useSides } from './useSides';

interface PairBarProps {
  readonly labs: readonly [left: Lab, right: Lab];
  readonly hasControls: boolean;
}

/** What the list of pairs has for one that is none of them. */
const OTHER = 'other';

/** Says what differs between two models, and proposes pairs to compare. */
export function PairBar({ labs, hasControls }: PairBarProps) {
  const { language } = useFigure();
  const says = compareWords[language];
  const { sentence } = useSides(labs);
  return (
    <div className="pair">
      <p className="pair-line" role="status">
        {sentence}
      </p>
      {hasControls && (
        <div className="pair-controls">
          <PairChoice labs={labs} />
          <button type="button" className="button button-quiet" title={says.begins} onClick={() => swap(labs)}>
            <ArrowLeftRight aria-hidden="true" />
            {says.swap}
          </button>
          <button type="button" className="button button-quiet" title={says.begins} onClick={() => copyToRight(labs)}>
            <Copy aria-hidden="true" />
            {says.copy}
          </button>
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
  const id = useId();
  const named = pairNamed(left, right);
  return (
    <div className="field">
      <label htmlFor={id}>{says.pair}</label>
      <select
        id={id}
        title={says.begins}
        value={named ?? OTHER}
        onChange={({ target }) => choosePair(labs, target.value as PairName)}
      >
        {named === null && (
          <option value={OTHER} disabled>
            {says.other}
          </option>
        )}
        {PAIR_NAMES.map((name) => (
          <option key={name} value={name}>
            {says.pairs[name]}
          </option>
        ))}
      </select>
    </div>
  );
}
