import type { BlendWords } from './blend';

export const blend: BlendWords = {
  title: 'One place, many images',
  at: (place) => `z = ${place}`,
  decoded: 'what the decoder draws here',
  mixed: 'the mean of the images that share it',
  shared: (images) => `Shared as if by ${images} images in equal parts. The largest parts:`,
  alone: 'As good as one image’s own:',
  points: 'Points share no place: without noise there is nothing to mix.',
  nobody: 'No image is ever rebuilt from here.',
  shares: 'Images that share the place, the largest part first',
  share: (index, share) => `image ${index}, ${share}`,
  hint: 'Move over the plane, or along it with the arrow keys.',
};
