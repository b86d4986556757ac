/** What stands in the document before any script has run, or where none can; part of the document, not of the program. */
export interface BootWords {
  readonly tag: string;
  readonly noScript: string;
  readonly slow: string;
  readonly missing: string;
  readonly file: string;
  readonly sandbox: string;
  readonly defect: string;
  /** On a button. */
  readonly reload: string;
  /** On a link from a figure in a frame to the page that it is from. */
  readonly open: string;
}

export const boot: readonly BootWords[] = [
  {
    tag: 'en',
    noScript:
      'This page trains a model in your browser, and needs JavaScript for it. The picture shows what it looks like after half a minute.',
    slow: 'The program of this page is still on its way, or did not come. Reload the page to try again.',
    missing: 'The program of this page did not come: the network, the site or a blocker did not deliver it.',
    file: 'Browsers do not run a page like this one from a file. Put the folder on any web server, such as `npx serve`, and open it there.',
    sandbox: 'This page stands in a frame that may not load its program. Open the page itself in a tab of its own.',
    defect:
      'The program of this page stopped before it could begin. A current Firefox, Chrome, Edge or Safari runs it.',
    reload: 'Try again',
    open: 'Open the lab',
  },
  {
    tag: 'zh-Hans',
    noScript: '本页在浏览器里训练模型，需要 JavaScript。图中是训练半分钟后的样子。',
    slow: '页面程序正在加载，或者加载失败。可以重新载入页面再试。',
    missing: '页面程序没有加载成功：可能是网络、网站或某个拦截工具的问题。',
    file: '浏览器不会直接从文件运行这样的页面。请把整个文件夹放到任意网页服务器上（例如 `npx serve`）再打开。',
    sandbox: '本页嵌在别的网页里，那里不允许运行它的程序。请在单独的标签页里打开本页。',
    defect: '页面程序在开始之前就停止了。较新的 Firefox、Chrome、Edge 或 Safari 都能运行本页。',
    reload: '再试一次',
    open: '打开实验台',
  },
];
