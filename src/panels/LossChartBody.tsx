import { useEffect, useRef, useState } from 'react';
import { paintLossChart } from '../draw/lossChart';
import { liveSurvey } from '../state/liveSurvey';
import { heldOutWords } from '../text/heldOut';
import { lateWords } from '../text/late';
import type { Frame } from '../worker/frameProtocol';
import { useFigure, useLab } from './context';
import './curves.css';
import { NONE } from './numbers';
import { nats } from './quantities';
import './panel.css';
import { usePacedFrames } from './usePaced';
import { useSize } from './useSize';
import { useUnits } from './useUnits';

/** CSS pixels: lower than wide, within bounds. */
const heightFor = (width: number): number => Math.round(Math.min(240, Math.max(120, 0.45 * width)));

/** Ms between two drawings: curves need no more. */
const PACE = 400;

/** The terms of the loss that is trained. */
const TERMS = ['total', 'reconstruction', 'weighted'] as const;
type Term = (typeof TERMS)[number];
type Key = Term | 'heldOut';

/** R, βK and their sum, in the hues that they have everywhere; dashed, the sum over images that are held out. */
export default function LossChartBody() {
  const { lab, peers, words, language } = useFigure();
  const { loss } = lateWords[language];
  const said = heldOutWords[language];
  const isInNats = useUnits().total;
  const isSplit = useLab(({ run }) => run !== null && run.heldOut.length > 0);
  /** When the last point of the dashed curve was found. */
  const [found, setFound] = useState(0);
  const host = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const values = useRef<Partial<Record<Key, HTMLElement | null>>>({});
  const { width } = useSize(host);
  const height = heightFor(width);

  useEffect(() => {
    if (!isSplit) return;
    return liveSurvey(lab, 'heldOut').watch((point) => {
      if (point !== null) setFound(performance.now());
    });
  }, [lab, isSplit]);
  /** The steps at which those have come to rest whose curves have the same axes. */
  const [peersRest, setPeersRest] = useState<string>('');
  useEffect(() => {
    const rest = (): void => setPeersRest(peers.map(({ frame }) => (frame?.training ? '' : frame?.step)).join());
    const stops = peers.map((peer) => peer.on('frame', rest));
    return () => {
      for (const stop of stops) stop();
    };
  }, [peers]);
  usePacedFrames(
    PACE,
    (frame) => {
      if (svg.current === null || width === 0) return;
      const beside = peers.map(({ history }) => history);
      paintLossChart(svg.current, lab.history, beside, width, height, lab.timeline.at);
      const { loss: known, heldOut: last } = lab.history.upTo(frame.step);
      const present = atMoment(frame) ?? known ?? null;
      const text = (key: Term): string => (present === null ? NONE : nats(present[key]));
      const heldOutText = last === undefined ? NONE : nats(last.total);
      for (const key of TERMS) values.current[key]!.textContent = text(key);
      if (values.current.heldOut) values.current.heldOut.textContent = heldOutText;
      const label = loss.label(text('total'), text('reconstruction'), text('weighted'), isInNats);
      svg.current.setAttribute(
        'aria-label',
        isSplit ? `${label}${words.stop}${said.label(heldOutText, isInNats)}` : label,
      );
      svg.current.dataset.step = String(frame.step);
    },
    [width, height, loss, isInNats, isSplit, found, peersRest],
  );

  const nameOf = (key: Key): string => {
    if (key === 'heldOut') return said.curve;
    return key === 'total' && isSplit ? said.trainingCurve : loss[key];
  };
  return (
    <figure>
      <figcaption className="panel-head">
        <h2>{isInNats ? loss.titleInNats : loss.title}</h2>
        <ul className="legend">
          {(isSplit ? (['total', 'heldOut', 'reconstruction', 'weighted'] as const) : TERMS).map((key) => (
            <li key={key} className={`key key-${key}`}>
              {nameOf(key)}{' '}
              <b
                ref={(element) => {
                  values.current[key] = element;
                }}
              >
                {NONE}
              </b>
            </li>
          ))}
        </ul>
      </figcaption>
      <div ref={host}>
        <svg ref={svg} role="img" height={height} />
      </div>
    </figure>
  );
}

/** The terms of a frame at rest, of this very moment; null while training, where the curve's last point is shown. */
function atMoment({ restLosses }: Frame): Record<Term, number> | null {
  if (restLosses === null) return null;
  const { total, reconstruction } = restLosses;
  return { total, reconstruction, weighted: total - reconstruction };
}
