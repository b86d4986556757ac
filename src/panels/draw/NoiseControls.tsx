import { Dices } from 'lucide-react';
import type { Drawing } from '../../state/drawing';
import { drawWords } from '../../text/draw';
import { useFigure, usePad } from '../context';
import { IconButton } from '../IconButton';
import { percent, short } from '../numbers';
import { Select } from '../Select';
import { Range } from './Range';

const KINDS = ['gaussian', 'salt'] as const;

/** Noise on the image that the model sees. */
export function NoiseControls({ drawing }: { readonly drawing: Drawing }) {
  const says = drawWords[useFigure().language];
  const { kind, amount, seed } = usePad((state) => state.drawing!.noise);
  return (
    <div className="draw-noise">
      <Select
        name={says.noise}
        value={kind}
        all={KINDS}
        nameOf={(each) => says.noises[each]}
        onChange={(to) => drawing.disturb({ kind: to })}
      />
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
