import type { RangeWords } from './ranges';

/** Values in English. */
export const ranges: RangeWords = {
  number: (min: string, max: string) => `a number from ${min} to ${max}`,
  whole: (min: string, max: string) => `a whole number from ${min} to ${max}`,
  choice: (list: string) => `one of ${list}`,
  flag: '0 or 1',
  word: (most) => `at most ${most} letters, digits, dots, _ or -`,
  widths: (layers: string, width: string) => `at most ${layers} whole numbers from 1 to ${width}, or none`,
  variant: 'a variant that the data set has',
  window: 'three numbers, x,y,half: the centre of a view of the plane and half of its side',
  pins: (most: string) => `at most ${most} codes, each x,y or x,y,name, separated by semicolons`,
  terms: 'the places of three pins in their list, such as 1,2,3',
  image: 'the index of an image, a whole number from 0',
  region: 'four numbers, left,bottom,right,top: the edges of a rectangle of the plane',
  prior: 'the number of a draw, a whole number from 0',
  painted: 'a painted cloud as this page writes it into its links',
  origin: 'the origin of a page, such as https://blog.example',
};
