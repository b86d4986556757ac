/** Closes other panels that stick to the same foot of the screen, as they do on phones: they would cover each other. */
export function closeOtherDrawers(panel: Element): void {
  if (getComputedStyle(panel).position !== 'sticky') return;
  for (const other of panel.closest('.decoded')!.querySelectorAll<HTMLDetailsElement>('.staged[open]'))
    if (other !== panel) other.open = false;
}
