/** What the panel's page is made from; URIs as the webview sees them. */
export interface PanelPage {
  script: string;
  style: string;
  /** `webview.cspSource`. */
  cspSource: string;
  /** Fresh for each page. */
  nonce: string;
  /** Another one, which the toolkit reads from the page to ask once what the browser's style sheets can do. */
  styleNonce: string;
  /** VS Code's display language, BCP 47. */
  language: string;
  /** English text → text in the display language. */
  translations: Readonly<Record<string, string>>;
}

/**
 * The panel's page. Its policy lets nothing through but the panel's own script and style sheet: no image, no frame, no
 * form, no connection.
 */
export function panelHtml(page: PanelPage): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${page.nonce}'`,
    `style-src ${page.cspSource} 'nonce-${page.styleNonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="${attribute(page.language)}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
    <meta property="csp-nonce" content="${attribute(page.styleNonce)}">
    <link rel="stylesheet" href="${attribute(page.style)}">
    <title>Attest</title>
  </head>
  <body data-translations="${attribute(JSON.stringify(page.translations))}">
    <div id="app"></div>
    <script type="module" nonce="${attribute(page.nonce)}" src="${attribute(page.script)}"></script>
  </body>
</html>
`;
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
