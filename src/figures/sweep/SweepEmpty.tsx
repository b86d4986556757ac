import { useStore } from 'zustand';
import type { SweepDesk } from '../../state/sweepDesk';
import { sweepWords } from '../../text/sweep';
import { usePage } from '../context';
import { nameIn } from './useNameOf';

/** What a small sweep shows before it begins: an empty plane for each model, and what will come. */
export function SweepEmpty({ desk }: { readonly desk: SweepDesk }) {
  const { language } = usePage();
  const says = sweepWords[language];
  const { setting, values } = useStore(desk.store, (state) => state.plan);
  return (
    <>
      <ul className="sweep-models sweep-empty" aria-hidden="true">
        {values.map((value) => (
          <li key={value}>
            <span>{nameIn(language, setting, value)}</span>
            <svg aria-hidden="true" viewBox="-3.2 -3.2 6.4 6.4">
              <circle r="1" />
            </svg>
          </li>
        ))}
      </ul>
      <p className="fine sweep-coming">{says.coming}</p>
    </>
  );
}
