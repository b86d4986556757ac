/** What marks an element in a zone that takes files by itself. */
export const TAKES = 'data-takes-files';

/**
 * The zone that takes what is dropped on `target`: the one it lies in, else the first of the page, so that no file is
 * lost beside a figure. None where an element takes it by itself.
 */
export function zoneOf<Z extends Pick<Node, 'contains'>>(target: Node | null, zones: Iterable<Z>): Z | null {
  if (target !== null && 'closest' in target && (target as Element).closest(`[${TAKES}]`) !== null) return null;
  let first: Z | null = null;
  for (const zone of zones) {
    first ??= zone;
    if (zone.contains(target)) return zone;
  }
  return first;
}

/** Whether files are being dragged, rather than text or an image of the page. */
export function hasFiles({ dataTransfer }: { readonly dataTransfer: DataTransfer | null }): boolean {
  return dataTransfer?.types.includes('Files') ?? false;
}
