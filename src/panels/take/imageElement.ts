import { svgElement } from '../../draw/svg';

/** A canvas as an image in an SVG, all of it in this rectangle. */
export const imageElement = (
  canvas: HTMLCanvasElement,
  place: Readonly<Partial<Record<'x' | 'y' | 'width' | 'height', number>>>,
): SVGImageElement => svgElement('image', { href: canvas.toDataURL('image/png'), ...place });
