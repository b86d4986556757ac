/** What is said of the axes of a code, one by one; it comes with what shows them. */
import type { Language } from './index';

export interface AxesWords {
  readonly title: string;
  /** @param reach how far the codes go along an axis */
  readonly codes: (reach: string) => string;
  /** Of the row of an axis: what is seen in it. */
  readonly label: (axis: string, reach: string, active: boolean) => string;
  readonly dead: string;
}

export const axesWords: Readonly<Record<Language, AxesWords>> = {
  en: {
    title: 'Along each axis',
    codes: (reach) => `from −${reach} to ${reach}, all others 0`,
    label: (axis, reach, active) =>
      `Images decoded along ${axis}, from −${reach} to ${reach}${active ? '' : ': this axis is not used'}`,
    dead: 'not used',
  },
  zh: {
    title: '沿着每个轴',
    codes: (reach) => `从 −${reach} 到 ${reach}，其余各轴为 0`,
    label: (axis, reach, active) => `沿 ${axis} 从 −${reach} 到 ${reach} 解码的图像${active ? '' : '：此轴未被使用'}`,
    dead: '未使用',
  },
};
