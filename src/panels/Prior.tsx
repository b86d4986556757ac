import { useFigure, usePrior } from './context';
import { latePart } from './lazyPart';
import { toPlane } from './toPlane';

const Body = latePart('prior');

/** Codes drawn from the prior, decoded; fetched, drawn on the plane and decoded while it is open. */
export function Prior() {
  const { lab, words } = useFigure();
  const { shown } = usePrior();
  return (
    <details
      className="staged prior-samples"
      open={shown}
      onToggle={({ currentTarget }) => {
        if (currentTarget.open === shown) return;
        if (shown) lab.prior.hide();
        else {
          lab.prior.show();
          toPlane(currentTarget);
        }
      }}
    >
      <summary>{words.prior.title}</summary>
      {shown && <Body height="260px" />}
    </details>
  );
}
