import { useStore } from 'zustand';
import { usePage } from '../context';
import { ownValuesOf } from '../ownValues';

/** What a figure with a component of its own is set to. */
interface Values<Name extends string> {
  readonly values: Readonly<Record<Name, number>>;
  /** Sets some of them, each to the nearest value that it can have. */
  move(changes: Partial<Record<Name, number>>): void;
}

/** The values of such a figure; the component renders again when one changes. @param id of the figure */
export function useValues<Name extends string>(id: string): Values<Name> {
  const own = ownValuesOf(usePage().site)[id]!;
  const values = useStore(own.store) as Readonly<Record<Name, number>>;
  return { values, move: (changes) => own.move(changes as Readonly<Record<string, number>>) };
}
