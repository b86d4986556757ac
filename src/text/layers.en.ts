export const layers = {
  ellipses: { name: 'Ellipses', says: 'The posterior of every image, at true scale.' },
  points: { name: 'Centres', says: 'The mean μ of every posterior.' },
  classes: { name: 'Class names', says: 'Where the codes of each class are on average.' },
};
