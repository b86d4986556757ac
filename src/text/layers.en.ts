export const layers = {
  density: { name: 'Density', says: 'All ellipses added up, the aggregated posterior: where codes are likely.' },
  ellipses: { name: 'Ellipses', says: 'The posterior of every image, at true scale.' },
  points: { name: 'Centres', says: 'The mean μ of every posterior.' },
  contours: {
    name: 'Contours',
    says: 'Lines that hold 39 %, 86 % and 99 % of the density, as the prior’s circles hold of the prior.',
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
};
