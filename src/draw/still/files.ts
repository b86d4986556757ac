/** Pictures as files. */

/** An SVG as the text of a file. */
export const svgText = (svg: SVGSVGElement): string => new XMLSerializer().serializeToString(svg);

/**
 * Draws an SVG all over a canvas, at its pixels.
 * @throws Error where the browser cannot draw it
 */
export async function drawSvg(svg: SVGSVGElement, canvas: HTMLCanvasElement): Promise<void> {
  const sized = svg.cloneNode(true) as SVGSVGElement;
  // Some browsers draw it at its own size first: that must be the size it is wanted at.
  sized.setAttribute('width', String(canvas.width));
  sized.setAttribute('height', String(canvas.height));
  const image = new Image();
  image.src = `data:image/svg+xml,${encodeURIComponent(svgText(sized))}`;
  await image.decode();
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
}

/** @throws Error where the browser has no room for the picture */
export function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error(`A picture of ${canvas.width} × ${canvas.height} pixels cannot be written`));
      else resolve(blob);
    }, 'image/png');
  });
}
