/** Deliberate faults of the drawn picture, each a small change of the sources, and which check must see it. */
export interface Fault {
  readonly name: string;
  /** Below the root. */
  readonly file: string;
  /** Text that stands in the file exactly once, and what takes its place. */
  readonly from: string;
  readonly to: string;
  /** A part of the names of the tests that are run. */
  readonly tests: string;
  /** What the failing check says. */
  readonly seenBy: RegExp;
}

const CLOUD = 'src/panels/ellipseCloud.ts';
const AXES = 'sigma.map((value) => reach * value)';
const GRID = 'sheet.paint({ images, width, height, columns: count, present });';

/** A grid whose images are taken from elsewhere: `from` is where the value at index k comes from. */
const gridFrom = (from: string): string =>
  `sheet.paint({ images: images.map((_, k) => images[${from}]!), width, height, columns: count, present });`;

export const FAULTS: readonly Fault[] = [
  {
    name: 'ellipses at twice their size',
    file: CLOUD,
    from: AXES,
    to: 'sigma.map((value) => 2 * reach * value)',
    tests: 'picture is what',
    seenBy: /the plane/,
  },
  {
    name: 'ellipses without the noise share in their axes',
    file: CLOUD,
    from: AXES,
    to: 'sigma.slice()',
    tests: 'picture is what',
    seenBy: /the plane/,
  },
  {
    name: 'the axes of every ellipse exchanged',
    file: CLOUD,
    from: AXES,
    to: 'sigma.map((_, i) => reach * sigma[i ^ 1]!)',
    tests: 'picture is what',
    seenBy: /the plane/,
  },
  {
    name: 'ellipses upside down',
    file: CLOUD,
    from: 'mu, axes, correlation,',
    to: 'mu: mu.map((value, i) => (i % 2 === 1 ? -value : value)), axes, correlation,',
    tests: 'picture is what',
    seenBy: /the plane/,
  },
  {
    name: 'ellipses that lean the other way',
    file: CLOUD,
    from: 'axes, correlation,',
    to: 'axes, correlation: correlation?.map((rho) => -rho) ?? null,',
    tests: 'picture is what',
    seenBy: /the plane/,
  },
  {
    name: 'rectangles without their corners',
    file: CLOUD,
    from: 'outline: outlineOf(family),',
    to: "outline: outlineOf(family) === 'point' ? 'point' : 'ellipse',",
    tests: 'picture is what',
    seenBy: /the plane/,
  },
  {
    name: 'colours of the next class',
    file: 'src/panels/plane/ellipses.ts',
    from: 'cloud: cloudOf(frame, labels),',
    to: 'cloud: cloudOf(frame, labels?.map((label) => label + 1) ?? null),',
    tests: 'picture is what',
    seenBy: /the plane/,
  },
  {
    name: 'the plane one frame behind',
    file: 'src/panels/planePicture.ts',
    from: '    this.take({ frame });\n',
    to: '    const late = this as unknown as { next?: Frame };\n    this.take({ frame: late.next ?? frame });\n    late.next = frame;\n',
    tests: 'picture is what',
    seenBy: /the plane/,
  },
  {
    name: "ellipses of WebGL's painter a tenth too large",
    file: 'src/draw/ellipses/shaders.ts',
    from: 'vec2 s = abs(axes) * scale;',
    to: 'vec2 s = 1.1 * abs(axes) * scale;',
    tests: 'picture is what',
    seenBy: /the plane/,
  },
  {
    name: "the CPU's picture one pixel low",
    file: 'src/draw/ellipses/rasteriser.ts',
    from: 'view.height / 2 + view.centreY * scale, scale)',
    to: 'view.height / 2 + 1 + view.centreY * scale, scale)',
    tests: 'picture is what',
    seenBy: /the plane/,
  },
  {
    name: 'the unit circle a tenth too large',
    file: 'src/draw/plane/prior.ts',
    from: 'r: sigma * scales.unit }',
    to: 'r: 1.1 * sigma * scales.unit }',
    tests: 'picture is what',
    seenBy: /the circle/,
  },
  {
    name: 'images inverted',
    file: 'src/draw/sheet.ts',
    from: 'paper[i] + t * (ink[i] - paper[i])',
    to: 'ink[i] + t * (paper[i] - ink[i])',
    tests: 'picture is what',
    seenBy: /the grid/,
  },
  {
    name: 'the grid shifted by one cell',
    file: 'src/panels/useDecodedCells.ts',
    from: GRID,
    to: gridFrom('(k + width * height) % images.length'),
    tests: 'picture is what',
    seenBy: /the grid/,
  },
  {
    name: 'every cell of the grid transposed',
    file: 'src/panels/useDecodedCells.ts',
    from: GRID,
    to: gridFrom('k - (k % 64) + 8 * (k % 8) + Math.floor((k % 64) / 8)'),
    tests: 'picture is what',
    seenBy: /the grid/,
  },
  {
    name: 'rows and columns of the grid exchanged',
    file: 'src/panels/useDecodedCells.ts',
    from: GRID,
    to: gridFrom('64 * (count * (Math.floor(k / 64) % count) + Math.floor(k / 64 / count)) + (k % 64)'),
    tests: 'picture is what',
    seenBy: /the grid/,
  },
  {
    name: 'the images of the strip in the opposite order',
    file: 'src/panels/StripBody.tsx',
    from: '(index + 1) * size), i * size);',
    to: '(index + 1) * size), (indices.length - 1 - i) * size);',
    tests: 'picture is what',
    seenBy: /the strip/,
  },
  {
    name: 'the loss curves all of the sum',
    file: 'src/draw/lossChart.ts',
    from: 'curveSet(SERIES, points)',
    to: 'curveSet(SERIES, points.map((row) => ({ ...row, weighted: row.total, reconstruction: row.total })))',
    tests: 'loss curves',
    seenBy: /the curves/,
  },
];
