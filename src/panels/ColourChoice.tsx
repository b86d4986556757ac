import { factorWords } from '../text/factors';
import { useFigure, useHidden, useLab } from './context';
import { Select } from './Select';

/** What colours the codes: the class, or one of the factors; nothing where no factors are known. */
export function ColourChoice() {
  const { lab, language } = useFigure();
  const factors = useLab((state) => state.dataset?.factors ?? NO_FACTORS);
  const colour = useLab((state) => state.settings.colour);
  const hidden = useHidden('colour');
  const says = factorWords[language];
  const names = factors.map(({ name }) => name);
  if (hidden || factors.length === 0) return null;
  return (
    <Select
      name={says.colour}
      value={names.includes(colour) ? colour : ''}
      all={['', ...names]}
      nameOf={(each) => (each === '' ? says.classes : (says.names[each] ?? each))}
      onChange={(next) => void lab.set({ colour: next })}
    />
  );
}

const NO_FACTORS: readonly never[] = [];
