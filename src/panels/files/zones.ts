import { ZONE } from './DropZone';

/** What marks an element in a zone that takes files by itself. */
export const TAKES = 'data-takes-files';

/** What marks a dialog, which is in no zone, as that of a lab; its value is the lab's id. */
export const TAKES_FOR = 'data-takes-for';

/**
 * The zone that takes what is dropped on `target`: the one it lies in, or whose dialog it lies in, else the first of its
 * figure, else the first of the page, so that no file is lost beside a figure. None where an element takes it by itself.
 * @param zones in their order on the page
 */
export function zoneOf(target: Element | null, zones: readonly Element[]): Element | null {
  if (target?.closest(`[${TAKES}]`)) return null;
  const id = target?.closest(`[${TAKES_FOR}]`)?.getAttribute(TAKES_FOR);
  const named = zones.find((zone) => zone.getAttribute(ZONE) === id);
  if (named !== undefined) return named;
  for (let around = target; around !== null; around = around.parentElement) {
    const near = around;
    const found = zones.find((zone) => zone.contains(near) || near.contains(zone));
    if (found !== undefined) return found;
  }
  return zones[0] ?? null;
}

/** Whether files are being dragged, rather than text or an image of the page. */
export function hasFiles({ dataTransfer }: { readonly dataTransfer: DataTransfer | null }): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
