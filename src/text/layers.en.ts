export const layers = {
  stretch: {
    name: 'Stretch',
    says: '√det G: how much image change one unit of the plane makes. Lines and colours on a logarithmic scale.',
  },
  density: {
    name: 'Density',
    says: 'All posteriors added up at their full width, the aggregated posterior: where codes are likely.',
  },
  uncovered: {
    name: 'Uncovered',
    says: 'Hatched: the part of the unit circle that no posterior covers, as large as it is drawn.',
  },
  ellipses: { name: 'Ellipses', says: 'The posterior of every image, at true scale.' },
  points: { name: 'Centres', says: 'The mean μ of every posterior.' },
  contours: {
    name: 'Contours',
    says: 'Lines that hold 39 %, 86 % and 99 % of the density, as the prior’s circles hold of the prior.',
  },
  indicatrices: {
    name: 'Indicatrices',
    says: 'Small steps of the code that change the image by one amount, |Δx|; dashed ones reach farther than is drawn.',
  },
  truePosterior: {
    name: 'True posterior',
    says: 'Of the selected image: the codes it may really have come from, p(z|x). The shapes hold 39 % and 86 %, as 1σ and 2σ of an ellipse do.',
  },
  predicted: {
    name: 'Predicted ellipse',
    says: 'Of the selected image: how far its code may move before its decode changes, by the decoder’s curvature.',
  },
  heldOut: { name: 'Held-out images', says: 'Squares around the centres of images that training never sees.' },
  classes: { name: 'Class names', says: 'Where the codes of each class are on average.' },
  path: { name: 'Path', says: 'Straight from pin to pin, with dots where the strip below decodes it.' },
  arithmetic: {
    name: 'Arithmetic',
    says: 'A − B + C of three pins: the arrow from B to A, and the same one from C to the result.',
  },
  geodesic: {
    name: 'Geodesic',
    says: 'Between the first two pins: the way on which the image changes least, beside the straight line, dashed.',
  },
  outliers: {
    name: 'Outliers',
    says: 'Rings around codes far from the crowd; dashed where only the nearest neighbour is far.',
  },
  gaps: {
    name: 'Gaps',
    says: 'Numbered: codes likely under the prior, out of reach of all posteriors, whose decodes resemble no image.',
  },
  decoderAlone: (names: string) =>
    `This model is a decoder alone: there are no codes of images, so that all layers but ${names} stay empty.`,
};
