import type { FileValues, FileWords } from './files';

const number = (value: string | number | undefined): string =>
  typeof value === 'number' ? value.toLocaleString('en') : String(value);

const OPENS =
  '本页可打开的图像有：IDX 文件、NumPy 数组（.npy、.npz）、CSV 表格、safetensors、由小图拼成的大图，以及装有图片的文件夹或 zip 压缩包。';

const TO_NUMPY = '可在 Python 中用 numpy.savez("images.npz", images=x, labels=y) 转成本页能读的格式。';

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
  safetensors: { name: 'safetensors 文件', advice: '' },
  hdf5: { name: 'HDF5 文件', advice: `请用 h5py 读取（较新的 MATLAB 文件也是）。${TO_NUMPY}` },
  mat: {
    name: 'MATLAB 文件',
    advice: `请用 scipy.io.loadmat 读取。${TO_NUMPY}例如 EMNIST 也提供 IDX 格式，可直接选用。`,
  },
  pickle: { name: 'Python 的 pickle 文件', advice: `请在 Python 中载入（仅限来源可信的文件）。${TO_NUMPY}` },
  parquet: {
    name: 'Parquet 表格',
    advice: `请用 pandas.read_parquet 读取；若某列存的是图片文件，再用 Pillow 逐一打开。${TO_NUMPY}`,
  },
  csv: { name: 'CSV 文本表格', advice: '' },
  json: { name: 'JSON 数据', advice: '' },
  html: { name: '网页（HTML）', advice: '可能是服务器把出错页面存成了这个文件名；请打开看看，再重新下载。' },
  xml: { name: 'XML 文档', advice: '可能是服务器把出错信息存成了这个文件名。' },
  text: { name: '纯文本', advice: '' },
  'lfs-pointer': { name: 'Git LFS 指针，而不是文件本身', advice: '请用 git lfs pull 取回真正的文件。' },
  zip: { name: 'zip 压缩包', advice: '请先解压，再打开其中的文件。' },
  tar: { name: 'tar 归档', advice: '请先解开，再打开文件夹。' },
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
    'file-size': ({ file, bytes, largest }) =>
      `“${file}”解压后有 ${number(bytes)} 字节，而本页最多读取 ${number(largest)} 字节。`,
    'different-files': ({ files: names }) =>
      `${names} 不能配成一套：请选一个图像文件，需要时再加上一个给每张图像标明类别的文件。`,
    'npy-header': ({ file }) => `“${file}”开头像 NumPy 数组，但文件头读不出来：文件已损坏。`,
    'number-type': ({ file, type }) => `“${file}”中的值是“${type}”类型；这里能读整数、浮点数和布尔值。`,
    'array-shape': ({ file, shape }) =>
      `“${file}”中的数组为 ${shape}。图像数组应为 张数 × 高 × 宽，或 张数 × 像素数，也可以再有一个通道轴。`,
    'no-array': ({ file, names }) =>
      `“${file}”中没有图像数组（其中有：${names}）。请把图像命名为“images”或“x”，类别命名为“labels”或“y”。`,
    'not-finite': ({ file, value }) => `“${file}”中有像素值 ${value}，不能当作亮度。`,
    'row-shape': ({ file, count }) =>
      `“${file}”每行有 ${number(count)} 个数，拼不成图像：没有哪两个允许的边长相乘得到这个数目。`,
    sides: ({ file, width, height, count }) =>
      `${number(width)} × ${number(height)} 像素的图像与“${file}”每行的 ${number(count)} 个数对不上。`,
    tile: ({ file, width, height, sheet }) =>
      `“${file}”是由小图拼成的大图，尺寸为 ${sheet} 像素，不能切成 ${number(width)} × ${number(height)} 的小图。`,
    channel: ({ file, channel, count }) =>
      `“${file}”的图像没有通道 ${number(channel)}：共有 ${number(count)} 个通道，从 0 数起。`,
    column: ({ file, column, count }) => `“${file}”没有第 ${number(column)} 列：共有 ${number(count)} 列，从 0 数起。`,
    'table-row': ({ file, line, count, expected }) =>
      `“${file}”第 ${number(line)} 行有 ${number(count)} 列，而第一行有 ${number(expected)} 列。`,
    'table-number': ({ file, line, column, value }) =>
      `“${file}”第 ${number(line)} 行第 ${number(column)} 列是“${value}”，这里应当是数字。`,
    'class-count': ({ file, count, largest }) =>
      `“${file}”中至少有 ${number(count)} 个类别，而最多只能有 ${number(largest)} 个。类别也许在别的列。`,
    'zip-damaged': ({ file }) => `“${file}”无法解压：压缩包已损坏或不完整。请重新下载。`,
    'zip-method': ({ file, entry, method }) =>
      `“${file}”中的“${entry}”所用的打包方式（${method}）这里读不了。请先解压，再打开其中的文件。`,
    safetensors: ({ file }) => `“${file}”开头像 safetensors，但读不出来：文件已损坏或不完整。`,
    picture: ({ file }) => `浏览器无法解码图片“${file}”：文件已损坏，或是浏览器不认识的种类。`,
    'picture-size': ({ file, width, height, largest }) =>
      `图片“${file}”有 ${number(width)} × ${number(height)} 像素，而总像素数最多只能有 ${number(largest)}。`,
    'no-pictures': ({ file }) => `“${file}”中没有能当作图像读取的内容。`,
    readers: () => '没有取到本页读取文件所需的部分，可能是断网。',
    fetch: ({ url, status }) => {
      if (status === 'network') return `未能取得 ${url}：没有收到应答。可能是断网，或该服务器不允许其他网站读取。`;
      return status === 'policy'
        ? `没有取 ${url}：本站的内容安全策略不允许读取其他网站。请先下载该文件，再在这里打开。`
        : `未能取得 ${url}：服务器应答 ${status}。`;
    },
    'variant-none': ({ set, variant }) => `数据集“${set}”不分变体，没有“${variant}”。`,
    'variant-hand': ({ set, variant, largest }) =>
      `数据集“${set}”没有变体“${variant}”：变体是手的编号，从 0 到 ${number(largest)}。`,
    'variant-character': ({ set, variant, groups }) =>
      `数据集“${set}”没有变体“${variant}”：变体是单个字母或数字，也可以是一组字符：${groups}。`,
    'variant-factors': ({ set, variant, factors }) =>
      `数据集“${set}”没有变体“${variant}”：变体写的是哪些因素变化，用点连接，可从 ${factors} 中选，每个至多一次。`,
    shipped: ({ file }) => `本站自带的数据集已损坏（${file}）。请重新载入页面；若仍不行，就是网站的问题。`,
  },
};
