import type { FileValues, FileWords } from './files';

const number = (value: string | number | undefined): string =>
  typeof value === 'number' ? value.toLocaleString('en') : String(value);

const OPENS = '本页可打开 IDX 格式的图像（MNIST 及同类数据集所用），gzip 压缩过的也可以。';

const format = ({ format: key }: FileValues) => FORMATS[String(key)] ?? { name: String(key), advice: '' };

/** What a file looks like; a space parts Latin letters from Chinese. */
const looks = (values: FileValues): string => {
  const { name, advice } = format(values);
  return `看起来是${/^[A-Za-z0-9]/.test(name) ? ' ' : ''}${name}。${OPENS}${advice}`;
};

const FORMATS: FileWords['formats'] = {
  png: { name: 'PNG 图片', advice: '' },
  jpeg: { name: 'JPEG 照片', advice: '' },
  gif: { name: 'GIF 图片', advice: '' },
  webp: { name: 'WebP 图片', advice: '' },
  bmp: { name: 'BMP 图片', advice: '' },
  tiff: { name: 'TIFF 图片', advice: '' },
  svg: { name: 'SVG 矢量图', advice: '' },
  pdf: { name: 'PDF 文档', advice: '' },
  npy: { name: 'NumPy 数组（.npy）', advice: '' },
  npz: { name: 'NumPy 压缩包（.npz）', advice: '' },
  hdf5: { name: 'HDF5 文件', advice: '' },
  mat: { name: 'MATLAB 文件', advice: '例如 EMNIST 同时提供 MATLAB 与 IDX 两种格式，请选后者。' },
  pickle: { name: 'Python 的 pickle 文件', advice: '' },
  parquet: { name: 'Parquet 表格', advice: '' },
  csv: { name: 'CSV 文本表格', advice: '' },
  json: { name: 'JSON 数据', advice: '' },
  html: { name: '网页（HTML）', advice: '可能是服务器把出错页面存成了这个文件名；请打开看看，再重新下载。' },
  xml: { name: 'XML 文档', advice: '可能是服务器把出错信息存成了这个文件名。' },
  text: { name: '纯文本', advice: '' },
  'lfs-pointer': { name: 'Git LFS 指针，而不是文件本身', advice: '请用 git lfs pull 取回真正的文件。' },
  zip: { name: 'zip 压缩包', advice: '请先解压，再打开其中的文件。' },
  tar: { name: 'tar 归档', advice: '请先解开，再打开其中的文件。' },
  bzip2: { name: 'bzip2 压缩文件', advice: '请先解压。' },
  xz: { name: 'xz 压缩文件', advice: '请先解压。' },
  zstd: { name: 'zstd 压缩文件', advice: '请先解压。' },
  '7z': { name: '7z 压缩包', advice: '请先解压，再打开其中的文件。' },
  rar: { name: 'RAR 压缩包', advice: '请先解压，再打开其中的文件。' },
};

