import type { FailureWords } from './failures';

/** 模型为什么不能训练。 */
export const failures: FailureWords = {
  only: (name) => `模型改用 ${name} 训练。`,
  engine: {
    webgl: {
      unsupported: () => '此浏览器的 Worker 不支持带浮点纹理的 WebGL。',
      refused: () => '本站不允许使用 WebGL。',
      missing: () => 'WebGL 引擎没有取到：网络或网站没有送来。',
      failed: (message) => `WebGL 引擎在这里无法工作（${message}）。`,
    },
    simd: {
      unsupported: () => '此浏览器不支持 WebAssembly SIMD。',
      refused: () => '本站的安全策略不允许 WebAssembly。',
      missing: () => 'WebAssembly 引擎没有取到：网络或网站没有送来。',
      failed: (message) => `WebAssembly 引擎在这里无法工作（${message}）。`,
    },
  },
  worker: {
    missing: () => '训练程序没有取到：网络或网站没有送来。',
    refused: (message) => `这里不允许页面启动训练程序（${message}）。请在单独的标签页里打开本页。`,
    crashed: (message) => `训练程序已停止：${message}。`,
    silent: () => '训练程序不再应答，已被结束。',
  },
  images: {
    missing: () => '读取图像的程序没有取到：网络或网站没有送来。',
    refused: (message) => `这里不允许页面启动读取图像的程序（${message}）。请在单独的标签页里打开本页。`,
    crashed: (message) => `读取图像的程序已停止：${message}。`,
    silent: () => '读取图像的程序不再应答，已被结束。',
  },
  engines: '两种计算引擎在这里都无法训练。',
  data: (message) => `没有可供训练的图像。${message}`,
  defect: (message) => `训练停止了：${message}。这是页面的错误，与你的浏览器无关。`,
  memory: (message) => `内存不足以容纳此模型和这些图像（${message}）。请关闭其他页面，或选择更少的图像、更小的模型。`,
  kept: '画面停在最后一次绘制的样子。',
};
