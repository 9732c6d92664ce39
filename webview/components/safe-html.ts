/**
 * The only way from Markdown to the page. Text from notes, guidelines and models is hostile until it has passed here:
 * raw HTML shows as text, links and images show their words only, and DOMPurify lets a short list of tags through with
 * no attribute that could load, run or style anything.
 */
import DOMPurify from 'dompurify';
import { Marked } from 'marked';

const marked = new Marked({
  gfm: true,
  async: false,
  renderer: {
    html: ({ text }) => escapeHtml(text),
    image: ({ text }) => escapeHtml(text),
    link({ tokens }) {
      return this.parser.parseInline(tokens);
    },
    // Task boxes would be form elements.
    checkbox: () => '',
  },
  tokenizer: {
    // `[1]` is a citation, also where the text holds a line that looks like a link definition.
    def: () => undefined,
    reflink: () => undefined,
    // `5~10` is a range; nothing in a clinical text may look struck out by accident.
    del: () => undefined,
  },
});

const allowedTags = [
  ...['p', 'br', 'hr', 'strong', 'em', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li', 'sup', 'sub'],
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
];

/** The Markdown as inert elements, ready to be put into the page. */
export function safeMarkdown(markdown: string): DocumentFragment {
  const html = marked.parse(markdown) as string;
  const fragment = DOMPurify.sanitize(html, {
    ALLOWED_TAGS: allowedTags,
    ALLOWED_ATTR: ['start'],
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
  lowerHeadings(fragment);
  return fragment;
}

// The headings of an answer must not stand beside or above those of the panel.
function lowerHeadings(fragment: DocumentFragment): void {
  for (const heading of fragment.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    const paragraph = document.createElement('p');
    const strong = document.createElement('strong');
    strong.append(...heading.childNodes);
    paragraph.append(strong);
    heading.replaceWith(paragraph);
  }
}

/**
 * Puts a button in the place of each citation number `[n]` that stands for one of `count` citations. Numbers in code
 * stay as they are.
 */
export function linkCitations(
  fragment: DocumentFragment,
  count: number,
  makeButton: (number: number) => HTMLElement,
): void {
  const texts: Text[] = [];
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts) {
    if (text.parentElement?.closest('code, pre')) continue;
    const parts = text.data.split(/(\[\d{1,3}\])/);
    if (parts.length === 1) continue;
    text.replaceWith(
      ...parts.map((part) => {
        const number = Number(/^\[(\d{1,3})\]$/.exec(part)?.[1] ?? 0);
        return number >= 1 && number <= count ? makeButton(number) : part;
      }),
    );
  }
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
