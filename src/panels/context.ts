import { createContext, useCallback, useContext, useEffect, useId, useMemo, useRef, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Theme } from '../draw/theme';
import { isDrawn, watchDrawn } from '../state/drawn';
import type { Hideable } from '../state/embedLink';
import type { FigureSpec, PanelName } from '../state/figureSpec';
import type { Lab } from '../state/lab';
import type { LabState } from '../state/labState';
import type { Labs } from '../state/labs';
import type { OwnText } from '../state/ownText';
import type { PadState } from '../state/pad';
import type { Page } from '../state/page';
import { type Pin, pinsOn } from '../state/pins';
import type { LayerSwitches } from '../state/planeLayers';
import type { PlaneView } from '../state/planeView';
import type { Pointer } from '../state/pointer';
import type { PriorState } from '../state/priorDraws';
import type { RegionState } from '../state/region';
import type { Selected } from '../state/selection';
import type { SweepText } from '../state/sweepText';
import type { Language, Words } from '../text';
import type { Frame, PictureRequest } from '../worker/frameProtocol';
import { useRaise } from './useRaise';

/** The page that figures are on. */
export interface Site {
  /** Absolute address of the site's root, ending in a slash. */
  readonly url: string;
  readonly figures: readonly FigureSpec[];
  readonly labs: Labs;
  readonly page: Page;
  /** What the address says of each figure that sweeps a setting, by its id, in the order of the page. */
  readonly sweeps: Readonly<Record<string, SweepText>>;
  /** The same of each with a component of its own. */
  readonly own: Readonly<Record<string, OwnText>>;
  /** The address of the page as it is now. */
  link(): string;
}

/** What is around a figure: its page, and how that speaks and looks. */
export interface Surroundings {
  readonly site: Site;
  readonly words: Words;
  readonly language: Language;
  readonly theme: Theme;
  /** Whether motion that carries nothing is left out. */
  readonly still: boolean;
  /** Controls that are left out. */
  readonly hidden: ReadonlySet<Hideable>;
}

/** What the panels of one figure share: its own lab and plane, and its surroundings. */
export interface Figure extends Surroundings {
  /** Unique on the page; ids of elements begin with it. */
  readonly id: string;
  readonly lab: Lab;
  readonly plane: PlaneView;
  /** The pointer over the plane, which labs that are compared have in common. */
  readonly pointer: Pointer;
  /** What tells its panels from those of the labs that it is compared with; null where it stands alone. */
  readonly side: string | null;
  /** Those that this one is compared with, whose curves are drawn over the same range. */
  readonly peers: readonly Lab[];
}

export const FigureContext = createContext<Figure | null>(null);

export function useFigure(): Figure {
  const figure = useContext(FigureContext);
  if (figure === null) throw new Error('A panel was mounted outside a figure');
  return figure;
}

/** The panels that are shown of a figure. */
export const PanelsContext = createContext<readonly PanelName[]>([]);

/** Whether a panel is among those that are shown of this figure. */
export const useHasPanel = (panel: PanelName): boolean => useContext(PanelsContext).includes(panel);

/** What a panel is called to those who do not see where it stands. */
export const placeName = ({ side }: Figure, name: string): string => (side === null ? name : `${side}: ${name}`);

/** Whether a control is left out of this figure. */
export const useHidden = (control: Hideable): boolean => useFigure().hidden.has(control);

/** A part of the lab's state; the panel renders again when it changes. */
export function useLab<T>(select: (state: LabState) => T): T {
  return useStore(useFigure().lab.store, select);
}

/**
 * Calls `draw` with every frame, past React: a panel draws, it does not render. Where it throws, the figure's boundary
 * says so.
 */
export function useFrames(draw: (frame: Frame) => void): void {
  const { lab } = useFigure();
  const latest = useRef(draw);
  latest.current = draw;
  const raise = useRaise();
  useEffect(
    () =>
      lab.on('frame', (frame) => {
        try {
          latest.current(frame);
        } catch (error) {
          raise(error);
        }
      }),
    [lab, raise],
  );
}

/**
 * A value of the latest frame; the panel renders again when it is another one. For what changes seldom.
 * @param select gives a string, a number, a boolean or nothing
 */
export function useFrameValue<T extends string | number | boolean | null>(select: (frame: Frame | null) => T): T {
  const { lab } = useFigure();
  const listen = useCallback((changed: () => void) => lab.on('frame', changed), [lab]);
  return useSyncExternalStore(listen, () => select(lab.frame));
}

/** Whether the model has posteriors of images: a decoder alone has none. */
export const useHasCodes = (): boolean => useFrameValue((frame) => frame === null || frame.mu.length > 0);

/** Whether a lab is under way, or cannot be; the component renders again when that changes. */
export function useDrawn(lab: Lab): boolean {
  const listen = useCallback((changed: () => void) => watchDrawn(lab, changed), [lab]);
  return useSyncExternalStore(listen, () => isDrawn(lab));
}

/** The pins of the figure, where its own plane has them; the panel renders again when they change. */
export function usePins(): readonly Pin[] {
  const { lab } = useFigure();
  const pins = useStore(lab.pins.store);
  const axes = useFrameValue((frame) => frame && `${frame.latent} ${frame.plane.axes}`);
  return useMemo(() => (lab.frame === null ? pins : pinsOn(pins, lab.frame)), [lab, pins, axes]);
}

/** Which layers of the plane are on; the panel renders again when another is. */
export function useLayers(): LayerSwitches {
  return useStore(useFigure().lab.layers.store);
}

/** What is marked of the plane; the panel renders again when it changes. */
export function useRegion(): RegionState {
  return useStore(useFigure().lab.region.store);
}

/** The draws from the prior that are looked at; the panel renders again when they change. */
export function usePrior(): PriorState {
  return useStore(useFigure().lab.prior.store);
}

/** A part of what is on the pad; the panel renders again when it changes. */
export function usePad<T>(select: (state: PadState) => T): T {
  return useStore(useFigure().lab.pad.store, select);
}

/** The image that is looked at, if any; the panel renders again when it is another. */
export function useSelected(): Selected | null {
  return useStore(useFigure().lab.selection.store);
}

/** A panel's own key for pictures, and how it asks for them. */
export interface PictureKey {
  /** `frame.pictures` and `frame.view.requests` answer under it. */
  readonly key: string;
  /** Asks for these in every frame from now on; null for none. */
  ask(request: PictureRequest | null): void;
}

/**
 * For a panel whose request changes too often to render for; it ends when the panel goes.
 * @param name under which others find the answer, too; its own, if nothing is said
 */
export function usePictureKey(name?: string): PictureKey {
  const { lab } = useFigure();
  const own = useId();
  const key = name ?? own;
  const ask = useCallback((request: PictureRequest | null) => lab.show(key, request), [lab, key]);
  useEffect(() => () => lab.show(key, null), [lab, key]);
  return { key, ask };
}

/**
 * Asks for pictures in every frame while the panel is mounted; null asks for none.
 * @param request kept by the caller: another object asks anew
 * @returns the key under which `frame.pictures` and `frame.view.requests` answer
 */
export function usePictures(request: PictureRequest | null): string {
  const { key, ask } = usePictureKey();
  useEffect(() => ask(request), [ask, request]);
  return key;
}
