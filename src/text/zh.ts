import type { Words } from './en';

/** The interface in Chinese. */
export const zh: Words = {
  code: 'zh',
  /** Between two sentences. */
  stop: '。',
  /** Between two sentences that have their stops. */
  space: '',
  title: '变分自编码器的几何',
  lead: '自编码器把每张图像编码成一个点；变分自编码器把它编码成一个椭圆，而训练会让所有椭圆合在一起铺满单位圆。两者都在你的浏览器里当场训练，你可以看着一个个点变成椭圆。',
  skip: '跳到实验台',
  language: '语言',
  theme: { toLight: '切换到浅色', toDark: '切换到深色' },

  outlines: {
    point: { one: '点', many: '点' },
    ellipse: { one: '椭圆', many: '椭圆' },
    rectangle: { one: '矩形', many: '矩形' },
  },

  transport: {
    label: '训练',
    play: '开始',
    pause: '暂停',
    step: '走一步',
    reset: '从头开始',
    epoch: '轮',
    step1: '步',
    rate: '步/秒',
    starting: '正在载入…',
    controls: '控件',
  },

  engine: {
    names: { webgl: 'WebGL', simd: 'WebAssembly' },
    automatic: (name) => `${name}（自动）`,
    instead: (name, asked) => `${name}（代替 ${asked}）`,
    arithmetic: { fused: '融合', plain: '不融合' },
  },

  controls: {
    label: '数据与模型',
    beta: '拉向先验的力度',
    sigma: (one) => `采样时用到${one}的几成`,
    sigmaOfPoints: '对点不起作用',
    toOutlines: (many) => `把点变成${many}`,
    toPoints: (many) => `把${many}变回点`,
    more: '更多设置',
  },

  settings: {
    data: '数据集',
    engine: '计算引擎',
    speed: '速度',
  },
  dataGroups: { real: '真实图像', drawn: '由本页绘制', known: '答案已知', own: '你自己的' },
  choices: {
    data: {
      'uci-digits': 'UCI 手写数字 8×8',
      mnist: 'MNIST 手写数字',
      faces: '字体',
      strokes: '笔画，模拟手写',
      shapes: '形状',
      ring: '转动的条',
      line: '移动的光斑',
      disc: '任意处的光斑',
      noise: '噪声',
      file: '自己的文件',
    },
    engine: { auto: '自动', webgl: 'WebGL', simd: 'WebAssembly' },
    speed: { '0': '全速', '1': '每秒 1 步', '10': '每秒 10 步', '100': '每秒 100 步', '1000': '每秒 1000 步' },
  },

  plane: {
    title: '隐空间平面',
    unit: { circle: '单位圆', interval: '区间 [−1, 1] ' },
    label: (many, n, covered, unit) => `隐空间平面：${n} 张图像的后验${many}。${unit}已被盖住 ${covered}。`,
    hint: '移动指针看解码。点击中心查看该图像，点击别处钉住（按住 Shift 可钉在任何位置）。拖动平移，滚轮缩放。',
    hintTouch: '轻点中心查看该图像，轻点别处钉住编码，双指缩放。',
    covered: (unit) => `的${unit}已被盖住`,
    zoomIn: '放大',
    zoomOut: '缩小',
    fit: '适应全部编码',
    layers: '图层',
    legendPoint: 'μ，编码的中心',
    legendOutline: (one, reach) => `它的${one}，${reach}σ`,
    legendNoNoise: (one) => `它的${one}缩成了点：σ 为 0`,
    legendPoints: '它的后验只是这个点',
    legendPrior: '先验：1σ、2σ、3σ',
    legendTruth: '真实后验 p(z|x)',
    legendPredicted: '由解码器预测，1σ',
    problems: {
      missing: '没有画出后验：页面的一部分没能载入。',
      unsupported: '没有画出后验：此浏览器在这里既不能用 WebAssembly，也不能用 WebGL 2。',
      layer: '打开的图层没有画出：页面的一部分没能载入。',
      gestures: '拖动、滚轮和双指缩放没能载入；按钮和按键仍可缩放。',
    },
  },

  prior: { title: '先验的样本' },

  grid: {
    title: '解码网格',
    label: '在隐空间平面的同一窗口内取网格编码，解码得到的图像',
    unvisited: (one) => `变淡处：没有${one}到达`,
    unvisitedPoints: '变淡处：没有编码落在这里',
  },

  numbers: '数值',

  questions: { title: '四个问题' },
  notices: { label: '消息', dismiss: '知道了' },

  failure: {
    retry: '再试一次',
    reload: '重新载入页面',
    outdated: '网站上已有本页的新版本，这一版的文件可能已经不在了。',
    words: (language) => `${language}文字没有取到，页面暂以英文显示。`,
    part: '页面的这一部分没有取到：网络或网站没有送来。',
    broke: (message) => `页面的这一部分停止了：${message}。这是页面的错误，与你的浏览器无关。`,
    prose: '正文没有取到：网络或网站没有送来。',
  },
};