/** Sentences about files in Chinese. */
export const files: FileWords = {
  formats: FORMATS,
  problems: {
    'no-file': () => `没有选择文件。${OPENS}`,
    'many-files': ({ count, images, labels, others }) => {
      const held = [
        images === '' ? '' : `图像：${images}`,
        labels === '' ? '' : `标签：${labels}`,
        others === '' ? '' : `其他：${others}`,
      ].filter((part) => part !== '');
      return `选了 ${number(count)} 个文件（${held.join('；')}）。请只选一个图像文件，需要时再加上与之配套的标签文件。`;
    },
    'only-labels': ({ files: names }) => `${names} 中只有标签。请把图像文件一并选上。`,
    'only-images': ({ files: names }) => `${names} 都是图像。请只选一个图像文件，需要时再加上与之配套的标签文件。`,
    'label-count': ({ file, count, expected, images }) =>
      `“${file}”有 ${number(count)} 个标签，而“${images}”有 ${number(expected)} 张图像，两者对不上。是否一个属于训练集、另一个属于测试集？`,
    'label-range': ({ file, index, value, largest }) =>
      `“${file}”不像类别标签：第 ${number(index)} 张图像（从 0 数起）的标签是 ${number(value)}，而类别应为 0 到 ${number(largest)} 的整数。`,
    unreadable: ({ file }) => `浏览器读不了“${file}”。选定之后它可能被移动或改动过，请重新选择。`,
    empty: ({ file }) => `“${file}”是空的，可能没有下载完。`,
    'other-format': (values) => `“${values.file}”${looks(values)}`,
    'other-format-in-gzip': (values) => `“${values.file}”解压之后${looks(values)}`,
    'not-idx': ({ file, magic }) => `认不出“${file}”的格式，它以 ${magic} 开头。${OPENS}`,
    'idx-kind': ({ file, magic }) =>
      `“${file}”是 IDX 文件，但其中既不是图像也不是标签（魔数为 ${magic}；图像应为 0x00000803，标签应为 0x00000801）。`,
    'header-short': ({ file, bytes, expected }) =>
      `“${file}”只有 ${number(bytes)} 字节，连 ${number(expected)} 字节的文件头都不完整，可能没有下载完。`,
    'no-images': ({ file }) => `“${file}”的文件头写着其中没有图像。`,
    'no-labels': ({ file }) => `“${file}”的文件头写着其中没有标签。`,
    channels: ({ file, shape }) => `“${file}”中的图像为 ${shape}；这里只能打开单通道的灰度图像。`,
    'image-size': ({ file, width, height, smallest, largest }) =>
      `“${file}”中的图像为 ${number(width)} × ${number(height)} 像素；边长须在 ${number(smallest)} 到 ${number(largest)} 之间。`,
    'too-large': ({ file, count, largest }) =>
      `“${file}”的文件头写着共有 ${number(count)} 个像素或标签，而本页最多容纳 ${number(largest)} 个。`,
    'gzip-small': ({ file, claimed, bytes }) =>
      `“${file}”的文件头写着内容有 ${number(claimed)} 字节，而 ${number(bytes)} 字节的 gzip 装不下这么多：文件已损坏，或是伪造的。`,
    'gzip-damaged': ({ file }) => `“${file}”无法解压：gzip 数据已损坏或不完整。请重新下载。`,
    'gzip-trailing': ({ file }) => `“${file}”的 gzip 数据后面还有多余的内容。请重新下载。`,
    'gzip-deep': ({ file, layers }) => `“${file}”用 gzip 压缩了不止 ${number(layers)} 层。请先解压。`,
    'cut-short': ({ file, bytes, expected }) =>
      `“${file}”不完整：应有 ${number(expected)} 字节，只有 ${number(bytes)} 字节，可能没有下载完。`,
    'too-long': ({ file, expected }) => `按文件头，“${file}”应为 ${number(expected)} 字节，后面却还有内容。`,
    'pixel-range': ({ file, value, largest }) =>
      `“${file}”中有像素值 ${value}；以它的数值类型，像素值应在 0 到 ${number(largest)} 之间。`,
    memory: ({ file, megabytes }) =>
      `“${file}”需要 ${number(megabytes)} MB 内存，浏览器给不了本页这么多。请关闭其他页面，或打开少一些图像。`,
    fetch: ({ url, status }) => {
      if (status === 'network') return `未能取得 ${url}：没有收到应答。可能是断网，或该服务器不允许其他网站读取。`;
      return status === 'policy'
        ? `没有取 ${url}：本站的内容安全策略不允许读取其他网站。请先下载该文件，再在这里打开。`
        : `未能取得 ${url}：服务器应答 ${status}。`;
    },
    variant: ({ set, variant, expected }) => `数据集“${set}”没有变体“${variant}”，可用的是：${expected}。`,
    shipped: ({ file }) => `本站自带的数据集已损坏（${file}）。请重新载入页面；若仍不行，就是网站的问题。`,
  },
};
