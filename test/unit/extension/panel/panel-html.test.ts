import { expect, it } from 'vitest';
import { panelHtml } from '../../../../src/extension/panel/panel-html';

const page = {
  script: 'https://cdn/panel.js',
  style: 'https://cdn/panel.css',
  cspSource: 'https://cdn',
  nonce: 'bm9uY2U=',
  styleNonce: 'c3R5bGU=',
  language: 'de',
  translations: {},
};

it('lets nothing load but the panel’s own script and styles', () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/
    .exec(panelHtml(page))?.[1]
    ?.replaceAll('&#39;', "'");
  expect(policy?.split('; ').sort()).toEqual([
    "base-uri 'none'",
    "default-src 'none'",
    "form-action 'none'",
    "script-src 'nonce-bm9uY2U='",
    "style-src https://cdn 'nonce-c3R5bGU='",
  ]);
});

it('keeps translations inside their attribute', () => {
  const html = panelHtml({ ...page, translations: { 'a"': '"><script>alert(1)</script>&quot;' } });
  expect(html.match(/<script/g)).toHaveLength(1);
  const attribute = /data-translations="([^"]*)"/.exec(html)?.[1] ?? '';
  const text = attribute
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
  expect(JSON.parse(text)).toEqual({ 'a"': '"><script>alert(1)</script>&quot;' });
});
