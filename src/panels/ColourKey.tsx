import { useMemo } from 'react';
import { css } from '../draw/theme';
import { factorWords } from '../text/factors';
import './ColourKey.css';
import { useFigure, useLab } from './context';
import { factorKey } from './factorColours';
import { short } from './numbers';

/** Kinds that are told apart by colour. */
const MOST = 10;

/** What the colours of the plane stand for, where they do not stand for digits. */
export default function ColourKey() {
  const { theme, language } = useFigure();
  const dataset = useLab((state) => state.dataset);
  const colour = useLab((state) => state.settings.colour);
  const key = useMemo(
    () => (dataset === null ? null : factorKey(dataset, { colour, theme, language })),
    [dataset, colour, theme, language],
  );
  if (key === null) return <div className="colour-key-place" />;
  const { factor, scale, names, colours } = key;
  const says = factorWords[language];
  const name = factor === null ? says.classes : (says.names[factor.name] ?? factor.name);
  const unknown = key.unknown !== null && (
    <li className="colour-kind">
      <i style={{ background: css(key.unknown) }} />
      {says.unknown}
    </li>
  );
  if (scale !== null) {
    return (
      <ul className="legend colour-key">
        <li className="colour-scale">
          {name} {short(scale.least)}
          <i style={{ background: `linear-gradient(90deg, ${scale.stops.map(css).join()})` }} />
          {short(scale.most)}
        </li>
        {unknown}
      </ul>
    );
  }
  // More kinds share colours; the plane has their names or the lens.
  if (names === null || names.length === 0 || names.length > MOST) return null;
  return (
    <ul className="legend colour-key">
      <li>{name}</li>
      {names.map((kind, number) => (
        <li key={kind} className="colour-kind">
          <i style={{ background: css(colours[number]!) }} />
          {kind}
        </li>
      ))}
      {unknown}
    </ul>
  );
}
