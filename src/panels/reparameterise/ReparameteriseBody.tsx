import { Dices } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { type Family, outlineOf } from '../../math/family';
import { imageOf } from '../../math/imageOf';
import { reparameteriseOf } from '../../state/reparameterise';
import { reparameteriseWords } from '../../text/reparameterise';
import type { Frame } from '../../worker/frameProtocol';
import { tuple } from '../axisText';
import { useFigure, useFrameValue, useHasCodes, useLab, useSelected } from '../context';
import { IconButton } from '../IconButton';
import { ImageTile } from '../ImageTile';
import { count, short } from '../numbers';
import { coordinate } from '../quantities';
import { usePacedFrames } from '../usePaced';
import { NoisePad } from './NoisePad';
import './reparameterise.css';
import { sampledIn } from './sampledIn';

/** Ms between two writings of numbers while training runs. */
const PACE = 100;

interface ReparameteriseBodyProps {
  /** Whether it says what it shows: not where the text of the article does. */
  readonly explains?: boolean;
}

/** The slopes of z by what the encoder gives, as the family has them: of each axis, or of each entry of L. */
const slopeNames = (family: Family): string =>
  family === 'full' ? '∂zᵢ/∂μᵢ = 1, ∂zᵢ/∂Lᵢⱼ = s·εⱼ, s·ε' : '∂z/∂μ = 1, ∂z/∂σ = s·ε';

/**
 * ε in a pad, and z = μ + s·L·ε of one image: on the plane, in numbers with its slopes, and decoded; all of one frame.
 */
export default function ReparameteriseBody({ explains = true }: ReparameteriseBodyProps) {
  const { lab, plane, words, language } = useFigure();
  const says = reparameteriseWords[language];
  const held = reparameteriseOf(lab);
  const dataset = useLab((state) => state.dataset);
  const index = useSelected()?.index ?? 0;
  const family = useFrameValue((frame) => frame?.family ?? 'diagonal');
  const latent = useFrameValue((frame) => frame?.latent ?? 2);
  const hasCodes = useHasCodes();
  const numbers = useRef<HTMLParagraphElement>(null);
  const slopes = useRef<HTMLParagraphElement>(null);
  const [entered, setEntered] = useState(false);
  useEffect(() => {
    held.enter();
    setEntered(true);
    return () => held.leave();
  }, [held]);
  usePacedFrames(
    PACE,
    (frame) => {
      const sampled = sampledIn(frame);
      if (sampled === null || numbers.current === null) return;
      const code = tuple(frame.plane.axes, frame.latent, (_, k) => coordinate(sampled.code[k]!, plane.current.half));
      const formula = frame.family === 'full' ? 'z = μ + s·L·ε' : 'z = μ + s·σ⊙ε';
      numbers.current.textContent = `${formula} = ${code}, s = ${short(frame.noiseScale)}`;
      numbers.current.dataset.step = String(frame.step);
      if (slopes.current === null) return;
      const { axes } = frame.plane;
      const byWidth = tuple(axes, frame.latent, (_, k) => short(frame.noiseScale * sampled.noise[k]!));
      slopes.current.textContent = `${slopeNames(frame.family)} = ${byWidth}`;
    },
    [entered],
  );
  if (!hasCodes) return <p className="fine">{says.none}</p>;
  const { one } = words.outlines[outlineOf(family)];
  const decoded = (frame: Frame): Float32Array | null => {
    const sampled = sampledIn(frame);
    return sampled?.index === index ? sampled.picture : null;
  };
  return (
    <div className="reparameterise">
      {family === 'point' ? (
        <p>{says.saysOfPoint}</p>
      ) : (
        explains && <p>{says.says(one, says.sources[family === 'box' ? 'box' : 'normal'])}</p>
      )}
      <NoisePad says={says} family={family} latent={latent} />
      <div className="noise-picture">
        <ImageTile
          key={`x ${index}`}
          label={says.original}
          image={() => (dataset === null ? null : imageOf(dataset, index))}
        />
        <ImageTile key={`z ${index}`} label={says.decoded} image={decoded} />
        <p className="fine">{says.image(String(index))}</p>
        <IconButton name={says.redraw} onClick={() => held.redraw()}>
          <Dices aria-hidden="true" />
        </IconButton>
      </div>
      <p className="noise-code" ref={numbers} />
      {family !== 'point' && <p className="noise-slopes" data-part="slopes" ref={slopes} />}
      {latent > 2 && <p className="fine">{says.others(count(latent))}</p>}
      {explains && <p className="fine">{says.why}</p>}
    </div>
  );
}
