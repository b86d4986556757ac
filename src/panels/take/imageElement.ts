const SVG = 'http://www.w3.org/2000/svg';

/** A canvas as an image in an SVG, all of it in this rectangle. */
export function imageElement(
  canvas: HTMLCanvasElement,
  place: Readonly<Partial<Record<'x' | 'y' | 'width' | 'height', number>>>,
): SVGImageElement {
  const image = document.createElementNS(SVG, 'image');
  image.setAttribute('href', canvas.toDataURL('image/png'));
  for (const [name, value] of Object.entries(place)) image.setAttribute(name, String(value));
  return image;
}
