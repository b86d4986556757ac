import { useFigure, usePrior } from './context';
import { latePart } from './lazyPart';

const Body = latePart('prior');

/** Codes drawn from the prior, decoded; fetched, drawn on the plane and decoded while it is open. */
export function Prior() {
  const { lab, words } = useFigure();
  const { shown } = usePrior();
  return (
    <details
      className="staged prior-samples"
      open={shown}
      onToggle={({ currentTarget: { open } }) => (open ? lab.prior.show() : lab.prior.hide())}
    >
      <summary>{words.prior.title}</summary>
      {shown && <Body height="260px" />}
    </details>
  );
}
