/** What marks the element of a figure that takes files. */
export const ZONE = 'data-drop-zone';

/**
 * The zone that takes what is dropped on `target`: the one it lies in, else the first of the page, so that no file is
 * lost beside a figure.
 */
export function zoneOf<Z extends Pick<Node, 'contains'>>(target: Node | null, zones: Iterable<Z>): Z | null {
  let first: Z | null = null;
  for (const zone of zones) {
    first ??= zone;
    if (zone.contains(target)) return zone;
  }
  return first;
}

/** Whether files are being dragged, rather than text or an image of the page. */
export function hasFiles({ dataTransfer }: Pick<DragEvent, 'dataTransfer'>): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
