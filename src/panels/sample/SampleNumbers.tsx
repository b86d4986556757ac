import { klOf, onPlane } from '../../math/posterior';
import { sampleWords } from '../../text/sample';
import type { Frame } from '../../worker/protocol';
import { useFigure, useFrameValue, useImageSurvey, useLab } from '../context';
import { coordinate, correlation, count, NONE, nats, short } from '../numbers';
import { type Sample, sampleOf } from './sampleOf';

/** μ, σ and K of every frame; R, ln p(x), the ELBO and their gap of the step that they were surveyed at. */
export function SampleNumbers({ index }: { readonly index: number }) {
  const { language, plane } = useFigure();
  const says = sampleWords[language];
  const surveyed = useImageSurvey(true);
  const likelihood = useLab((state) => state.settings.likelihood);
  const answer = surveyed?.index === index ? surveyed : null;
  const truth = answer?.truth ?? null;
  const { half } = plane.current;
  const live = useFrameValue((frame) =>
    frame === null ? '' : liveNumbers(frame, sampleOf(frame, index, surveyed), half),
  );
  const [mu = NONE, sigma = NONE, rho = '', kl = NONE] = live === '' ? [] : live.split('\n');
  const inNats = (value: number | undefined): string => (value === undefined ? NONE : `${nats(value)} ${says.nats}`);
  return (
    <div className="sample-numbers">
      <dl>
        <Row name={says.rows.mu} value={mu} />
        <Row name={says.rows.sigma} value={sigma} />
        {rho !== '' && <Row name={says.rows.rho} value={rho} />}
        <Row name={says.rows.reconstruction} value={inNats(answer?.reconstruction)} />
        <Row name={says.rows.kl} value={kl === NONE ? NONE : `${kl} ${says.nats}`} />
      </dl>
      <div data-step={answer?.step}>
        {answer !== null && truth === null ? (
          <p className="fine">{likelihood === 'squared' ? says.noDensity : says.manyAxes}</p>
        ) : (
          <dl>
            <Row name={says.rows.logEvidence} value={inNats(truth?.logEvidence)} says={says.says.logEvidence} />
            <Row name={says.rows.elbo} value={inNats(truth?.elbo)} says={says.says.elbo} />
            <Row name={says.rows.gap} value={inNats(truth?.gap)} says={says.says.gap} />
          </dl>
        )}
        {truth?.resolved === false && <p className="fine">{says.unresolved}</p>}
        <p className="fine">{answer === null ? says.waiting : says.step(count(answer.step))}</p>
      </div>
    </div>
  );
}

function Row({ name, value, says }: { readonly name: string; readonly value: string; readonly says?: string }) {
  return (
    <div title={says}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** μ, σ, ρ where there is one, and K in nats, one a line; empty where the frame's moment does not have the image. */
function liveNumbers(frame: Frame, sample: Sample | null, half: number): string {
  if (sample === null) return '';
  const { posteriors, row } = sample;
  const shown = posteriors === frame ? frame.plane : onPlane(posteriors, frame.plane.axes);
  const pair = (values: Float32Array, show: (value: number) => string): string =>
    `(${show(values[2 * row]!)}, ${show(values[2 * row + 1]!)})`;
  return [
    pair(shown.mu, (value) => coordinate(value, half)),
    pair(shown.sigma, short),
    shown.correlation === null ? '' : correlation(shown.correlation[row]!),
    nats(klOf(posteriors, row)),
  ].join('\n');
}
