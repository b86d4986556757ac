import { useLab } from './context';
import { inNats } from './units';

/** Which numbers of the loss of the figure's lab are in nats. */
export function useUnits(): ReturnType<typeof inNats> {
  const likelihood = useLab((state) => state.settings.likelihood);
  const regulariser = useLab((state) => state.settings.regulariser);
  const posterior = useLab((state) => state.settings.posterior);
  return inNats({ likelihood, regulariser, posterior });
}
