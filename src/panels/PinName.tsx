import { type KeyboardEvent, useEffect, useState } from 'react';
import type { Pin } from '../state/pins';
import { pinWords } from '../text/pins';
import { useFigure } from './context';

/** The name of a pin, which can be changed: what is typed is taken when the field is left, or by Enter; Escape takes it back. */
export function PinName({ pin: { id, name } }: { readonly pin: Pin }) {
  const { lab, language } = useFigure();
  const says = pinWords[language];
  const [typed, setTyped] = useState(name);
  const { most, fits } = lab.pins.naming;
  const isBad = !fits(typed);
  useEffect(() => setTyped(name), [name]);
  const take = (): void => {
    if (isBad) setTyped(name);
    else lab.pins.rename(id, typed);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Of a word that is still being composed they are the input method's.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') take();
    else if (event.key === 'Escape') setTyped(name);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <input
        className="pin-called"
        aria-label={says.name(name)}
        value={typed}
        maxLength={most}
        aria-invalid={isBad}
        spellCheck={false}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={onKeyDown}
      />
      {isBad && (
        <span className="fine pin-fault" role="alert">
          {says.badName(String(most))}
        </span>
      )}
    </>
  );
}
