import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { LayerName } from '../../state/planeLayers';
import { lateWords } from '../../text/late';
import { pathWords } from '../../text/path';
import { useFigure, useLayers, usePins } from '../context';
import { Arithmetic } from './Arithmetic';
import './path.css';
import { PathStrip } from './PathStrip';
import { nameOfSum } from './sum';

/** Pins that are named in a title; of more the first and the last. */
const NAMED = 5;

/** The path through the pins and A − B + C of three of them, each open while the plane shows it. */
export default function PathBody() {
  const { lab, language } = useFigure();
  const says = pathWords[language];
  const pins = usePins();
  // Renders again when others are chosen.
  useStore(lab.pins.arithmetic.store);
  const { terms } = lab.pins.arithmetic;
  const names = pins.map(({ name }) => name);
  const through = names.length > NAMED ? [...names.slice(0, NAMED - 2), '…', names.at(-1)!] : names;
  return (
    <section className="pin-path" aria-label={lateWords[language].path.title}>
      <Part layer="path" title={says.through(through.join(' → '))}>
        <PathStrip />
      </Part>
      <Part layer="arithmetic" title={says.arithmetic(terms === null ? 'A − B + C' : nameOfSum(terms))}>
        {terms === null ? <p className="fine">{says.lacking}</p> : <Arithmetic terms={terms} />}
      </Part>
    </section>
  );
}

interface PartProps {
  readonly layer: LayerName;
  readonly title: string;
  readonly children: ReactNode;
}

/** What is open while a layer of the plane is on. */
function Part({ layer, title, children }: PartProps) {
  const { lab } = useFigure();
  const open = useLayers()[layer];
  return (
    <details open={open} onToggle={(event) => lab.layers.set({ [layer]: event.currentTarget.open })}>
      <summary>{title}</summary>
      {open && children}
    </details>
  );
}
