import type { HeldOutWords } from './heldOut';

export const heldOut: HeldOutWords = {
  trainingCurve: 'R + βK，训练所用',
  curve: 'R + βK，留出',
  label: (total, inNats) => `在留出的图像上：每张图像 ${total}${inNats ? ' 奈特' : ''}`,
  training: (n) => `训练所用：${n}`,
  heldOut: (n) => `留出：${n}`,
};
