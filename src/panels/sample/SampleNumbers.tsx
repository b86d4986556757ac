import { type RefCallback, useRef } from 'react';
import { sampleWords } from '../../text/sample';
import { useFigure, useFrameValue, useLab } from '../context';
import { count, NONE } from '../numbers';
import { posteriorText, ROOM } from '../posteriorText';
import { sampleOf } from '../sampleOf';
import { amount } from '../units';
import { usePacedFrames } from '../usePaced';
import { useUnits } from '../useUnits';
import { whyNone } from '../whyNone';
import { useImageLack, useImageSurvey } from './useImageSurvey';

/** Ms between two writings: digits need no more. */
const PACE = 100;

/** What changes with every frame. */
const LIVE = ['mu', 'sigma', 'rho', 'kl'] as const;

/** μ, σ and K of the frames; R, ln p(x), the ELBO and their gap of the step that they were surveyed at. */
export function SampleNumbers({ index }: { readonly index: number }) {
  const { language, plane, words } = useFigure();
  const says = sampleWords[language];
  const surveyed = useImageSurvey();
  const lack = useImageLack();
  const likelihood = useLab((state) => state.settings.likelihood);
  const units = useUnits();
  const isTilted = useFrameValue((frame) => frame !== null && frame.plane.correlation !== null);
  const answer = surveyed?.index === index ? surveyed : null;
  const truth = answer?.truth ?? null;
  // Of a posterior without width −(R + KL) is −∞, and no ELBO.
  const hasBound = truth === null || Number.isFinite(truth.elbo);
  const live = useRef<Partial<Record<(typeof LIVE)[number], HTMLElement | null>>>({});
  usePacedFrames(
    PACE,
    (frame) => {
      const sample = sampleOf(frame, index, surveyed);
      const text = sample === null ? null : posteriorText(frame, sample, plane.current.half, ROOM);
      for (const name of LIVE) {
        const value = text?.[name] ?? NONE;
        const row = live.current[name];
        if (row) row.textContent = name === 'kl' && value !== NONE ? `${value} ${says.nats}` : value;
      }
    },
    [index, surveyed, isTilted, says],
  );
  const liveRow = (name: (typeof LIVE)[number]) => (
    <Row
      // The simple regulariser is another K.
      name={says.rows[name === 'kl' && !units.regulariser ? 'klAlone' : name]}
      value={NONE}
      live={(element) => {
        live.current[name] = element;
      }}
    />
  );
  const amountOf = (value: number | undefined, isInNats = true): string =>
    value === undefined ? NONE : amount(value, isInNats, says.nats);
  return (
    <div className="sample-numbers">
      <dl>
        {liveRow('mu')}
        {liveRow('sigma')}
        {isTilted && liveRow('rho')}
        <Row name={says.rows.reconstruction} value={amountOf(answer?.reconstruction, units.reconstruction)} />
        {liveRow('kl')}
      </dl>
      <div data-step={answer?.step} aria-busy={answer === null && lack === null}>
        {answer !== null && truth === null ? (
          <p className="fine">{likelihood === 'squared' ? says.noDensity : says.manyAxes}</p>
        ) : (
          <dl>
            <Row name={says.rows.logEvidence} value={amountOf(truth?.logEvidence)} says={says.says.logEvidence} />
            {hasBound && (
              <>
                <Row name={says.rows.elbo} value={amountOf(truth?.elbo)} says={says.says.elbo} />
                <Row name={says.rows.gap} value={amountOf(truth?.gap)} says={says.says.gap} />
              </>
            )}
          </dl>
        )}
        {!hasBound && <p className="fine">{says.noGap}</p>}
        {truth?.resolved === false && <p className="fine">{says.unresolved}</p>}
        <p className="fine">
          {answer === null ? whyNone(lack, says, words.failure.part) : says.step(count(answer.step))}
        </p>
      </div>
    </div>
  );
}

interface RowProps {
  readonly name: string;
  readonly value: string;
  /** A word on what it is. */
  readonly says?: string;
  /** Of a value that is written past React. */
  readonly live?: RefCallback<HTMLElement>;
}

function Row({ name, value, says, live }: RowProps) {
  return (
    <div title={says}>
      <dt>{name}</dt>
      <dd ref={live}>{value}</dd>
    </div>
  );
}
