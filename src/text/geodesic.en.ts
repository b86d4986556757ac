export const geodesic = {
  title: 'Geodesic',
  lacking: 'Pin two codes on the plane: between the first two the way is sought on which the image changes least.',
  path: 'Geodesic',
  straight: 'Straight line',
  images: (way: string) => `Images along the way: ${way}`,
  length: (length: string) => `length ${length}`,
  shorter: (share: string) => `The geodesic is ${share} shorter in image space.`,
  equal: 'In image space the straight line is as short.',
  unfinished: 'The search stopped before it was certain that no shorter way is near.',
  step: (step: string) => `at step ${step}`,
  waiting: 'The geodesic is being sought …',
  cancel: 'Cancel',
};
