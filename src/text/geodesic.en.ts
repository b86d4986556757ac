export const geodesic = {
  title: 'Geodesic',
  lacking: 'Pin two codes on the plane: between the first two the way is sought on which the image changes least.',
  path: 'Geodesic',
  straight: 'Straight line',
  images: (way: string) => `Images along the way: ${way}`,
  length: (way: string, length: string) => `${way}, length ${length}`,
  shorter: (step: string, share: string) => `At step ${step} the geodesic is ${share} shorter in image space.`,
  equal: (step: string) => `At step ${step} the straight line is as short in image space.`,
  unfinished: 'The search stopped before it was certain that no shorter way is near.',
  onPlane: 'It is sought on the plane, where the axes of the code that are not shown are 0.',
  waiting: 'The geodesic is being sought …',
  cancel: 'Cancel',
};
