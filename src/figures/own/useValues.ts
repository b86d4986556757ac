import { useStore } from 'zustand';
import { usePage } from '../context';
import { ownValuesOf } from '../ownValues';
import type { OWN_VALUES } from './values';

type Figures = typeof OWN_VALUES;

/** By their names: numbers, and texts of what a reader has made. */
type ValuesOf<Id extends keyof Figures> = {
  readonly [Name in keyof Figures[Id]]: Figures[Id][Name] extends { readonly form: RegExp } ? string : number;
};

/** What a figure with a component of its own is set to. */
interface Values<Id extends keyof Figures> {
  readonly values: ValuesOf<Id>;
  /** Sets some of them, each to the nearest value that it can have. */
  move(changes: Partial<ValuesOf<Id>>): void;
}

/** The values of such a figure; the component renders again when one changes. @param id of the figure */
export function useValues<Id extends keyof Figures>(id: Id): Values<Id> {
  const own = ownValuesOf(usePage().site)[id]!;
  const values = useStore(own.store) as unknown as ValuesOf<Id>;
  return { values, move: (changes) => own.move(changes as Readonly<Record<string, number | string>>) };
}
