import { createStore } from 'zustand/vanilla';
import type { AddressFault } from '../../src/state/address';
import type { OwnText } from '../../src/state/ownText';
import { type OwnValue, OwnValues } from '../../src/state/ownValues';

/** What an address says of a figure with a component of its own. */
export const ownText = (said: Readonly<Record<string, string>> | null = null): OwnText => createStore(() => said);

/** What such a figure is set to where the address says this, and what of it was not understood. */
export function openedWith(
  id: string,
  specs: Readonly<Record<string, OwnValue>>,
  text: OwnText = ownText(),
  faults: AddressFault[] = [],
): OwnValues {
  return new OwnValues(id, specs, text, (fault) => faults.push(fault));
}
