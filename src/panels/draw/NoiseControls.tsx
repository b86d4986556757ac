import { Dices } from 'lucide-react';
import { useId } from 'react';
import type { Drawing } from '../../state/drawing';
import { drawWords } from '../../text/draw';
import { useFigure, usePad } from '../context';
import { IconButton } from '../IconButton';
import { percent, short } from '../numbers';
import { Range } from './Range';

const KINDS = ['gaussian', 'salt'] as const;

/** Noise on the image that the model sees. */
export function NoiseControls({ drawing }: { readonly drawing: Drawing }) {
  const says = drawWords[useFigure().language];
  const { kind, amount, seed } = usePad((state) => state.drawing!.noise);
  const id = useId();
  return (
    <div className="draw-noise">
      <div className="field">
        <label htmlFor={id}>{says.noise}</label>
        <select
          id={id}
          value={kind}
          onChange={(event) => drawing.disturb({ kind: event.target.value as (typeof KINDS)[number] })}
        >
          {KINDS.map((each) => (
            <option key={each} value={each}>
              {says.noises[each]}
            </option>
          ))}
        </select>
      </div>
      <Range
        name={says.amount}
        value={amount}
        least={0}
        most={1}
        text={kind === 'gaussian' ? `σ = ${short(amount)}` : percent(amount)}
        onChange={(to) => drawing.disturb({ amount: to })}
      />
      <IconButton name={says.reseed} disabled={amount === 0} onClick={() => drawing.disturb({ seed: seed + 1 })}>
        <Dices aria-hidden="true" />
      </IconButton>
    </div>
  );
}
