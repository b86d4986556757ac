/** What search engines are told: that they are welcome, and which pages there are. */
import type { Plugin } from 'vite';
import { siteAddress } from './address.ts';
import { TRANSLATIONS } from './documentTable.ts';
import { escapeText } from './html.ts';

function sitemap(address: string): string {
  const at = (path: string): string => escapeText(address + path);
  const links = TRANSLATIONS.map(
    ({ tag, document }) => `<xhtml:link rel="alternate" hreflang="${tag}" href="${at(document.address)}"/>`,
  ).join('');
  const urls = TRANSLATIONS.map(({ document }) => `  <url><loc>${at(document.address)}</loc>${links}</url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}

export function searched(): Plugin {
  return {
    name: 'searched',
    apply: 'build',
    generateBundle() {
      const address = siteAddress();
      const rules = 'User-agent: *\nAllow: /\n';
      // Both forms have to name whole addresses.
      const robots = address === null ? rules : `${rules}\nSitemap: ${address}sitemap.xml\n`;
      this.emitFile({ type: 'asset', fileName: 'robots.txt', source: robots });
      if (address !== null) this.emitFile({ type: 'asset', fileName: 'sitemap.xml', source: sitemap(address) });
    },
  };
}
