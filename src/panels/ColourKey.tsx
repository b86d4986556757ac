import { css } from '../draw/theme';
import { colouredBy } from '../state/factorColour';
import { factorWords } from '../text/factors';
import './ColourKey.css';
import { useFigure, useLab } from './context';
import { rangeOf, scaleOf, unknownColour } from './factorColours';
import { short } from './numbers';
import { useColouring } from './useColouring';

/** Kinds that are told apart by colour. */
const MOST = 10;

/** What the colours of the plane stand for, where they do not stand for digits. */
export default function ColourKey() {
  const { theme, language } = useFigure();
  const dataset = useLab((state) => state.dataset);
  const colour = useLab((state) => state.settings.colour);
  const { colouring } = useColouring();
  const says = factorWords[language];
  const factor = dataset === null ? null : colouredBy(dataset, colour);
  const name = factor === null ? says.classes : (says.names[factor.name] ?? factor.name);
  const unknown = factor?.values.some(Number.isNaN) === true && (
    <li className="colour-kind">
      <i style={{ background: css(unknownColour(theme)) }} />
      {says.unknown}
    </li>
  );
  if (factor?.levels === null) {
    const { least, most } = rangeOf(factor);
    return (
      <ul className="legend colour-key">
        <li className="colour-scale">
          {name} {short(least)}
          <i style={{ background: `linear-gradient(90deg, ${scaleOf(theme).map(css).join()})` }} />
          {short(most)}
        </li>
        {unknown}
      </ul>
    );
  }
  const names = colouring.names ?? [];
  // More kinds share colours; the plane has their names or the lens.
  if (names.length === 0 || names.length > MOST) return null;
  return (
    <ul className="legend colour-key">
      <li>{name}</li>
      {names.map((kind, number) => (
        <li key={kind} className="colour-kind">
          <i style={{ background: css(colouring.theme.classes[number]!) }} />
          {kind}
        </li>
      ))}
      {unknown}
    </ul>
  );
}
