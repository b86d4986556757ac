import type { TakeWords } from './take';

/** What is wrong with a file of weights, by code. */
const FAULTS: Readonly<Record<string, (tensor: string, detail: string) => string>> = {
  short: (_, bytes) => `文件只有 ${bytes} 字节，不是 safetensors 文件`,
  'header-length': (_, bytes) => `文件头声称有 ${bytes} 字节，文件里没有那么多`,
  header: () => '文件头不是 JSON',
  entry: (tensor) => `张量 ${tensor} 的描述不完整`,
  type: (tensor, kind) => (kind === '' ? `张量 ${tensor} 是整数` : `张量 ${tensor} 的数值类型 ${kind} 无法读取`),
  offsets: (tensor) => `张量 ${tensor} 的位置不在文件之内`,
  overlap: (tensor) => `张量 ${tensor} 与另一个张量重叠`,
  gap: (tensor, bytes) =>
    tensor === '' ? `文件末尾有 ${bytes} 字节不属于任何张量` : `张量 ${tensor} 之前有 ${bytes} 字节不属于任何张量`,
  length: (tensor, shape) => `张量 ${tensor} 的字节数与形状 ${shape} 不符`,
  version: (_, version) => `文件版本是 ${version}，本页只读版本 1`,
  metadata: (_, detail) => `元数据有误${detail === '' ? '' : `：${detail}`}`,
  missing: (tensor, shape) => `缺少张量 ${tensor}${shape === '' ? '' : `，其形状应为 ${shape}`}`,
  unknown: (tensor) => `张量 ${tensor} 不属于这种模型`,
  shape: (tensor, detail) => `张量 ${tensor} 的形状不对：${detail}`,
  'not-finite': (tensor) => `张量 ${tensor} 里有不是有限数的值`,
  layers: (path, detail) => `${path}不是本页能用的 TensorFlow.js 模型${detail === '' ? '' : `：${detail}`}`,
  limits: (_, detail) => `模型超出本页的范围：${detail}`,
  images: (_, pixels) => `模型需要 ${pixels} 像素的图像，当前图像大小不同；请先打开那样大小的图像`,
};

/** The words of the dialog in Chinese. */
export const take: TakeWords = {
  pictures: '图片',
  picturesHint: 'PNG 为页面的两倍大小；SVG 中的后验是椭圆，放大也清晰。',
  as: (kind, what) => `${kind}：${what}`,
  film: '影片',
  filmHint: '录下平面以及步数、β 和 σ，直到你停止，最长五分钟。',
  record: '录制训练过程',
  noFilm: '这个浏览器不能录制画布。',
  recording: (time) => `正在录制，${time}`,
  stop: '停止并保存',
  step: '步',
  numbers: '数据',
  frame: '此刻',
  frameHint: '每幅图像一行：其后验的 μ、σ 和 KL。',
  history: '损失',
  historyHint: '曲线上每点一行，为图像的平均；除平方误差与简单正则项外，单位为奈特。',
  measures: '指标',
  measuresHint: '每次测量一行：I、KL(q̄||p)、覆盖率等。',
  weights: '权重',
  weightsHint:
    'safetensors 文件，按 PyTorch 的方式命名，含优化器、设置和数据位置，可由此接着训练。别处来的同样形式的权重也能打开：拖到图上，或在这里打开。',
  saveWeights: '保存权重',
  openWeights: '打开权重…',
  layersHint:
    'TensorFlow.js 的模型，编码为两个数，由 model.save() 写出：解码器的 model.json，若有编码器也一并选上，连同它们的权重文件；也可把文件夹拖到图上。',
  openLayers: '打开 TensorFlow.js 模型…',
  shown: {
    pair: '正在展示 TensorFlow.js 的模型，它在这里不训练；“从头开始”回到本页自己的模型。',
    decoder:
      '正在展示 TensorFlow.js 的解码器：没有编码器，所以没有后验。它在这里不训练；“从头开始”回到本页自己的模型。',
  },
  saved: (name) => `已保存 ${name}。`,
  notSaved: (why) => `无法保存：${why}`,
  loaded: (name, step) => `已载入 ${name}：第 ${step} 步。按“开始”接着训练。`,
  adapted: (changes) => `为与之相符，设置有变：${changes}。`,
  turned: (name, from, to) => `${name} ${from} → ${to}`,
  noLayers: '无',
  freshOptimiser: '其中没有优化器的状态，优化器重新开始。',
  refused: (name, why) => `${name} 不能用：${why}。正在运行的模型保持原样。`,
  fault: ({ code, tensor, detail }, message) => FAULTS[code]?.(tensor, detail) ?? message,
  comma: '，',
  space: '',
};
