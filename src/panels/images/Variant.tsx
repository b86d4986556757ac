import { CHARACTER_GROUPS, isHand, VARIED } from '../../state/variants';
import { factorWords } from '../../text/factors';
import { imageWords } from '../../text/images';
import { useFigure, useHidden, useLab } from '../context';
import { Select } from '../Select';
import { TextField } from '../TextField';
import { useDraft } from '../useDraft';
import { CHARACTERS, USUAL_CHARACTER, USUAL_HAND, variantOf, variedIn } from './variants';

/** Which of the variants of a data set is shown, by what these are; nothing of a set without. */
export function Variant() {
  const data = useLab((state) => state.settings.data as string);
  const hidden = useHidden('variant');
  if (hidden) return null;
  if (data === 'faces') return <Character />;
  if (data === 'shapes') return <Varied />;
  return data === 'strokes' ? <Hand /> : null;
}

function Character() {
  const { lab, language } = useFigure();
  const says = imageWords[language];
  const variant = useLab((state) => state.settings.variant);
  return (
    <Select
      name={says.character}
      value={variant || USUAL_CHARACTER}
      all={[...CHARACTER_GROUPS, ...CHARACTERS]}
      nameOf={(each) => says.groups[each as keyof typeof says.groups] ?? each}
      onChange={(next) => void lab.set({ variant: next === USUAL_CHARACTER ? '' : next })}
    />
  );
}

function Varied() {
  const { lab, language } = useFigure();
  const says = imageWords[language];
  const variant = useLab((state) => state.settings.variant);
  const varied = variedIn(variant);
  return (
    <fieldset className="varied">
      <legend>{says.varies}</legend>
      {VARIED.map((factor) => {
        const varies = varied.includes(factor);
        return (
          <label key={factor}>
            <input
              type="checkbox"
              checked={varies}
              // Of nothing that varies there would be one image, many times.
              disabled={varies && varied.length === 1}
              onChange={() => {
                const others = varied.filter((other) => other !== factor);
                void lab.set({ variant: variantOf(varies ? others : [...others, factor]) });
              }}
            />
            {factorWords[language].names[factor]}
          </label>
        );
      })}
    </fieldset>
  );
}

function Hand() {
  const { lab, language } = useFigure();
  const says = imageWords[language];
  const variant = useLab((state) => state.settings.variant);
  const { field, refused } = useDraft(variant || USUAL_HAND, (text) => {
    if (!isHand(text)) return null;
    void lab.set({ variant: text === USUAL_HAND ? '' : text });
    return text;
  });
  return <TextField name={says.hand} wrong={refused ? says.badHand : null} inputMode="numeric" {...field} />;
}
