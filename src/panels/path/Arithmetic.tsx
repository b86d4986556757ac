import { Pin as PinIcon } from 'lucide-react';
import { Fragment, useMemo } from 'react';
import type { Three } from '../../state/pinArithmetic';
import type { Pin } from '../../state/pins';
import { pathWords } from '../../text/path';
import { useFigure, useFrameValue, usePins } from '../context';
import { ImageTile } from '../ImageTile';
import { pinCodes } from '../pinCodes';
import { coordinate } from '../quantities';
import { useDecoded } from '../useDecoded';
import { sumOf } from './sum';

const SIGNS = ['', '−', '+'];

/** A − B + C of three pins, which can be chosen, as decodes; its result can be pinned. */
export function Arithmetic({ terms }: { readonly terms: Three<Pin> }) {
  const { lab, language, plane } = useFigure();
  const says = pathWords[language];
  const pins = usePins();
  const result = sumOf(terms);
  const axes = useFrameValue((frame) => frame?.latent ?? 2);
  const { values, latent } = pinCodes([...terms, result], axes);
  const codes = useMemo(() => Float32Array.from(values), [values.join()]);
  const decoded = useDecoded(codes, { moving: true, latent });
  const { half } = plane.current;
  const code = [coordinate(result.x, half), coordinate(result.y, half)] as const;
  const choose = (i: number, place: number): void => {
    const [first, second, third] = terms.map((term, k) => (k === i ? place : pins.indexOf(term)));
    lab.pins.arithmetic.choose([first!, second!, third!]);
  };
  return (
    <div className="sum-line">
      {terms.map((term, i) => (
        <Fragment key={i}>
          {i > 0 && <span className="sum-sign">{SIGNS[i]}</span>}
          <div className="sum-term">
            <ImageTile label={says.decoded(term.name)} image={(frame) => decoded(frame, i)} />
            <select
              aria-label={says.terms[i]}
              value={pins.indexOf(term)}
              onChange={(event) => choose(i, Number(event.currentTarget.value))}
            >
              {pins.map(({ id, name }, place) => (
                <option key={id} value={place}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        </Fragment>
      ))}
      <span className="sum-sign">=</span>
      <div className="sum-term">
        <ImageTile label={says.result(...code)} image={(frame) => decoded(frame, 3)} />
      </div>
      <div className="sum-result">
        <span className="fine">{says.code(...code)}</span>
        <button
          type="button"
          className="button"
          onClick={() => lab.pins.add(result.x, result.y, undefined, result.code)}
        >
          <PinIcon aria-hidden="true" />
          {says.pin}
        </button>
      </div>
    </div>
  );
}
