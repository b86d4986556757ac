/** Brings the plane of a panel's figure into view: on a phone it may be screens away. */
export const toPlane = (panel: Element): void =>
  panel.closest('.lab-panels')?.querySelector('.plane')?.scrollIntoView({ block: 'nearest' });
