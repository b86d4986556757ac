import { useMemo, useRef } from 'react';
import { Boundary } from '../panels/Boundary';
import { PanelsContext } from '../panels/context';
import { DrawOpener } from '../panels/Draw';
import { fetchedPart, latePart } from '../panels/lazyPart';
import { Transport } from '../panels/Transport';
import type { FigureSpec, PanelName } from '../state/figureSpec';
import { usePage } from './context';
import { fetchLate } from './fetchLate';
import './figure.css';
import { LabView } from './LabView';
import { BELOW, CONTROLS, DECODED, PLANE, panelsNamed } from './panelParts';
import { useNear } from './useNear';
import { useSight } from './useSight';

const ofPage = { useWords: () => usePage().words };

/** Figures that are not one lab with all of its panels, each with what it needs. */
const OF_THEIR_OWN_KIND = {
  sweeps: fetchedPart(() => fetchLate('sweep'), ofPage),
  small: fetchedPart(() => fetchLate('small'), ofPage),
  own: fetchedPart(() => fetchLate('own'), ofPage),
  compared: fetchedPart(() => fetchLate('comparison'), ofPage),
} as const;

type Kind = keyof typeof OF_THEIR_OWN_KIND;

/**
 * In the order in which they decide: a small figure that sweeps a setting is shown as a sweep; a small one that compares two
 * labs as a small one, and one with a component of its own that compares two by that component.
 */
const KINDS = Object.keys(OF_THEIR_OWN_KIND) as readonly Kind[];

const LiveRegion = latePart('liveRegion', { from: 'drawn' });

/** Any figure of the table, with labs of its own. Its panels are mounted when it comes near. */
export function FigureView({ spec }: { spec: FigureSpec }) {
  const {
    site: { labs },
    words,
  } = usePage();
  const root = useRef<HTMLElement>(null);
  const own = useMemo(() => spec.labs.map(({ id }) => labs.entry(id)!), [spec, labs]);
  const kind = KINDS.find((each) => spec[each]) ?? null;
  // The first figure of the page is what the reader has come for.
  const near = useNear(root, labs.all[0]?.id === spec.id);

  useSight(root, (visible) => {
    for (const { lab } of own) labs.scheduler.see(lab, visible);
  });

  return (
    <section
      className="figure lab"
      id={spec.id}
      ref={root}
      data-labs={kind === null ? spec.labs.length : 1}
      data-kind={kind ?? undefined}
      tabIndex={-1}
    >
      {!near && <div className="figure-place" />}
      {near && kind !== null && (
        <Boundary words={words}>
          <OfKind kind={kind} spec={spec} />
        </Boundary>
      )}
      {near &&
        kind === null &&
        spec.labs.map((part, i) => (
          <Boundary key={part.id} words={words}>
            <LabView entry={own[i]!}>
              <Panels names={part.panels} />
            </LabView>
          </Boundary>
        ))}
    </section>
  );
}

function OfKind({ kind, spec }: { readonly kind: Kind; readonly spec: FigureSpec }) {
  const Figure = OF_THEIR_OWN_KIND[kind];
  return <Figure spec={spec} place="figure-place" />;
}

/** The panels by name. */
function Panels({ names }: { names: readonly PanelName[] }) {
  const decoded = panelsNamed(DECODED, names);
  return (
    <PanelsContext value={names}>
      {names.includes('transport') && <Transport />}
      <div className="lab-panels">
        {panelsNamed({ ...CONTROLS, ...PLANE }, names)}
        {decoded.length > 0 && (
          <div className="decoded">
            {decoded}
            {names.includes('draw') && <DrawOpener />}
          </div>
        )}
        {panelsNamed(BELOW, names)}
      </div>
      <LiveRegion height="0" />
    </PanelsContext>
  );
}
