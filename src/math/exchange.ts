/** Images with rows and columns exchanged: those of width × height pixels become height × width. */
export function exchangeRows(images: Float32Array, width: number, height: number): Float32Array {
  const turned = new Float32Array(images.length);
  let filled = 0;
  for (let start = 0; start < images.length; start += width * height) {
    for (let x = 0; x < width; x++) {
      for (let y = 0; y < height; y++) turned[filled++] = images[start + y * width + x]!;
    }
  }
  return turned;
}
