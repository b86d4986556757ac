/*
 * What a document does before its program has come: it takes the colours that its address asks for, and says why the
 * program did not come. A script of its own that is no module, since it has to run where modules do not: from a file, in a
 * sandboxed frame, offline. The sentences stand in the document, hidden.
 */

const [, theme] = /[#&]theme=(light|dark)(?:&|$)/.exec(location.hash) ?? [];
if (theme !== undefined) {
  document.documentElement.dataset.theme = theme;
  choosePoster(theme === 'dark');
}

addEventListener(
  'error',
  ({ target }) => {
    if (target instanceof HTMLScriptElement) show(causeOfMissing());
    else if (target === null || target === window) show('defect');
  },
  true,
);

/** Styles that the text below the first figure needs: until the page is there they would only hold it up. */
addEventListener('load', () => {
  for (const sheet of document.querySelectorAll<HTMLLinkElement>('link[data-late]')) sheet.media = 'all';
});

/** The picture goes by the colours of the system, unless it is told otherwise as soon as it is in the document. */
function choosePoster(dark: boolean): void {
  const observer = new MutationObserver(() => {
    const source = document.querySelector<HTMLSourceElement>('.boot source');
    if (source === null) return;
    observer.disconnect();
    source.media = dark ? 'all' : 'not all';
  });
  observer.observe(document, { childList: true, subtree: true });
}

function show(cause: 'missing' | 'file' | 'sandbox' | 'defect'): void {
  const boot = document.querySelector('#root .boot');
  // The page stands in its place: what fails from then on it tells itself (src/panels/Boundary.tsx).
  if (boot === null) return;
  const chinese = isChinese();
  const isOurs = ({ lang }: HTMLElement): boolean => lang.startsWith('zh') === chinese;
  for (const link of boot.querySelectorAll<HTMLAnchorElement>('.boot-link a')) {
    link.href = link.href.replace(/#.*/, '') + location.hash;
  }
  for (const sentence of boot.querySelectorAll<HTMLElement>('[data-cause]')) {
    sentence.hidden = !(sentence.dataset.cause === cause && isOurs(sentence));
  }
  for (const button of boot.querySelectorAll('button')) {
    // A file, or a frame that may not, is the same the next time.
    button.hidden = cause === 'file' || cause === 'sandbox' || !isOurs(button);
    button.onclick = () => location.reload();
  }
  boot.setAttribute('role', 'alert');
  boot.className = 'boot boot-failed';
}

/**
 * As the page itself chooses (src/text/index.ts): what the address says, else the language that the document is in by its
 * place, else the first language of the reader's that it speaks.
 */
function isChinese(): boolean {
  const [, asked] = /[#&]lang=(en|zh)(?:&|$)/.exec(location.hash) ?? [];
  if (asked !== undefined) return asked === 'zh';
  const own = document.documentElement.lang;
  if (own !== 'en') return own.startsWith('zh');
  const spoken = navigator.languages.find((language) => /^(en|zh)/i.test(language));
  return spoken !== undefined && /^zh/i.test(spoken);
}

function causeOfMissing(): 'missing' | 'file' | 'sandbox' {
  if (location.protocol === 'file:') return 'file';
  // A frame without an origin of its own may not load modules unless the site allows every origin to.
  return window.origin === 'null' ? 'sandbox' : 'missing';
}
