import { useId } from 'react';
import { sequential } from '../../draw/sequential';
import { css } from '../../draw/theme';
import { type FactorWords, factorWords } from '../../text/factors';
import type { FactorNumbers } from '../../worker/jobAnswers';
import { axisName } from '../axisText';
import { useFigure, useHidden, useLab } from '../context';
import { count } from '../numbers';
import { nats } from '../quantities';
import '../table.css';
import { toPlane } from '../toPlane';
import { useLive } from '../useLive';

/** I(z; v) of every axis and factor, each cell as dark as it is a share of what there is to tell, and the gap. */
export function FactorTable() {
  const { language, words } = useFigure();
  const says = factorWords[language];
  const { answer, lack } = useLive('factors');
  const n = useLab((state) => state.dataset?.n ?? 0);
  const captionId = useId();
  if (answer === null) {
    const why = lack === 'missing' ? words.failure.part : says.refused;
    return (
      <p className="fine" aria-busy={lack === null}>
        {lack === null ? says.waiting : why}
      </p>
    );
  }
  const axes = Array.from({ length: answer.information.length / answer.names.length }, (_, axis) => axis);
  const notes = [
    ...(answer.count < n ? [says.ofImages(count(answer.count), count(n))] : []),
    says.says,
    answer.arePoints ? says.points : says.mixtures,
    says.gap + says.colon + says.gapSays,
  ];
  return (
    <div className="factors-body">
      {/* Not of the table itself, which may be wider than what is seen of it. */}
      <p className="fine" id={captionId}>
        {says.caption(count(answer.step))}
      </p>
      {/* Of eight axes it is wider than a phone, and scrolls by itself. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section className="factors-scroll" tabIndex={0} aria-label={says.title}>
        <table className="number-table" data-step={answer.step} aria-labelledby={captionId}>
          <thead>
            <tr>
              <th scope="col">{says.factor}</th>
              {axes.map((axis) => (
                <th key={axis} scope="col">
                  {axisName(axis)}
                </th>
              ))}
              <th scope="col" title={says.gapSays}>
                {says.gap}
              </th>
            </tr>
          </thead>
          <tbody>
            {answer.names.map((name, k) => (
              <FactorRow key={name} name={name} k={k} axes={axes} answer={answer} says={says} />
            ))}
          </tbody>
        </table>
      </section>
      <p className="fine">{notes.join(words.space)}</p>
    </div>
  );
}

interface RowProps {
  readonly name: string;
  /** Its place among the factors. */
  readonly k: number;
  readonly axes: readonly number[];
  readonly answer: FactorNumbers;
  readonly says: FactorWords;
}

function FactorRow({ name, k, axes, answer: { names, information, entropies, gaps }, says }: RowProps) {
  const { theme } = useFigure();
  const entropy = entropies[k]!;
  return (
    <tr>
      <th scope="row">
        <FactorName name={name} says={says} />
        <span className="fine">{says.entropy(nats(entropy))}</span>
      </th>
      {axes.map((axis) => {
        const value = information[axis * names.length + k]!;
        const share = entropy > 0 && value >= 0 ? Math.min(1, value / entropy) : 0;
        return (
          <td key={axis} style={{ background: css(sequential(share, theme.dark)) }}>
            {nats(value)}
          </td>
        );
      })}
      <td>{nats(gaps[k]!)}</td>
    </tr>
  );
}

/** The name of a factor, which colours the plane by it. */
function FactorName({ name, says }: Pick<RowProps, 'name' | 'says'>) {
  const { lab } = useFigure();
  const factors = useLab((state) => state.dataset?.factors);
  const colour = useLab((state) => state.settings.colour);
  const hidden = useHidden('colour');
  const said = says.names[name] ?? name;
  if (hidden) return said;
  // The class has the plane where no factor has.
  const key = factors?.some((factor) => factor.name === name) ? name : '';
  return (
    <button
      type="button"
      className="factor-name"
      title={says.colourBy(said)}
      aria-pressed={colour === key}
      onClick={({ currentTarget }) => {
        void lab.set({ colour: colour === key ? '' : key });
        toPlane(currentTarget);
      }}
    >
      {said}
    </button>
  );
}
