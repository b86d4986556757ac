import type { StoreApi } from 'zustand/vanilla';
import type { Parameters } from '../worker/protocol';
import { type Brought, isBytes, type Loaded } from './brought';
import { fetchLate } from './fetchLate';
import type { LabRun } from './labRun';
import type { LabState } from './labState';

/** Has a run go on from parameters, or from files that a reader has brought. @throws as `Lab.load` */
export async function loadInto(run: LabRun, store: StoreApi<LabState>, source: Parameters | Brought): Promise<Loaded> {
  if (Array.isArray(source) || isBytes(source)) {
    return (await fetchLate('adopt')).adopt(run, store.getState(), source as Brought);
  }
  const parameters = source as Parameters;
  const { asker, history, pump, timeline } = run;
  const { number } = await asker.askNumbered('load', () => ({ parameters }));
  pump.outdate(number);
  history.clear();
  timeline.clear();
  store.setState({ brought: true });
  pump.refresh();
  return { step: parameters.step, changes: {}, hasMoments: true };
}
