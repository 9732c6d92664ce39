import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emptyModel, fullModel } from './fixture-model';
import { citation, finding } from './fixture-parts';
import { openPanel, startBrowser } from './panel-page';
import type { PanelPage } from './panel-page';
import { themes } from './themes';
import { summariseVerdicts } from '../../../src/core/verdicts/score';
import type { PanelModel } from '../../../webview/protocol';

/** Text that would load, run, style or link something if it ever reached the page as HTML. */
const attacks = [
  '<script>reportLeak("script")</script>',
  '<img src=x onerror="reportLeak(\'onerror\')">',
  '![tracker](https://evil.test/pixel.png)',
  '<svg onload="reportLeak(\'svg\')"><use href="https://evil.test/x.svg#a"/></svg>',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=reportLeak(1)>',
  '<style>* { display: none !important }</style>',
  '<p style="position:fixed;inset:0" onclick="reportLeak(1)">covered</p>',
  '<iframe srcdoc="<script>parent.reportLeak(1)</script>"></iframe>',
  '<form action="https://evil.test/"><input name="note" autofocus onfocus="reportLeak(1)"><button>Send</button></form>',
  '<a href="command:workbench.action.terminal.new">command link</a>',
  '[command](command:attest.clearLibrary) [code](vscode://evil/x) [js](javascript:reportLeak%281%29)',
  '[web](https://evil.test/?q=note) <https://evil.test/auto> https://evil.test/bare',
  '[1]: https://evil.test/definition',
  '<base href="https://evil.test/"><meta http-equiv="refresh" content="0;url=https://evil.test/">',
  '<object data="https://evil.test/"></object><embed src="https://evil.test/">',
  '<div id="app">clobbered</div><input name="acquireVsCodeApi">',
  '- [ ] task box',
].join('\n\n');

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser.close());

function hostileModel(): PanelModel {
  const model = emptyModel();
  const evidence = citation({ title: attacks, quote: attacks, section: [attacks], document: '/x/<b>.md' });
  return {
    ...model,
    server: { kind: 'error', message: attacks, advice: attacks },
    findings: {
      state: 'done',
      value: {
        name: attacks,
        uri: 'file:///x/note.md',
        report: {
          note: '/x/note.md',
          findings: [
            finding({
              fingerprint: '"]<script>',
              text: attacks,
              message: attacks,
              expected: attacks,
              citations: [evidence],
              fixes: [{ title: attacks, newText: attacks, start: 0, end: 1 }],
            }),
          ],
          ignored: [],
          statements: [],
          scores: { faithfulness: summariseVerdicts([]) },
          notScored: attacks,
          profile: 'general',
          sources: [attacks],
          reused: 0,
          seconds: 0,
        },
      },
    },
    factCheck: {
      state: 'done',
      value: {
        verdict: 'not-sure',
        statements: [
          {
            start: 0,
            end: 1,
            text: attacks,
            verdict: 'not-sure',
            spans: [{ start: 0, end: 1 }],
            own: { start: 0, end: 1 },
            explanation: attacks,
            abstained: attacks,
            citations: [evidence],
            evidence: [
              {
                citation: evidence,
                verdict: 'not-sure',
                confidence: 0,
                date: attacks,
                strength: attacks,
                also: [attacks],
              },
            ],
          },
        ],
      },
    },
    chat: [
      {
        id: 1,
        question: attacks,
        answer: {
          state: 'done',
          value: {
            refused: false,
            answer: `${attacks}\n\nQuoted [1], not there [9].`,
            citations: [evidence],
          },
        },
      },
    ],
    library: {
      state: 'done',
      value: {
        passages: 1,
        folders: [attacks],
        documents: [{ path: attacks, title: attacks, format: 'html', passages: 1 }],
      },
    },
  };
}

/** Everything in the page that could load, run, style, frame, submit or lead away, shadow roots included. */
async function activeContent(panel: PanelPage): Promise<string[]> {
  return panel.page.evaluate(() => {
    const found: string[] = [];
    const visit = (root: Document | ShadowRoot): void => {
      for (const element of root.querySelectorAll('*')) {
        const tag = element.localName;
        const dangerous =
          /^(script|style|img|iframe|form|input|object|embed|base|meta|link|a|use|video|audio|math)$/;
        // The page's own head and script are what panel-html.ts wrote, and the search box is the chat's; a check box of
        // the toolkit holds no input.
        const own =
          root === document &&
          (element.closest('head') ||
            element.matches('body > script[nonce], .disclosure > input.history-search'));
        if (!own && dangerous.test(tag)) found.push(tag);
        for (const { name } of element.attributes) {
          if (/^on|^(href|src|srcdoc|action|formaction|xlink:href)$/.test(name) && !own)
            found.push(`${tag}[${name}]`);
        }
        if (element.shadowRoot) visit(element.shadowRoot);
      }
    };
    visit(document);
    return found;
  });
}

test.each(['findings', 'factCheck', 'chat', 'library'] as const)(
  'hostile text is inert in %s',
  async (tab) => {
    const panel = await openPanel(browser, { theme: themes.dark! });
    await panel.model(hostileModel());
    await panel.showTab(tab);

    expect(await activeContent(panel)).toEqual([]);
    // It is there, and can be read.
    expect(await panel.page.locator(`#view-${tab}`).innerText()).toContain('command link');
    expect(await panel.page.locator(`#view-${tab}`).isVisible()).toBe(true);
    expect(panel.leaks).toEqual([]);
    expect(await panel.posted()).toEqual([]);
    await panel.close();
  },
);

test('a click on the words of a link in an answer does nothing', async () => {
  const panel = await openPanel(browser, { theme: themes.dark! });
  await panel.model(hostileModel());
  await panel.showTab('chat');
  await panel.page.locator('#view-chat .markdown').getByText('command link').click();
  await panel.page.locator('#view-chat .markdown').getByText('evil.test/bare').click();
  expect(await panel.posted()).toEqual([]);
  expect(panel.page.url()).toBe('http://panel.test/');
  expect(panel.leaks).toEqual([]);
  await panel.close();
});

test('only numbers of citations that exist become buttons', async () => {
  const panel = await openPanel(browser, { theme: themes.dark! });
  await panel.model(hostileModel());
  await panel.showTab('chat');
  const numbers = panel.page.locator('.markdown button.citation-number');
  // Two: the one in the answer, and the one of the line that looks like a link definition.
  expect(await numbers.allInnerTexts()).toEqual(['1', '1']);
  expect(await panel.page.locator('.markdown').last().innerText()).toContain('not there [9]');
  await panel.close();
});

test('markdown of an answer keeps its harmless form', async () => {
  const panel = await openPanel(browser, { theme: themes.dark! });
  const model = fullModel();
  model.chat = [
    {
      id: 1,
      question: 'Range?',
      answer: {
        state: 'done',
        value: {
          refused: false,
          answer: '# Dose\n\n**5 mg** to *10 mg*, 5~10 and 20~30, <5 mmol/L & `[1]`\n\n- one\n- two',
          citations: [citation({ title: 'A', quote: 'q' })],
        },
      },
    },
  ];
  await panel.model(model);
  await panel.showTab('chat');
  const html = await panel.page.locator('.markdown').last().innerHTML();
  expect(html).toContain(
    '<strong>5 mg</strong> to <em>10 mg</em>, 5~10 and 20~30, &lt;5 mmol/L &amp; <code>[1]</code>',
  );
  expect(html).toContain('<li>one</li>');
  expect(html).not.toMatch(/<h1|<del|button/);
  await panel.close();
});
