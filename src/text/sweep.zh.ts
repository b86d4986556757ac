import type { SweepWords } from './sweep';

export const sweep: SweepWords = {
  badPlan: (text) => `网址中的“${text}”须为 b、s、r 或 z，加两到八个值和步数，例如 b:0,0.5,1:2000；已忽略。`,
  title: '一项设置，多个取值',
  caption:
    '几个模型同时训练，步调一致，只有一项设置不同。每个模型在平面下方的图中是一个点：横向是编码的代价 K，纵向是重建的损失 R。β 越大，编码越便宜，重建越差。点越靠近左下角，这笔交换就越划算。',
  settings: {
    beta: 'β，拉向先验的力度',
    noiseScale: 'σ，用到椭圆的多少',
    seed: '随机种子：运气占多少？',
    latent: '编码的维数',
  },
  value: (setting, value) =>
    ({ beta: `β ${value}`, noiseScale: `σ ${value}`, seed: `种子 ${value}`, latent: `${value} 维` })[setting],
  what: '扫描',
  values: '取值',
  valuesHint: (least, most) => `${least} 到 ${most} 个，以逗号分隔`,
  steps: '每个的步数',
  badValues: (range, least, most) => `须为 ${least} 到 ${most} 个互不相同的值，每个为${range}。扫描仍用原来的值。`,
  badSteps: (range) => `步数须为${range}。扫描仍用原来的步数。`,
  base: (list, ofLab) => `${ofLab ? '其余与实验台相同' : '各模型相同的设置'}：${list}。`,
  instead: (key, ofLab) =>
    key === 'noiseScale'
      ? `${ofLab ? '实验台的 σ 为 0，这里取 1' : '这里 σ 取 1'}：没有噪声，K 就不是码率。`
      : `${ofLab ? '实验台的 β 为 0，这里取 1' : '这里 β 取 1'}：没有拉力，就没有交换。`,
  noRate: {
    points: '每幅图像编码为一个点，没有噪声：K 只是对中心的拉力，不是码率。',
    noNoise: 'σ = 0 时采样没有噪声：K 是没有用来采样的后验的 KL，不是码率。',
  },
  futile: '每幅图像编码为一个点，点没有椭圆：无论 σ 取多少，各模型都一样。请扫描其他设置，或改用其他后验。',
  start: '开始',
  train: (models) => `训练 ${models} 个模型`,
  planned: (names, steps, ofLab) => `${names}：各训练 ${steps} 步${ofLab ? '，其余与实验台相同' : ''}。`,
  coming: '这里将出现每个模型的平面和解码图像；下面是训练过程中的 R、K 和 R + βK，以及这些模型最后所在的曲线。',
  again: '重新开始',
  pause: '暂停',
  goOn: '继续',
  more: (steps) => `再训练 ${steps} 步`,
  cancel: '取消',
  clear: '清除',
  progress: (step, goal) => `第 ${step} 步，共 ${goal} 步`,
  progressName: '所有模型都已走完的步数',
  done: (step) => `全部到达第 ${step} 步。`,
  paused: (step) => `停在第 ${step} 步。`,
  allOut: (step) => `所有模型都已退出；训练止于第 ${step} 步。`,
  out: (names, training) => (training ? `${names} 已退出；其余继续。` : `${names} 已退出。`),
  and: '、',
  models: '模型',
  chart: '损失与代价',
  rate: (unit) => (unit ? 'K，每幅图像的奈特数 →' : 'K →'),
  distortion: (unit) => (unit ? '↑ R，每幅图像的奈特数' : '↑ R'),
  trained: '训练图像',
  heldOut: '留出图像',
  trail: '训练途中',
  front: '从一个取值到下一个',
  level: 'R + βK 与此处相等',
  terms: { r: 'R，损失了多少', k: 'K，编码的代价', loss: 'R + βK，训练的目标' },
  point: (name, step, trained, held) =>
    `${name}，第 ${step} 步：R ${trained.r}，K ${trained.k}${held === null ? '' : `；留出 R ${held.r}，K ${held.k}`}`,
  noPoints: '还没有测得任何模型。',
  open: '在实验台打开',
  openPage: '打开这些设置',
  opened: (name) => `这是扫描中的模型“${name}”，它取代了这里原来的模型。`,
  back: '回到原来的模型',
  choose: '指向或点按一个模型，这里就显示它的数值。',
  planeLabel: (name, outlines, count, covered, unit) =>
    `${name}：隐空间平面，${count} 个${outlines}；${unit}已被盖住 ${covered}`,
  gridLabel: (name) => `${name}：在其平面各处解码出的图像`,
  taken: {
    curve: '曲线',
    models: '平面与网格',
    trails: '曲线上的点',
    trailsHint:
      '每行是一个模型在一个测量步数上的值：训练图像和留出图像的 R 与 K，为图像的平均；除平方误差、简单正则项和点的 K 外，单位为奈特。',
  },
  table: '以表格显示',
  columns: {
    model: '模型',
    step: '步',
    r: 'R',
    k: 'K',
    rHeldOut: 'R，留出',
    kHeldOut: 'K，留出',
    covered: '先验 1σ 内已被盖住',
  },
  spread: (count, step, r, k, held) =>
    `${count} 个种子在第 ${step} 步的均值 ± 标准差：R ${r}，K ${k}。${
      held === null ? '' : `留出图像：R ${held.r}，K ${held.k}；每个种子留出的图像不同，这里也含抽到哪些图像的运气。`
    }`,
  meanSd: (mean, sd) => `${mean} ± ${sd}`,
};
