import type { EngineWords } from './engine';

/** What is said of engines in Chinese. */
export const engine: EngineWords = {
  reasons: {
    gpu: (renderer) => `在显卡上训练：${renderer}。`,
    software: (renderer) => `此浏览器用软件模拟 WebGL（${renderer}），因此改用更快的 WebAssembly 训练。`,
    faster: (name) => `两种引擎都在此模型上计过时，${name} 比另一种快三倍以上。`,
    asked: (name) => `${name} 是由你指定的。`,
  },
  noRenderer: '未署名的渲染器',
  reproducible: {
    fused: '乘加融合，只舍入一次：在同样标着“融合”的浏览器和机器上，结果逐位一致。',
    plain: '乘加不融合，各舍入一次：在同样标着“不融合”的浏览器和机器上，结果逐位一致。',
    driver: '舍入方式由显卡驱动决定：只有在这台机器上结果才逐位一致。',
  },
};
