/** What the figure of clouds and their shapes says; it comes with the figure. */
import type { Language } from './index';

type Measure = 'flatness' | 'hollowness' | 'radialSpread' | 'emptiestSector' | 'departure';

export interface ShapeWords {
  readonly pick: string;
  readonly clouds: Readonly<Record<'irregular' | 'line' | 'ring' | 'disc' | 'painted' | 'codes', string>>;
  readonly tools: string;
  readonly paint: string;
  readonly erase: string;
  readonly clear: string;
  /** That the cloud is longer than an address may be. */
  readonly tooMuch: string;
  /** The picture, read out. */
  readonly plane: (cloud: string, count: string) => string;
  readonly keys: string;
  readonly verdict: string;
  readonly tooFew: string;
  readonly measure: string;
  readonly value: string;
  readonly bound: string;
  readonly measures: Readonly<Record<Measure, string>>;
  readonly below: (shape: string, bound: string) => string;
  readonly above: (shape: string, bound: string) => string;
  readonly holds: string;
  readonly fails: string;
}

export const shapeWords: Readonly<Record<Language, ShapeWords>> = {
  en: {
    pick: 'Cloud',
    clouds: {
      irregular: 'irregular',
      line: 'line',
      ring: 'ring',
      disc: 'disc',
      painted: 'your own',
      codes: 'codes of the autoencoder',
    },
    tools: 'The pointer',
    paint: 'paints',
    erase: 'erases',
    clear: 'Empty',
    tooMuch: 'More has been painted than a link holds: it will open without your cloud.',
    plane: (cloud, count) => `${cloud}: ${count} points on the plane.`,
    keys: 'Arrow keys move the brush, Space paints or erases there.',
    verdict: 'Verdict',
    tooFew: 'too few points',
    measure: 'measure',
    value: 'value',
    bound: 'speaks for',
    measures: {
      flatness: 'λ₂/λ₁, width over length, squared',
      hollowness: 'emptiness of the middle',
      radialSpread: 'spread of the radius',
      emptiestSector: 'emptiest eighth of a turn',
      departure: 'distance from a normal cloud, nats',
    },
    below: (shape, bound) => `a ${shape} below ${bound}`,
    above: (shape, bound) => `a ${shape} above ${bound}`,
    holds: 'yes',
    fails: 'no',
  },
  zh: {
    pick: '点云',
    clouds: {
      irregular: '不规则',
      line: '线',
      ring: '环',
      disc: '圆盘',
      painted: '自己画的',
      codes: '自编码器的编码',
    },
    tools: '指针用来',
    paint: '画',
    erase: '擦',
    clear: '清空',
    tooMuch: '画得太多，链接装不下：打开时不会有你的点云。',
    plane: (cloud, count) => `${cloud}：平面上有 ${count} 个点。`,
    keys: '方向键移动画笔，空格键在那里画或擦。',
    verdict: '判定',
    tooFew: '点太少',
    measure: '指标',
    value: '数值',
    bound: '支持',
    measures: {
      flatness: 'λ₂/λ₁，即宽与长之比的平方',
      hollowness: '中间有多空',
      radialSpread: '半径的散布',
      emptiestSector: '最空的八分之一圈',
      departure: '与正态点云的距离，奈特',
    },
    below: (shape, bound) => `低于 ${bound} 为${shape}`,
    above: (shape, bound) => `高于 ${bound} 为${shape}`,
    holds: '是',
    fails: '否',
  },
};
